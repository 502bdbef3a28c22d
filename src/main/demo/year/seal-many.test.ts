import { expect, test } from 'vitest'
import { providerOf } from '../../../platform/crypto/keys.ts'
import { sealMany } from './seal-many.ts'
import { unseal } from '../../../platform/crypto/seal.ts'

const provider = providerOf([{ id: 'k1', secret: Buffer.alloc(32, 7) }])
const texts = ['', '路灯不亮', 'a'.repeat(15), 'b'.repeat(16), 'c'.repeat(17), '树'.repeat(5000)]

test('texts that were sealed together open one by one, each in its own place', () => {
  const items = texts.map((plain, at) => ({ place: `words:${at}`, plain }))
  const sealed = sealMany(provider, items)
  expect(sealed.map((text, at) => unseal(provider, `words:${at}`, text))).toEqual(texts)
  expect(() => unseal(provider, 'words:0', sealed[1] ?? '')).toThrow('changed or moved')
})

test('the same text is never sealed alike', () => {
  const items = Array.from({ length: 50 }, () => ({ place: 'one', plain: '路灯不亮' }))
  expect(new Set(sealMany(provider, items)).size).toBe(50)
})

test('a counter that runs over is carried on as the cipher carries it', () => {
  const plain = '树'.repeat(40)
  const iv = Buffer.from('00112233445566778899aafffffffffe', 'hex')
  const [sealed = ''] = sealMany(provider, [{ place: 'one', plain }], () => iv)
  expect(unseal(provider, 'one', sealed)).toBe(plain)
})
