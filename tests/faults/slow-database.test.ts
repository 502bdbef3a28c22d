import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { seededDice } from './dice.ts'
import { atLength } from './length.ts'
import { startLoad } from './load.ts'
import { expectAllKept, openStage, type Stage } from './stage.ts'
import { eventsOfAsks } from './stored.ts'
import type { Loss } from './wire.ts'

let stage: Stage
let url = ''
let desk: Client

beforeAll(async () => {
  stage = await openStage()
  const product = await stage.start()
  url = product.url
  desk = openClient(url)
  await signIn(desk, 'zuoxi').catch((e) => {
    console.log(product.said.join('\n'))
    throw e
  })
})

afterEach(() => stage.database.wire.slowBy(0))

afterAll(async () => {
  await stage.clear()
  desk.close()
})

test.each<{ loss: Loss; stored: number }>([
  { loss: 'answer', stored: 1 },
  { loss: 'ask', stored: 0 },
])(
  'when the $loss of a commit is lost, one is told to send again, and that is done once',
  async ({ loss, stored }) => {
    const ask = randomUUID()
    const send = () => desk.post('/api/resident-appeal/register', { ask, ...call })
    stage.database.wire.lose([loss])
    const first = await send()
    expect(first.status).toBe(503)
    expect(first.text).toContain('重新发送不会重复')
    expect(await timesOf(ask)).toBe(stored)
    const second = await untilAnswered(send)
    const third = await send()
    expect(third.status).toBe(200)
    expect(idIn(third.text)).toBe(idIn(second.text))
    expect(await timesOf(ask)).toBe(1)
  },
)

test('on a slow line that keeps breaking, all that was acknowledged is kept and nothing is done twice', async () => {
  const dice = seededDice(20_260_804)
  stage.database.wire.slowBy(30)
  const load = await startLoad(url, 4)
  for (let round = 0; round < atLength({ short: 5, long: 120 }); round += 1) {
    const enough = load.acknowledged.length + 6
    const losses = Array.from({ length: dice(3) }, (): Loss => (dice(2) === 0 ? 'ask' : 'answer'))
    stage.database.wire.lose(losses)
    stage.database.wire.slowBy(dice(80))
    while (load.acknowledged.length < enough) await pause(20)
    if (dice(4) === 0) stage.database.wire.cut()
  }
  stage.database.wire.slowBy(0)
  await load.stop()
  expect(load.resent()).toBeGreaterThan(0)
  expect(stage.database.wire.left()).toBe(0)
  await expectAllKept(load, stage.database.url())
  await stage.stopAndRecheck()
}, 3_600_000)

const call = {
  area: 530_102_001,
  data: { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' },
}

async function untilAnswered(send: () => Promise<{ status: number; text: string }>) {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const reply = await send()
    if (reply.status === 200) return reply
    expect(reply.status).toBe(503)
    await pause(100)
  }
  throw new Error('nobody answers')
}

async function timesOf(ask: string): Promise<number> {
  return (await eventsOfAsks(stage.database.url())).inAll(ask)
}

function idIn(text: string): string {
  const { id }: { id: string } = JSON.parse(text)
  return id
}
