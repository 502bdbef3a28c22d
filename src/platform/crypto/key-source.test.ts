import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { blindIndex } from './blind-index.ts'
import { type KeySource, keySource, type KeyWrapper } from './key-source.ts'
import { keyIdOf, seal, unseal } from './seal.ts'
import { openSoftwareKeys } from './software-keys.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

/** A service that keeps its key to itself, here in the same process. */
function service(name: string): KeyWrapper {
  const master = randomBytes(16)
  return {
    name,
    async wrap(secret) {
      const iv = randomBytes(16)
      const cipher = createCipheriv('sm4-cbc', master, iv)
      return Buffer.concat([iv, cipher.update(secret), cipher.final()])
    },
    async unwrap(wrapped) {
      const cipher = createDecipheriv('sm4-cbc', master, wrapped.subarray(0, 16))
      return Buffer.concat([cipher.update(wrapped.subarray(16)), cipher.final()])
    },
  }
}

const kms = service('kms')
const sources: readonly (readonly [string, () => KeySource])[] = [
  ['the home folder', () => keySource(home)],
  ['a service that wraps them', () => keySource(home, kms)],
]

describe.each(sources)('keys of %s', (_, source) => {
  test('opened again, open what was sealed before', async () => {
    const sealed = seal(await source().open(), 'r1/phone', '15400012345')
    expect(unseal(await source().open(), 'r1/phone', sealed)).toBe('15400012345')
  })

  test('after a change of keys the new one seals, the old one still opens, and numbers are found', async () => {
    const before = await source().open()
    const sealed = seal(before, 'p', '旧')
    expect(await source().rotate()).toBe('k2')
    const after = await source().open()
    expect(unseal(after, 'p', sealed)).toBe('旧')
    expect(keyIdOf(seal(after, 'p', '新'))).toBe('k2')
    expect(blindIndex(after, '1')).toBe(blindIndex(before, '1'))
  })
})

test('a process that was running finds the key another one added', () => {
  const running = openSoftwareKeys(home)
  expect(running.current.id).toBe('k1')
  const other = openSoftwareKeys(home)
  void keySource(home).rotate()
  const sealed = seal(openSoftwareKeys(home), 'p', '新')
  expect(keyIdOf(sealed)).toBe('k2')
  expect(unseal(other, 'p', sealed)).toBe('新')
  expect(() => running.find('k9')).not.toThrow()
})

test('wrapped keys lie nowhere in clear, and no other service opens them', async () => {
  const provider = await keySource(home, kms).open()
  const kept = readFileSync(join(home, 'keys.json'), 'utf8')
  expect(kept).toContain('"wrappedBy": "kms"')
  expect(kept).not.toContain(Buffer.from(provider.current.sealing).toString('base64').slice(0, 20))
  await expect(keySource(home, service('other')).open()).rejects.toThrow('wrapped by kms')
  expect(() => openSoftwareKeys(home)).toThrow('must be unwrapped by kms')
})
