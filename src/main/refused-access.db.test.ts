import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const clock = { ahead: 0 }
beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, now: () => Date.now() + clock.ahead }))
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

type Line = { readonly says: string; readonly who?: string }

async function lines(): Promise<readonly Line[]> {
  const found: Line[] = []
  const auditor = await city.as('shenji')
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: { body: { rows: Line[]; next?: string } } = await auditor.get(
      `/api/security-log?what=refusedAccess&cursor=${cursor}`,
    )
    found.push(...page.body.rows)
    cursor = page.body.next
  }
  return found
}

const about = async (id: string) => (await lines()).filter(({ says }) => says.includes(id))

it('a record that somebody asks for by its id and may not see is written down with the id', async () => {
  const { id } = (await registered(await city.as('zuoxi'))).body
  const stranger = await city.as('panlong')
  const ways = ['', '/offers', '/ballot', '/calendar.ics', '/document/any.docx', '/link']
  const asked = async (way: string) => (await stranger.get(`/api/record/${id}${way}`)).status
  for (const way of ways) expect([way, await asked(way)]).toEqual([way, 404])
  await asked('')
  expect(await about(id)).toHaveLength(ways.length)
  const other = (await registered(await city.as('zuoxi'))).body.id
  const nudge = { ask: randomUUID(), data: {} }
  expect((await stranger.post(`/api/resident-appeal/${other}/nudge`, nudge)).status).toBe(404)
  expect(await about(other)).toHaveLength(1)
  const file = randomUUID()
  expect((await stranger.get(`/api/files/${file}`)).status).toBe(404)
  expect(await about(file)).toHaveLength(1)
  const before = (await lines()).length
  expect((await stranger.get('/api/record/not-an-id')).status).toBe(404)
  expect(await lines()).toHaveLength(before)
})

it('a machine that asks for what it may not is written down as a person is', async () => {
  const admin = await city.as('admin')
  const values = { name: '越权的平台', unit: 2, role: 'agent' }
  const { password } = (await admin.post('/api/settings/machines', { values })).body
  const { id } = (await registered(await city.as('zuoxi'))).body
  const machine: Caller = city.machine(String(password))
  expect((await machine.get(`/api/record/${id}`)).status).toBe(404)
  expect(await about(id)).toHaveLength(1)
  expect((await machine.get('/api/account')).status).toBe(403)
  expect(await about('GET /api/account')).toHaveLength(1)
})

it('of one account no more than sixty lines are written in an hour', async () => {
  const person = await city.as('ducha')
  const before = (await lines()).length
  const tryMany = async (n: number) => {
    for (let tried = 0; tried < n; tried += 1) await person.get(`/api/record/${randomUUID()}`)
  }
  await tryMany(65)
  expect((await lines()).length - before).toBe(60)
  clock.ahead += 60 * 60_000
  await (await city.as('ducha')).get(`/api/record/${randomUUID()}`)
  expect((await lines()).length - before).toBe(61)
})
