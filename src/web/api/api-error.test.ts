import { expect, test } from 'vitest'
import { asApiError, errorFrom } from './api-error.ts'

test('a refusal keeps its words, its basis and what one can do instead', () => {
  const error = errorFrom(409, {
    error: { code: 'returnIsOpen', says: '退单时限已过', basis: '3.2', instead: '可申请裁定' },
  })
  expect([error.code, error.says, error.basis, error.instead]).toEqual([
    'returnIsOpen',
    '退单时限已过',
    '3.2',
    '可申请裁定',
  ])
})

test('sentences about fields stand at their fields, also when only one is named', () => {
  expect(
    errorFrom(400, { error: { code: 'invalid', says: 'x', fields: { plan: '请填写方案' } } })
      .fields,
  ).toEqual({ plan: '请填写方案' })
  expect(
    errorFrom(409, { error: { code: 'laterDay', says: '日期要在今天之后', field: 'reviewOn' } })
      .fields,
  ).toEqual({ reviewOn: '日期要在今天之后' })
})

test('an answer without words is put into words, and never blames what was typed', () => {
  expect(errorFrom(502, '<html>').says).toBe('服务器没能完成这一步，您填写的内容还在')
  expect(errorFrom(0, undefined).code).toBe('offline')
  expect(errorFrom(413, undefined).says).toBe('文件太大，请压缩后再传')
})

test('whatever was thrown can be shown', () => {
  expect(asApiError(new TypeError('x')).says).not.toContain('TypeError')
})
