import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDue } from '../platform/clockwork/due.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const quiet = () => undefined

/** Two appeals, one merged into the other, which is then withdrawn after its answer was sent on:
 *  what it asks of the merged one comes too late and is refused there. */
async function refusedShare(desk: Caller): Promise<string> {
  const first = (await registered(desk)).body.id
  const second = (await registered(desk, { detail: '垃圾桶满了没人收，味道很大' })).body.id
  await asked(desk, `${second}/merge`, { primary: first })
  await asked(desk, `${first}/dispatch`, dispatching)
  const clerk = await city.as('huashan-jingban')
  await asked(clerk, `${first}/sign`)
  await asked(clerk, `${first}/contact`, { how: 'phone' })
  const answer = await asked(clerk, `${first}/submitAnswer`, { publicAnswer: '已清运并消杀' })
  if (answer.body.view.record.state === 'checking')
    await asked(await city.as('huashan-fuze'), `${first}/approve`)
  await asked(desk, `${second}/unmerge`)
  await askDue(city.platform.deps, CITY_CODE, quiet)
  return second
}

test('an ask of another record that was refused waits for a person, who gives it up as an event', async () => {
  const desk = await city.as('wuhua')
  const id = await refusedShare(desk)
  const { body } = await desk.get(`/api/record/${id}`)
  expect(body.refused).toMatchObject([{ label: '同步答复' }])
  const [{ effect }] = body.refused
  const settle = (who: Caller, how: string) =>
    who.post(`/api/record/${id}/effects/${effect}`, { ask: randomUUID(), do: how })
  const stranger = await city.as('panlong')
  expect((await settle(stranger, 'aside')).status).toBe(404)
  expect((await settle(desk, 'retry')).status).toBe(200)
  await askDue(city.platform.deps, CITY_CODE, quiet)
  expect((await settle(desk, 'aside')).status).toBe(200)
  const after = await desk.get(`/api/record/${id}`)
  expect(after.body.refused).toEqual([])
  expect(after.body.timeline.at(-1)).toMatchObject({ says: '不再联动' })
  expect((await settle(desk, 'aside')).status).toBe(404)
  const said: string[] = []
  await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  expect(said).toEqual([])
})
