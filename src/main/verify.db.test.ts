import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../platform/backup/backup.ts'
import { sealBatch } from '../platform/evidence/seal-batch.ts'
import { withClient } from '../platform/store/database.ts'
import { asked, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let city: RunningCity
let folder = ''
let number = ''

beforeAll(async () => {
  city = await startRunningCity()
  folder = await mkdtemp(join(tmpdir(), 'tongxin-verify-'))
}, 120_000)
afterAll(async () => {
  await city.stop()
  await rm(folder, { recursive: true, force: true })
})

function run(...args: readonly string[]) {
  const program = [join(root, 'src/main/verify.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  })
  return { status, found: stdout.trim(), summary: stderr }
}

const seal = () =>
  withClient(city.databaseUrl, (client) =>
    sealBatch(client, city.platform.worlds.state()?.city ?? 0, Date.now()),
  )

test('an auditor with a backup finds it whole, with its words and contacts', async () => {
  const desk = await city.as('wuhua')
  const png = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png()
  const photo = await desk.upload('/api/files', new Uint8Array(await png.toBuffer()))
  const { body } = await registered(desk, { photos: [photo.body.id] })
  number = body.number
  await asked(desk, `${body.id}/note`, { words: '已经联系过' })
  expect(await seal()).toBeGreaterThan(0)
  const to = join(folder, 'kept')
  const own = city.platform.worlds.state()?.city ?? 0
  const options = { url: city.databaseUrl, home: city.home, to, city: own, say: () => undefined }
  await backup({ ...options, at: '2026-03-02T00:00:00.000Z' })
  const { status, found, summary } = run(to)
  expect({ status, found }, summary).toEqual({ status: 0, found: '' })
  expect(summary).toMatch(/核对了 1 件记录、2 个事件、1 条封条/)
  expect(summary).toMatch(/核对了 [3-9] 处文字和联系人/)
  expect(summary).toContain('核对了 1 个附件')
}, 60_000)

test('what was changed in the database is said with its record and event, and the exit code tells', async () => {
  await withClient(city.databaseUrl, (client) =>
    client.query(`update event set actor = 'someone' where seq = 2`),
  )
  const { status, found } = run(city.databaseUrl, '--keys', city.home)
  expect(status).toBe(1)
  expect(found).toContain(`记录 ${number}(`)
  expect(found).toContain('的第 2 个事件(')
  expect(found).toContain('：内容与校验值不符，被改动')
}, 60_000)

test('what somebody sent is changed in the folder, or gone', async () => {
  const sent = join(folder, 'kept', 'files')
  const [name = ''] = (await readdir(sent, { recursive: true })).filter((one) => one.length > 60)
  const bytes = await readFile(join(sent, name))
  await writeFile(join(sent, name), Buffer.concat([bytes, Buffer.from('x')]))
  expect(run(join(folder, 'kept')).found).toMatch(/附件\(.+：文件与摘要不符，被改动$/)
}, 60_000)

test('a backup whose file was changed is no copy to check, and neither is any folder', async () => {
  const file = join(folder, 'kept', 'event.jsonl.gz')
  const bytes = await readFile(file)
  await writeFile(file, bytes.subarray(0, bytes.length - 30))
  expect(run(join(folder, 'kept')).status).not.toBe(0)
  expect(run(folder)).toMatchObject({ status: 2 })
}, 60_000)
