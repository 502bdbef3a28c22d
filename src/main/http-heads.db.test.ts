import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs, dayOf } from '../kernel/time.ts'
import { closeDays } from '../platform/evidence/close-days.ts'
import { sealBatch } from '../platform/evidence/seal-batch.ts'
import { withClient } from '../platform/store/database.ts'
import { community } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const own = () => city.platform.worlds.state()?.city ?? 0
const appeal = async () => {
  const data = { detail: '小区门口路灯坏了', reporter: { name: '李四' } }
  const ask = { ask: randomUUID(), area: community, data }
  expect(await city.nobody().post('/api/public/appeals', ask)).toMatchObject({ status: 200 })
}

describe('the day’s head', () => {
  it('is public: numbers and hashes, and nobody’s words', async () => {
    expect((await city.nobody().get('/api/public/heads')).body).toEqual({ heads: [], more: false })
    await appeal()
    await withClient(city.databaseUrl, async (client) => {
      await sealBatch(client, own(), Date.now() - dayMs)
      await closeDays(client, own(), Date.now())
    })
    const { body } = await city.nobody().get('/api/public/heads')
    const [head] = body.heads
    expect(head).toMatchObject({ day: dayOf(Date.now() - dayMs), seals: 1, records: 1, prev: '' })
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(head.short.replaceAll('-', '').toLowerCase()).toBe(head.hash.slice(0, 16))
    expect(head.qr).toContain(`${head.day} ${head.short}`)
    expect(JSON.stringify(body)).not.toMatch(/路灯|李四/)
    const earlier = await city.nobody().get(`/api/public/heads?before=${head.day}`)
    expect(earlier.body.heads).toEqual([])
  })

  it('is not asked for by a day that is none', async () => {
    const answer = await city.nobody().get('/api/public/heads?before=2026-02-30')
    expect(answer.status).toBe(400)
  })
})

describe('whether seals keep up', () => {
  it('is told with the readiness, in seconds', async () => {
    const evidence = async () => (await city.nobody().get('/readyz')).body.evidence
    expect(await evidence()).toEqual({ ok: true, unsealedSeconds: 0 })
    await appeal()
    await withClient(city.databaseUrl, (client) =>
      client.query(`update sealing set at = now() - interval '7 seconds'`),
    )
    expect(await evidence()).toMatchObject({ ok: false, unsealedSeconds: 7 })
  })
})
