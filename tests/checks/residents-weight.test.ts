import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { weight } from './weight.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''

// In a process of its own: this one says it is a test, and React would come in its larger form.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongxin-weight-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const outDir = join(folder, 'dist/web')
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}, 180_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a resident’s phone, and a grid worker’s, loads at most 120 KB gzipped before the first page shows', async () => {
  expect(await weight.run(folder)).toEqual([])
})
