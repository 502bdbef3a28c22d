import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongxin-compiled-'))
})
afterAll(() => rm(folder, { recursive: true }))

const program = `
  const { useCompiled } = await import(process.argv[1])
  useCompiled(process.argv.slice(2))
  await import(process.argv[1].replace('compiled', 'groups'))`

test('modules are kept in the first folder that can be written', async () => {
  const [taken, free] = [join(folder, 'taken'), join(folder, 'free')]
  await writeFile(taken, '')
  const module = new URL('./compiled.ts', import.meta.url).href
  const args = ['--input-type=module', '-e', program, module, join(taken, 'inside'), free]
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env
  await promisify(execFile)(process.execPath, args, { env })
  const [version = ''] = await readdir(free)
  expect(await readdir(join(free, version))).not.toHaveLength(0)
})
