import { expect, test } from 'vitest'
import { passwordSheet } from './password-sheet.ts'

test('a login that a spreadsheet would run, or that would break its row, does neither', () => {
  const all = [
    { login: 'lizhiqiu', password: 'abcd2345' },
    { login: '=HYPERLINK("http://a")', password: 'efgh2345' },
    { login: '＠王,禾苗', password: 'jkmn2345' },
  ]
  expect(passwordSheet(all).split('\r\n')).toEqual([
    '\ufeff登录名,初始密码',
    'lizhiqiu,abcd2345',
    `"'=HYPERLINK(""http://a"")",efgh2345`,
    `"'＠王,禾苗",jkmn2345`,
  ])
})
