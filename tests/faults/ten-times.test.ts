import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { seededDice, shuffled } from './dice.ts'
import { atLength } from './length.ts'
import { openStage, type Stage } from './stage.ts'
import { eventsOfAsks } from './stored.ts'

type Asked = { readonly by: number; readonly path: string; readonly body: { readonly ask: string } }
type Told = {
  readonly ask: string
  readonly status: number
  readonly record: string | undefined
  readonly version: number | undefined
}

const times = 10
const rounds = atLength({ short: 2, long: 60 })
const dice = seededDice(20_260_805)
let stage: Stage
/** Two people, each at two processes of the product. */
let clients: readonly (readonly Client[])[] = []

beforeAll(async () => {
  stage = await openStage()
  const urls = [(await stage.start()).url, (await stage.start()).url]
  clients = await Promise.all(
    ['zuoxi', 'huashan-jingban'].map((login) =>
      Promise.all(urls.map((url) => signedIn(url, login))),
    ),
  )
})

afterAll(async () => {
  await stage.clear()
  clients.flat().forEach((client) => client.close())
})

test('the same calls sent ten times at once to two processes are each taken down once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const asked = Array.from({ length: 6 }, () => register())
    const told = await sentTenTimes(asked)
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 200))
    const records = new Set(told.map(({ record }) => record))
    expect(records.size).toBe(asked.length)
    await expectOnce(asked, told)
  }
})

test('the same steps of one record sent ten times at once, among others, are each done once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const record = await dispatchedRecord()
    const asked = [
      step(record, 'sign', {}),
      ...['已联系居民', '已看过现场', '材料已到'].map((words) => step(record, 'note', { words })),
      step(record, 'contact', { how: 'phone' }),
      register(),
    ]
    const told = await sentTenTimes(asked)
    // What comes before the signature is not due yet, and is told so.
    expect(told.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    expect(told.some((one) => one.ask === asked[0]?.body.ask && one.status === 200)).toBe(true)
    await expectOnce(asked, told)
  }
})

test('after all this everything that is stored follows from the events', () =>
  stage.stopAndRecheck())

/** Every answer of an ask that was done tells the same, and it made one event. */
async function expectOnce(asked: readonly Asked[], told: readonly Told[]): Promise<void> {
  const stored = await eventsOfAsks(stage.database.url())
  expect(stored.twice).toEqual([])
  for (const { body } of asked) {
    const done = told.filter(({ ask, status }) => ask === body.ask && status === 200)
    expect(new Set(done.map(({ record, version }) => `${record} ${version}`)).size).toBe(
      Math.min(1, done.length),
    )
    expect({ ask: body.ask, events: stored.inAll(body.ask) }).toEqual({
      ask: body.ask,
      events: Math.min(1, done.length),
    })
  }
}

function sentTenTimes(asked: readonly Asked[]): Promise<readonly Told[]> {
  const all = asked.flatMap((one) => Array.from({ length: times }, () => one))
  return Promise.all(shuffled(all, dice).map(send))
}

async function send({ by, path, body }: Asked): Promise<Told> {
  const client = clients[by]?.[dice(2)]
  if (client === undefined) throw new Error('nobody to send it')
  const { status, text } = await client.post(path, body)
  const { view }: { view?: { record: { id: string; version: number } } } = JSON.parse(text)
  return { ask: body.ask, status, record: view?.record.id, version: view?.record.version }
}

function register(): Asked {
  const data = { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' }
  const body = { ask: randomUUID(), area: 530_102_001, data }
  return { by: 0, path: '/api/resident-appeal/register', body }
}

function step(record: string, command: string, data: object): Asked {
  const body = { ask: randomUUID(), data }
  return { by: 1, path: `/api/resident-appeal/${record}/${command}`, body }
}

async function dispatchedRecord(): Promise<string> {
  const { record = '' } = await send(register())
  const data = { lead: 10_000, category: '0101', limitClass: 'general' }
  const { status } = await send({ ...step(record, 'dispatch', data), by: 0 })
  expect(status).toBe(200)
  return record
}

async function signedIn(url: string, login: string): Promise<Client> {
  const client = openClient(url, { connections: 40 })
  await signIn(client, login)
  return client
}
