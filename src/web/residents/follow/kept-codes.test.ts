import { expect, test } from 'vitest'
import { withCode, withoutCode } from './kept-codes.ts'

const one = { number: '26080300000P', code: 'K7P2MN4X' }
const other = { number: '26080300001N', code: 'A0A0A0A0' }

test('the newest stands first and none stands twice', () => {
  const codes = withCode(withCode(withCode([], one), other), { ...one, code: 'NEWER000' })
  expect(codes).toEqual([{ ...one, code: 'NEWER000' }, other])
})

test('one that is to be forgotten is gone', () => {
  expect(withoutCode([one, other], one.number)).toEqual([other])
})

test('nothing but number and code is kept', () => {
  const more = { ...one, detail: '路灯坏了' }
  expect(withCode([], more)).toEqual([one])
})
