import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'
import { openSoftwareKeys } from './software-keys.ts'

let base = ''
let home = ''

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'keys-'))
  home = join(base, 'home')
})

afterEach(() => {
  rmSync(base, { recursive: true })
})

test('keys are made on first use, for the owner alone, and nothing else is left behind', () => {
  openSoftwareKeys(home)
  expect(readdirSync(home)).toEqual(['keys.json'])
  expect(statSync(join(home, 'keys.json')).mode & 0o777).toBe(0o600)
})

test('keys opened later open what was sealed before', () => {
  const sealed = seal(openSoftwareKeys(home), 'contact', '13812345678')
  expect(unseal(openSoftwareKeys(home), 'contact', sealed)).toBe('13812345678')
})

test('two homes have different keys', () => {
  const sealed = seal(openSoftwareKeys(home), 'contact', '13812345678')
  const stranger = openSoftwareKeys(join(base, 'other'))
  expect(() => unseal(stranger, 'contact', sealed)).toThrow('changed or moved')
})

test('a keys file others may read is not used', () => {
  openSoftwareKeys(home)
  chmodSync(join(home, 'keys.json'), 0o640)
  expect(() => openSoftwareKeys(home)).toThrow('mode 0600')
})

test('a damaged keys file is not replaced by new keys', () => {
  openSoftwareKeys(home)
  writeFileSync(join(home, 'keys.json'), '{"keys":[]}')
  expect(() => openSoftwareKeys(home)).toThrow('too_small')
  expect(() => openSoftwareKeys(home)).toThrow('too_small')
})
