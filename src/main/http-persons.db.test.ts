import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Post, Role } from '../kernel/actor.ts'
import type { HttpDeps } from '../platform/http/deps.ts'
import { momentOf } from '../platform/store/value-types.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { type Answer, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const district = 530_102
const held = new Map<string, Post>()

beforeAll(async () => {
  city = await startRunningCity((deps) => ({
    ...deps,
    sessions: { ...deps.sessions, find: (token) => Promise.resolve(sessionOf(token)) },
  }))
}, 120_000)
afterAll(() => city.stop())

function sessionOf(token: string): Awaited<ReturnType<HttpDeps['sessions']['find']>> {
  const post = held.get(token)
  if (post === undefined) return undefined
  const { id, person } = post
  const named = { ...post, title: '', personName: '某人' }
  return { id, account: { id, person, login: id }, personName: '某人', post: named }
}

/** A new post, of somebody new or of a person who has another. */
async function appointed(unit: number, role: Role, person?: string): Promise<Post> {
  const { read } = city.platform.deps.db
  const own = { id: randomUUID(), person: person ?? randomUUID(), unit, role }
  if (person === undefined)
    await read
      .insertInto('person')
      .values({ city: CITY_CODE, id: own.person, name: '某人' })
      .execute()
  const valid_from = momentOf(Date.now() - 1000)
  await read
    .insertInto('post')
    .values({ city: CITY_CODE, ...own, title: '', valid_from })
    .execute()
  return own
}

function unitNamed(name: string): number {
  const units = city.platform.worlds.state()?.world.directory.units.values() ?? []
  const found = [...units].find((unit) => unit.name === name)
  if (found === undefined) throw new Error(`no unit ${name}`)
  return found.id
}

type Seen = Pick<Answer, 'status' | 'body'>

async function sent(by: Post, path: string, data?: object): Promise<Seen> {
  held.set(by.id, by)
  const response = await fetch(`${city.url}/api/${path}`, {
    method: data === undefined ? 'GET' : 'POST',
    headers: {
      'x-tongxin': '1',
      'content-type': 'application/json',
      cookie: `tx_session=${by.id}`,
    },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  })
  return { status: response.status, body: await response.json() }
}

it('a grade is read and answered by whom it is about, before and after they moved', async () => {
  const street = unitNamed('西翥街道办事处')
  const bureau = unitNamed('五华区城市管理局')
  const head = await appointed(unitNamed('五华区委组织部'), 'head')
  const decides = await appointed(unitNamed('中共五华区委员会'), 'secretary')
  const own = await appointed(street, 'secretary')
  const asks = (by: Post, path: string, data: object = {}) =>
    sent(by, `appraisal-rating/${path}`, { ask: randomUUID(), area: district, data })
  const begun = await asks(head, 'prepare', { year: 2026, unit: street })
  const { id } = begun.body
  await asks(decides, `${id}/rate`, { grade: 'average', reasons: '指出的三个问题两个没有整改到位' })
  const sees = async (by: Post) => {
    const { body } = await sent(by, 'records/appraisal-rating')
    const listed = body.rows.map((row: { id: string }) => row.id)
    return [(await sent(by, `record/${id}`)).status, listed.includes(id)]
  }
  const successor = await appointed(street, 'secretary')
  expect(await sees(own)).toEqual([200, true])
  expect(await sees(successor)).toEqual([404, false])
  const follows = async () => {
    const { body } = await sent(decides, `record/${id}`)
    return body.offers.some(({ command }: { command: string }) => command === 'follow')
  }
  expect(await follows(), 'who has not moved is not followed').toBe(false)
  await city.platform.deps.db.read
    .updateTable('post')
    .set({ valid_to: momentOf(Date.now() - 1000) })
    .where('id', '=', own.id)
    .execute()
  const colleague = await appointed(bureau, 'leader')
  const moved = await appointed(bureau, 'leader', own.person)
  expect(await follows()).toBe(true)
  expect((await asks(decides, `${id}/follow`)).status).toBe(200)
  expect([await sees(moved), await sees(colleague)]).toEqual([
    [200, true],
    [404, false],
  ])
  expect(await sees(successor)).toEqual([404, false])
  expect((await asks(moved, `${id}/accept`)).status).toBe(200)
})
