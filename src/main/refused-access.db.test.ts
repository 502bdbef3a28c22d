import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

it('what a post may not do is refused before its input is read, and written down for the auditor', async () => {
  const street = await city.as('huashan')
  const nonsense = { ask: randomUUID(), data: { nothing: 'of this' } }
  for (const _ of [1, 2]) {
    const refused = await street.post('/api/supervision-order/order', nonsense)
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'notAllowed' } } })
  }
  const auditor = await city.as('shenji')
  const { body } = await auditor.get('/api/security-log?what=refusedAccess')
  expect(body.rows).toHaveLength(1)
  expect(JSON.stringify(body.rows)).toContain('supervision-order')
})
