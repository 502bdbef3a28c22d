import { expect, test } from 'vitest'
import { faultView, faultWords } from './fault-view.ts'
import { redacted, redactedDeep } from './redact.ts'

test('a fault of the database tells which rule of which table, and nothing of the row', () => {
  const fault = Object.assign(new Error('duplicate key value violates "account_login"'), {
    code: '23505',
    table: 'account',
    constraint: 'account_login',
    detail: 'Key (login)=(wang-xiaoming) already exists.',
    parameters: ['wang-xiaoming'],
    where: 'COPY content, line 1: wang-xiaoming',
  })
  const view = faultView(fault)
  expect(view).toMatchObject({ code: '23505', about: 'account.account_login' })
  expect(JSON.stringify(view)).not.toContain('xiaoming')
  expect(view.stack).toContain('fault-view.test.ts')
})

test('what a fault quotes of what was sent is left out, in its cause too', () => {
  const cause = new SyntaxError(`Unexpected token 'p', "pass word 1" is not valid JSON`)
  const fault = new Error('cannot read “王小明”', { cause })
  expect(JSON.stringify(faultView(fault))).not.toMatch(/pass word|王小明/)
  expect(faultWords(cause)).toBe('SyntaxError Unexpected token "…", "…" is not valid JSON')
})

test.each([
  ['postgres://tx:pa55word@host/db', 'postgres://tx:***@host/db'],
  ['authorization: Bearer abcdefgh12345678', 'authorization: Bearer ***'],
  ['tx_session=abc; path=/', 'tx_session=***; path=/'],
  [`digest ${'a1'.repeat(32)} is there`, 'digest *** is there'],
  ['record 0198f2a0-0000-7000-8000-000000000000', 'record 0198f2a0-0000-7000-8000-000000000000'],
  ['call 13800138000', 'call 138****8000'],
])('%s is logged as %s', (line, kept) => {
  expect(redacted(line)).toBe(kept)
})

test('whatever stands under a telling name is left out at any depth', () => {
  expect(redactedDeep({ a: [{ password: 'x', n: 1 }], token: { b: 2 } })).toEqual({
    a: [{ password: '***', n: 1 }],
    token: '***',
  })
})
