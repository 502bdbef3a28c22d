import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('every test that the page on security names is there', async () => {
  const page = await readFile(join(root, 'docs/security.md'), 'utf8')
  const named = [...page.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('each control on the page on security is met by a test that is named, or said not to be', async () => {
  const page = await readFile(join(root, 'docs/security.md'), 'utf8')
  const rows = page.split('\n').filter((line) => /^\| (8\.|V\d)/.test(line))
  expect(rows.length).toBeGreaterThan(80)
  const silent = rows.filter((row) => !/\.test\.ts`|not met|not applicable|outside/.test(row))
  expect(silent).toEqual([])
})
