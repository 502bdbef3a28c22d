import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindIndex, keyedDigest } from './blind-index.ts'
import { providerOf } from './keys.ts'
import { seal, unseal } from './seal.ts'

const old = { id: 'k1', secret: new Uint8Array(32).fill(1) }
const fresh = { id: 'k2', secret: new Uint8Array(32).fill(2) }
const provider = providerOf([old])

test('what is sealed opens in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, place) => {
      expect(unseal(provider, place, seal(provider, place, plain))).toBe(plain)
    }),
  )
})

test('sealing twice gives two texts, neither showing the plain one', () => {
  const [one, other] = [1, 2].map(() => seal(provider, 'contact', '13812345678'))
  expect(one).not.toBe(other)
  expect(one).not.toContain('138')
})

describe('a sealed text does not open', () => {
  const sealed = seal(provider, 'r1/phone', '13812345678')

  test('in another place', () => {
    expect(() => unseal(provider, 'r2/phone', sealed)).toThrow('changed or moved')
  })

  test('with any one character changed', () => {
    fc.assert(
      fc.property(
        fc.nat(sealed.length - 1),
        fc.constantFrom('A', 'b', '7', '_', '.'),
        (at, char) => {
          fc.pre(sealed[at] !== char)
          const changed = sealed.slice(0, at) + char + sealed.slice(at + 1)
          // The last character of a MAC carries unused bits; what decodes the same is the same.
          const macOf = (text: string) => Buffer.from(text.split('.').at(-1) ?? '', 'base64url')
          fc.pre(at < sealed.length - 1 || !macOf(changed).equals(macOf(sealed)))
          expect(() => unseal(provider, 'r1/phone', changed)).toThrow(/sealed text/)
        },
      ),
    )
  })

  test.each(['', 'plain', 's1', 's1.k1..'])('when it is %j', (text) => {
    expect(() => unseal(provider, 'r1/phone', text)).toThrow(/sealed text/)
  })

  test('with other keys of the same name', () => {
    const other = providerOf([{ id: 'k1', secret: fresh.secret }])
    expect(() => unseal(other, 'r1/phone', sealed)).toThrow('changed or moved')
  })
})

describe('after a new key was added', () => {
  const rotated = providerOf([old, fresh])

  test('old texts still open and new ones use the new key', () => {
    expect(unseal(rotated, 'p', seal(provider, 'p', '甲'))).toBe('甲')
    const sealed = seal(rotated, 'p', '乙')
    expect(sealed.split('.')[1]).toBe('k2')
    expect(() => unseal(provider, 'p', sealed)).toThrow('no key k2')
  })

  test('searching still finds what was indexed before', () => {
    expect(blindIndex(rotated, '13812345678')).toBe(blindIndex(provider, '13812345678'))
  })
})

test('an index is of one text, one key and one purpose', () => {
  const index = blindIndex(provider, '13812345678')
  expect(index).toMatch(/^[0-9a-f]{64}$/)
  expect(blindIndex(provider, '13812345679')).not.toBe(index)
  expect(blindIndex(providerOf([fresh]), '13812345678')).not.toBe(index)
  expect(keyedDigest(provider, '13812345678')).not.toBe(index)
})

test('keys of the wrong size or name are refused', () => {
  expect(() => providerOf([])).toThrow('at least one')
  expect(() => providerOf([{ id: 'k1', secret: new Uint8Array(16) }])).toThrow('32 bytes')
  expect(() => providerOf([{ id: 'a.b', secret: old.secret }])).toThrow('not a key id')
})
