import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { street } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const inAMonth = addDays(dayOf(Date.now()), 30)

it('where an expected step is not possible yet, those whose step it is read why', async () => {
  const office = await city.as('zuzhibu')
  const secretary = await city.as('shuji')
  const title = '网格员报表没有减下来'
  const id = await asks(office, 'raise', { title, source: 'inspection', year: 2026, unit: street })
  await asks(secretary, `${id}/claim`, { measures: '减掉三张表', lead: '副书记', dueOn: inAMonth })
  await asks(secretary, `${id}/submit`, { evidence: '三张表已经停用' })
  await asks(office, `${id}/accept`, {})
  const view = (await office.get(`/api/record/${id}`)).body
  expect(view.offers.map(({ command }: { command: string }) => command)).not.toContain('settle')
  expect(view.expected).toMatchObject([
    { command: 'settle', mine: true, notYet: { says: '还没有到回头看的日期，不能了结' } },
  ])
  const theirs = (await secretary.get(`/api/record/${id}`)).body
  expect(theirs.expected).toMatchObject([{ command: 'settle', mine: false }])
  expect(theirs.expected[0].notYet).toBeUndefined()
})

async function asks(by: Caller, command: string, data: object): Promise<string> {
  const { status, body } = await by.post(`/api/appraisal-problem/${command}`, {
    ask: randomUUID(),
    ...(command === 'raise' ? { area: 530_102 } : {}),
    data,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.record?.id ?? body.id
}
