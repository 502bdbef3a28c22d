import { expect, test } from 'vitest'
import type { Fields } from '../../kernel/field.ts'
import { edited } from './edited.ts'

const fields: Fields = {
  number: { type: 'code', label: '事项编号', required: true },
  basis: { type: 'code', label: '依据', required: true },
  keywords: { type: 'choices', label: '关键词' },
  spot: { type: 'text', label: '位置' },
}
const before = { number: '3.8', basis: '旧办法', keywords: ['公厕', '异味'] }

test('a correction sends what was changed and what may never be missing', () => {
  const data = { ...before, basis: '新办法' }
  expect(edited(fields, before, data)).toEqual({ number: '3.8', basis: '新办法' })
})

test('what was not there before is sent', () => {
  const data = { ...before, keywords: ['公厕'], spot: '东门' }
  expect(edited(fields, before, data)).toEqual({ ...data })
})
