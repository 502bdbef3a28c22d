import type { Caller, RunningCity } from '../../src/main/testing/running-city.ts'
import { community, street } from '../../src/main/testing/appeal-asks.ts'
import { at, isObject, textsOf } from './json.ts'

/** What exists in the city, so that not everything asked is about nothing. */
export type Known = {
  readonly ids: readonly string[]
  readonly numbers: readonly number[]
  readonly choices: readonly string[]
  readonly kinds: readonly string[]
  readonly link: string
}

/** Makes a few records and reads what there is to name. */
export async function knownIn(city: RunningCity, desk: Caller): Promise<Known> {
  const asked = await Promise.all(
    ['路灯坏了', '垃圾没有人收', '流动摊贩占道'].map((detail) =>
      city.nobody().post('/api/public/appeals', {
        ask: crypto.randomUUID(),
        area: community,
        data: { detail },
      }),
    ),
  )
  const [first] = asked
  const follow = await city.nobody().post('/api/public/follow', {
    number: first?.body.number,
    code: first?.body.code,
  })
  const { rows } = (await desk.get('/api/records/resident-appeal')).body
  const kinds = (await desk.get('/api/kinds')).body
  const lists = (await desk.get('/api/lists')).body
  const posts = (await desk.get(`/api/unit/${street}/posts`)).body
  const idsOf = (found: unknown) =>
    textsOf((Array.isArray(found) ? found : []).map((one) => at(one, 'id')))
  const choices = Object.values(isObject(lists) ? lists : {}).flatMap((list) =>
    textsOf((Array.isArray(list) ? list : []).slice(0, 4).map((one) => at(one, 'value'))),
  )
  return {
    ids: [...idsOf(rows), ...idsOf(posts).slice(0, 3)],
    numbers: [community, street, 530_100, 530_102, 1001],
    choices: [...choices, 'xlsx', 'csv', '1', '0', '530100', String(community), '2026-08-03'],
    kinds: textsOf((Array.isArray(kinds) ? kinds : []).map((one) => at(one, 'name'))),
    link: String(follow.body.token),
  }
}
