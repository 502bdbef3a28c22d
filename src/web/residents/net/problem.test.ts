import { expect, test } from 'vitest'
import { isRefused, offline, problemOf } from './problem.ts'

test('the words of a refusal are the server’s', () => {
  const body = { error: { code: 'isOpen', says: '已经办结', instead: '请重新提交' } }
  expect(problemOf({ status: 409, body })).toEqual({
    kind: 'refused',
    code: 'isOpen',
    says: '已经办结',
    instead: '请重新提交',
    fields: {},
  })
})

test('sentences about fields are kept by field', () => {
  const body = {
    error: { code: 'invalid', says: '请改', field: 'spot', fields: { detail: '太短' } },
  }
  expect(problemOf({ status: 400, body }).fields).toEqual({ detail: '太短', spot: '请改' })
})

test('too many requests say when to try again', () => {
  const body = { error: { code: 'tooMany', says: '太频繁' } }
  expect(problemOf({ status: 429, body, retryAfter: 600 }).instead).toBe('请过 10 分钟再试。')
  expect(problemOf({ status: 429, body, retryAfter: 30 }).instead).toBe('请过 30 秒再试。')
  expect(problemOf({ status: 429, body }).instead).not.toBe('')
  const timed = { error: { ...body.error, says: '太频繁，请 42 秒后再试' } }
  expect(problemOf({ status: 429, body: timed, retryAfter: 42 }).instead).toBe('')
  const said = { error: { ...body.error, instead: '请在 10:30 后再试' } }
  expect(problemOf({ status: 429, body: said, retryAfter: 600 }).instead).toBe('请在 10:30 后再试')
})

test('an answer that is no answer still says something', () => {
  for (const status of [400, 401, 404, 409, 413, 429, 500, 502, 503]) {
    expect(problemOf({ status, body: undefined }).says).not.toBe('')
  }
})

test('after a lost answer or a fault it may have been done; after a refusal it was not', () => {
  expect(isRefused(offline)).toBe(false)
  expect(isRefused(problemOf({ status: 503, body: undefined }))).toBe(false)
  expect(isRefused(problemOf({ status: 409, body: undefined }))).toBe(true)
  expect(isRefused(problemOf({ status: 429, body: undefined }))).toBe(true)
})
