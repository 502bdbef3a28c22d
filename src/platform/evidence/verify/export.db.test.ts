import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '../../../kernel/time.ts'
import { morning, testAsking } from '../../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { city, department } from '../../testing/world.ts'
import { readHeads } from '../heads.ts'
import { sealAll } from '../testing.ts'
import { exportEvidence, NothingToExport } from './export.ts'

let base: TestDatabase
let folder = ''
let number = ''
let published = ''
const hasOpenssl = spawnSync('openssl', ['dgst', '-sm3'], { input: '' }).status === 0

beforeAll(async () => {
  base = await startTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tongxin-evidence-'))
  const { asked } = testAsking(base.db)
  const { record } = await asked('open', { title: '路灯不亮', lead: department })
  await asked('note', { words: '看过' }, { record: record.id, by: department })
  await sealAll(base.url, morning)
  await asked('close', {}, { record: record.id, by: department })
  await sealAll(base.url, morning + 1)
  await sealAll(base.url, morning + dayMs)
  number = record.number
  published = (await readHeads(base.db, { city, limit: 1 }))[0]?.hash ?? ''
  await exportEvidence({ url: base.url, city, to: folder, records: [number], seals: [1] })
}, 60_000)
afterAll(async () => {
  await base.stop()
  await rm(folder, { recursive: true, force: true })
})

/** As an auditor computes it: with openssl where the machine has it. */
function sm3Of(file: string): Promise<string> {
  if (!hasOpenssl)
    return readFile(join(folder, file)).then((bytes) =>
      createHash('sm3').update(bytes).digest('hex'),
    )
  const said = execFileSync('openssl', ['dgst', '-sm3', '-r', file], { cwd: folder })
  return Promise.resolve(said.toString().slice(0, 64))
}

const text = (file: string) => readFile(join(folder, file), 'utf8')

test("a record's every step leads to its seal, the seal to its day, and the day to what was published", async () => {
  const events = [1, 2, 3].map((seq) => `event-${number}-000${seq}.txt`)
  const [first = '', second = '', third = ''] = await Promise.all(events.map(sm3Of))
  expect(await text(events[1] ?? '')).toContain(first)
  expect(await text(events[2] ?? '')).toContain(second)
  expect(await text('seal-000000001.txt')).toContain(` 2 ${second}\n`)
  expect(await text('seal-000000002.txt')).toContain(` 3 ${third}\n`)
  const day = await text('day-2026-03-02.txt')
  expect(day).toContain(`\n1 ${await sm3Of('seal-000000001.txt')}\n`)
  expect(day).toContain(`\n2 ${await sm3Of('seal-000000002.txt')}\n`)
  expect(await sm3Of('day-2026-03-02.txt')).toBe(published)
})

test.runIf(hasOpenssl)('the commands of the recipe do what it says', async () => {
  const run = (command: string) =>
    spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
  const compare = 'openssl dgst -sm3 -r *.txt | diff expected -'
  expect(run(compare)).toMatchObject({ status: 0, stdout: '' })
  const one = run('openssl dgst -sm3 -r event-*-0001.txt').stdout.slice(0, 64)
  expect(run(`grep ${one} seal-*.txt`).stdout).toContain(' 1 ')
  run(`sed -i s/Noted/Noticed/ event-${number}-0002.txt`)
  expect(run(compare)).toMatchObject({ status: 1 })
  const recipe = await text('说明')
  const page = await readFile(new URL('../../../../docs/evidence.md', import.meta.url), 'utf8')
  for (const command of [
    compare,
    'openssl dgst -sm3 -r event-*-0001.txt',
    'grep 算出的值 seal-*.txt',
    'openssl dgst -sm3 -r seal-*.txt',
    'grep 算出的值 day-*.txt',
    'openssl dgst -sm3 -r day-*.txt',
  ])
    for (const text of [recipe, page]) expect(text).toContain(command)
})

test('what lies beside holds nobody’s words', async () => {
  const all = await Promise.all((await readdir(folder)).map(text))
  expect(all.join('')).not.toMatch(/路灯|看过/)
})

test('a record that is not there is said so', async () => {
  const asked = { url: base.url, city, to: folder, records: ['N99'], seals: [] }
  await expect(exportEvidence(asked)).rejects.toThrow(NothingToExport)
})
