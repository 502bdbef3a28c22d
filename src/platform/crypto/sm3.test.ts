import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hmacSm3, sm3 } from './sm3.ts'

test('SM3 gives the vectors of its standard', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3('abcd'.repeat(16))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  )
})

test('SM4 of this runtime gives the vector of its standard', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
  const sealed = Buffer.concat([cipher.update(block), cipher.final()])
  expect(sealed.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test('the MAC is the hash of hashes that RFC 2104 defines', () => {
  const hash = (...parts: readonly Uint8Array[]) => Buffer.from(sm3(Buffer.concat(parts)), 'hex')
  const bytes = fc.uint8Array({ maxLength: 200 })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), bytes, (key, data) => {
      const padded = Buffer.concat([key, Buffer.alloc(64 - key.length)])
      const inner = hash(
        padded.map((byte) => byte ^ 0x36),
        data,
      )
      const outer = hash(
        padded.map((byte) => byte ^ 0x5c),
        inner,
      )
      expect(hmacSm3(key, data).toString('hex')).toBe(outer.toString('hex'))
    }),
  )
})
