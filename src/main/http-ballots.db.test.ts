import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpDeps } from '../platform/http/deps.ts'
import { ballotRoutes } from '../platform/http/ballots/routes.ts'
import { handleErrors } from '../platform/http/errors.ts'
import { logOptions } from '../platform/log/log-options.ts'
import { askDue } from '../platform/clockwork/due.ts'
import { cityTables } from '../platform/backup/tables.ts'
import { withClient } from '../platform/store/database.ts'
import { voting } from '../platform/testing/vote.ts'
import { department, street } from './testing/appeal-asks.ts'
import {
  type Answer,
  type Caller,
  type RunningCity,
  startRunningCity,
} from './testing/running-city.ts'

let city: RunningCity
let deps: HttpDeps
let host: Caller
let meeting: string
let codes: string[]

const whole = {
  [`report:${department}`]: 'grade-fair',
  meeting: 'grade-excellent',
}
const cast = (code = '', answers: object = whole): Promise<Answer> =>
  city.nobody().post('/api/public/ballot/cast', { code, answers })
const sheet = (code = ''): Promise<Answer> =>
  city.nobody().post('/api/public/ballot/sheet', { code })
const ballot = (who: Caller): Promise<Answer> => who.get(`/api/record/${meeting}/ballot`)

beforeAll(async () => {
  city = await startRunningCity((own) => {
    deps = { ...own, registry: new Map([...own.registry, [voting.name, voting]]) }
    return deps
  })
  host = await city.as('huashan-jingban')
  const called = await host.post('/api/test-meeting/call', {
    ask: randomUUID(),
    data: {
      title: '述职评议会',
      host: street,
      voters: 8,
      until: '2099-03-20',
      reporters: [department],
    },
  })
  meeting = called.body.id
}, 120_000)
afterAll(() => city.stop())

it('slips are made by who holds the vote, once, and shown this once', async () => {
  expect((await ballot(host)).body).toMatchObject({ mayRun: true, eligible: 8 })
  const reporter = await city.as('chengguan')
  expect((await reporter.post(`/api/record/${meeting}/ballot/open`)).status).toBe(403)
  const stranger = await city.as('panlong')
  expect((await stranger.post(`/api/record/${meeting}/ballot/open`)).status).toBe(404)
  expect((await city.nobody().post(`/api/record/${meeting}/ballot/open`)).status).toBe(401)
  const { status, body } = await host.post(`/api/record/${meeting}/ballot/open`)
  expect([status, body.codes.length]).toEqual([200, 8])
  codes = body.codes
  expect(JSON.stringify((await ballot(host)).body)).not.toContain(codes[0])
})

it('who has a slip sees the sheet and nothing of the record but its title', async () => {
  const { status, body } = await sheet(codes[0])
  expect([status, body.label, body.title]).toEqual([200, '民主测评', '述职评议会'])
  expect(body.lines.map(({ key }: { key: string }) => key)).toEqual(Object.keys(whole))
  expect(Object.keys(body).toSorted()).toEqual(['demo', 'label', 'lines', 'title'])
})

it('a vote changes the count of slips and ballots, and no other row of the city', async () => {
  const counts = () =>
    withClient(city.databaseUrl, async (client) => {
      const all: Record<string, number> = {}
      for (const { name } of await cityTables(client)) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`)
        all[name] = rows[0]?.n ?? 0
      }
      return all
    })
  const before = await counts()
  expect((await cast(codes[0])).status).toBe(200)
  const after = await counts()
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(changed).toEqual(['ballot_cast', 'ballot_slip'])
})

it('a slip that was used, that nobody made, or with a misread sign opens nothing', async () => {
  const used = await cast(codes[0])
  const unknown = await cast('AAA-AAA-AAA-AAA-AAA-AAC')
  expect([used.status, used.body.error.code]).toEqual([404, 'gone'])
  expect((await sheet(codes[0])).body.error).toEqual(used.body.error)
  const { newSlipCode } = await import('../platform/ballots/slip-code.ts')
  expect((await cast(newSlipCode())).body.error).toEqual(used.body.error)
  expect([unknown.status, unknown.body.error.fields]).toEqual([400, { code: '票号不对' }])
  expect((await cast(codes[1], { meeting: 'grade-fair' })).status).toBe(400)
})

it('before the count nobody is told what was cast, nor that one more did', async () => {
  const { body } = await ballot(await city.as('huashan-fuze'))
  expect(body.poll).toEqual({
    made: 8,
    isClosed: false,
    isLost: false,
    tooFew: false,
  })
  expect((await ballot(await city.as('chengguan'))).status).toBe(403)
  expect((await host.post(`/api/record/${meeting}/ballot/open`)).body.error.code).toBe('voted')
})

it('votes leave no line in the log, at its most talkative level', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const app = fastify({ logger: { ...logOptions('debug'), stream } })
  handleErrors(app)
  ballotRoutes(app, deps)
  app.get('/heard', async () => 'yes')
  await app.inject({ url: '/heard' })
  const heard = lines.length
  expect(heard).toBeGreaterThan(0)
  for (const path of ['sheet', 'cast', 'cast'])
    await app.inject({
      method: 'POST',
      url: `/api/public/ballot/${path}`,
      payload: { code: codes[1], answers: whole },
    })
  await app.close()
  expect(lines).toHaveLength(heard)
  expect((await cast(codes[1])).body.error.code, 'it was cast').toBe('gone')
})

it('the count is asked by the holder alone and comes to the record once', async () => {
  const told = async () => (await ballot(host)).body.poll.cast
  for (const code of codes.slice(2, 4)) await cast(code)
  expect(await told(), 'four').toBeUndefined()
  await cast(codes[4])
  expect(await told(), 'five').toBe(5)
  await cast(codes[5])
  expect(await told(), 'six').toBe(5)
  const close = (who: Caller, handed: unknown) =>
    who.post(`/api/record/${meeting}/ballot/close`, { handed })
  expect((await close(await city.as('chengguan'), 7)).status).toBe(403)
  expect((await close(host, 'all')).status).toBe(400)
  expect((await close(host, 5)).body.error.code).toBe('tooFew')
  expect((await close(host, 9)).body.error.code).toBe('tooMany')
  const { status, body } = await close(host, 7)
  expect([status, body.poll.isClosed, body.poll.cast, body.poll.handed]).toEqual([200, true, 6, 7])
  expect((await cast(codes[6])).body.error.code).toBe('gone')
  await askDue({ ...deps }, 530_100, () => undefined)
  const view = await host.get(`/api/record/${meeting}`)
  expect(view.body.record.stateLabel).toBe('已计票')
  const tallied = view.body.timeline.find(({ type }: { type: string }) => type === 'Tallied')
  expect(tallied.says).toBe('发出 7 票，收回 6 票')
  expect(
    JSON.stringify(view.body.timeline),
    'who sees the record is not told totals',
  ).not.toContain('grade-')
})

it('totals are read by whom the kind names; the record tells that there was a vote', async () => {
  const head = await city.as('huashan-fuze')
  expect((await ballot(head)).body.poll.lines).toEqual([
    {
      label: expect.stringMatching(/^述职：/),
      totals: [
        { label: '好', count: 0 },
        { label: '较好', count: 6 },
        { label: '一般', count: 0 },
        { label: '差', count: 0 },
      ],
    },
    {
      label: '会议总体',
      totals: [
        { label: '好', count: 6 },
        { label: '较好', count: 0 },
        { label: '一般', count: 0 },
        { label: '差', count: 0 },
      ],
    },
  ])
  expect((await ballot(host)).body.poll.lines).toBeUndefined()
  expect((await head.get(`/api/record/${meeting}`)).body.votes).toBe(true)
  const reporter = await city.as('chengguan')
  expect((await reporter.get(`/api/record/${meeting}`)).body.votes).toBe(false)
})

it('making slips and counting them stands in the security log, with how many', async () => {
  const rows = await deps.db.read
    .selectFrom('security_event')
    .select(['what', 'about'])
    .where('what', 'in', ['ballotOpened', 'ballotClosed'])
    .orderBy('seq')
    .execute()
  expect(rows.map(({ what, about }) => [what, JSON.parse(about)])).toMatchObject([
    ['ballotOpened', { slips: 8, record: meeting }],
    ['ballotClosed', { handed: 7, record: meeting }],
  ])
})

it('a vote nobody counted before the meeting broke up is counted after, and no slip is made', async () => {
  const data = { title: '先散会的会议', host: street, voters: 8, until: '2099-03-20' }
  const called = await host.post('/api/test-meeting/call', { ask: randomUUID(), data })
  const { id } = called.body
  const path = `/api/record/${id}/ballot`
  const made = await host.post(`${path}/open`)
  expect((await cast(made.body.codes[0], { meeting: 'grade-fair' })).status).toBe(200)
  await host.post(`/api/test-meeting/${id}/leave`, { ask: randomUUID() })
  expect((await cast(made.body.codes[1], { meeting: 'grade-fair' })).status).toBe(404)
  expect((await host.get(path)).body).toMatchObject({ mayRun: false, mayCount: true })
  expect((await host.post(`${path}/open`)).body.error.code).toBe('notVoting')
  const reporter = await city.as('chengguan')
  expect((await reporter.post(`${path}/close`, { handed: 1 })).status).toBe(404)
  expect((await host.post(`${path}/close`, { handed: 1 })).body.poll).toMatchObject({ cast: 1 })
  await askDue({ ...deps }, 530_100, () => undefined)
  expect((await host.get(`/api/record/${id}`)).body.record.stateLabel).toBe('已计票')
  expect((await host.get(path)).body).toMatchObject({ mayRun: false, mayCount: false })
  expect((await host.post(`${path}/close`, { handed: 1 })).body.error.code).toBe('notVoting')
})
