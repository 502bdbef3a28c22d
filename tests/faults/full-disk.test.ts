import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { demoPassword } from '../../bench/product/client.ts'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { sm3 } from '../../src/platform/crypto/sm3.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { atLength } from './length.ts'
import { type Load, startLoad } from './load.ts'
import { recheckProgram, verifyProgram } from './programs.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { expectAllKept } from './stage.ts'

let disk: SmallDisk | undefined
let product: Product | undefined
let load: Load | undefined
let cookie = ''

afterEach(async () => {
  await load?.stop().catch(() => undefined)
  if (product !== undefined) await stopProduct(product)
  await disk?.clear()
})

test('on a full disk everybody is told so, nothing is lost, and with room it goes on by itself', async (context) => {
  const mounted = await mountSmallDisk(400)
  if (typeof mounted === 'string') return context.skip(mounted)
  disk = mounted
  const home = join(disk.folder, 'home')
  await prepareCity(home)
  product = await startProduct({ home, port: await findFreePort(), env: withoutPast })
  await signIn(product.url)
  const old = await photo(40)
  expect((await upload(old)).status).toBe(200)
  load = await startLoad(product.url, 4)
  for (let round = 0; round < atLength({ short: 1, long: 12 }); round += 1) {
    await answered(load, 24)
    const said = await untilFull(disk)
    expect(said.text).toMatch(/磁盘满了|数据库暂时连接不上/)
    expect(said.text).toContain('重新发送不会重复')
    for (const picture of [old, await photo(41 + round)]) {
      const { status, text } = await upload(picture)
      expect(status, text).toBe(503)
      expect(text).toMatch(/磁盘满了|数据库暂时连接不上/)
    }
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
    await pause(atLength({ short: 1_000, long: 20_000 }))
    await disk.makeRoom()
    await answered(load, 24)
    await expect
      .poll(async () => (await upload(await photo(60 + round))).status, { timeout: 30_000 })
      .toBe(200)
  }
  await load.stop()
  const url = await runningUrl(home)
  await expectAllKept(load, url)
  await expectFilesWhole(join(home, 'files'))
  expect(await stopProduct(product)).toEqual({ code: 0, signal: null })
  product = undefined
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
  expect(await verifyProgram(home)).toEqual({ code: 0, said: '' })
}, 1_800_000)

/** Fills the disk until a new call cannot be taken down, and gives what its caller is told. */
async function untilFull(full: SmallDisk): Promise<{ readonly text: string }> {
  for (let waited = 0; waited < 40_000; waited += 100) {
    await full.fill()
    const { status, text } = await register()
    if (status === 503) return { text }
    expect(status, text).toBe(200)
    await pause(100)
  }
  throw new Error('the disk never gets full')
}

/** Every file is what its name says. */
async function expectFilesWhole(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((one) => one.isFile())
  expect(files.length).toBeGreaterThan(0)
  for (const { parentPath, name } of files)
    expect(sm3(await readFile(join(parentPath, name)))).toBe(basename(name))
}

function register(): Promise<{ status: number; text: string }> {
  const data = {
    title: '路灯不亮',
    detail: '楼下的路灯三天没有亮了。'.repeat(100),
    channel: 'phone',
  }
  return post(
    '/api/resident-appeal/register',
    JSON.stringify({ ask: randomUUID(), area: 530_102_001, data }),
  )
}

function upload(picture: Buffer): Promise<{ status: number; text: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), '照片.jpg')
  return post('/api/files', form)
}

function photo(shade: number): Promise<Buffer> {
  const background = { r: shade, g: 120, b: 200 }
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

async function signIn(url: string): Promise<void> {
  const signed = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login: 'zuoxi', password: demoPassword }),
  })
  cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function post(path: string, body: string | FormData) {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const headers = { 'x-tongxin': '1', cookie, ...type }
  const answer = await fetch(new URL(path, product?.url), { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text() }
}

async function answered({ acknowledged, surprises }: Load, more: number): Promise<void> {
  const enough = acknowledged.length + more
  for (let waited = 0; acknowledged.length < enough; waited += 20) {
    if (waited > 60_000) throw new Error(`it does not go on: ${surprises.join('\n')}`)
    await pause(20)
  }
}
