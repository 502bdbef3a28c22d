import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoPassword } from '../../bench/product/client.ts'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { recheckProgram } from './programs.ts'
import { eventsOfAsks, untilEffectsAreDone } from './stored.ts'

type Job = {
  readonly id: string
  readonly state: string
  readonly counts: { readonly new: number; readonly made: number; readonly refused: number }
}

const rows = 3_000
let home = ''
let product: Product | undefined
let cookie = ''

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-import-kill-'))
})

afterEach(async () => {
  if (product !== undefined) await stopProduct(product)
  await rm(home, { recursive: true, force: true })
})

test('killed while it writes a sheet, the product goes on where it was and writes no row twice', async () => {
  await prepareCity(home)
  const options = { home, port: await findFreePort(), env: withoutPast }
  product = await startProduct(options)
  await signIn()
  const { id } = await answered('/api/sheets/resident-appeal/register', sheet())
  const checked = await until(id, ({ state }) => state === 'checked')
  expect(checked.counts.new).toBe(rows)
  await answered(`/api/sheets/jobs/${id}/write`, { only: 'all' })
  const begun = await until(id, ({ counts }) => counts.made > 200)
  expect(begun.counts.made).toBeLessThan(rows)
  product.send('SIGKILL')
  await product.ended

  product = await startProduct(options)
  const done = await until(id, ({ state }) => state === 'written')
  expect(done.counts).toMatchObject({ made: rows, new: 0, refused: 0 })
  const url = await runningUrl(home)
  expect(await timesOf(url)).toEqual({ records: rows, titles: rows })
  await untilEffectsAreDone(url)
  expect((await eventsOfAsks(url)).twice).toEqual([])
  expect(await stopProduct(product)).toEqual({ code: 0, signal: null })
  product = undefined
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
}, 300_000)

function sheet(): FormData {
  const lines = Array.from({ length: rows }, (_, at) => `第${at}号路灯不亮请派人来修,电话`)
  const form = new FormData()
  form.append('file', new Blob([`诉求内容,来源渠道\n${lines.join('\n')}\n`]), '诉求.csv')
  return form
}

async function timesOf(url: string) {
  const read = 'select count(*)::int as records, count(distinct title)::int as titles from record'
  const { rows: found } = await withClient(url, (client) => client.query(read))
  return found[0]
}

async function until(id: string, holds: (job: Job) => boolean): Promise<Job> {
  for (let waited = 0; waited < 120_000; waited += 20) {
    const job = await answered(`/api/sheets/jobs/${id}`)
    if (holds(job)) return job
    await pause(20)
  }
  throw new Error('the import does not get there')
}

async function signIn(): Promise<void> {
  const answer = await send('/api/session', { login: 'zuoxi', password: demoPassword })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function answered(path: string, body?: object): Promise<Job> {
  const answer = await send(path, body)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const job: Job = JSON.parse(await answer.text())
  return job
}

function send(path: string, body?: object): Promise<Response> {
  const isForm = body instanceof FormData
  return fetch(new URL(path, product?.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-tongxin': '1',
      cookie,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
}
