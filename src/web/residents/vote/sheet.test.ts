import { expect, it } from 'vitest'
import { chosen, openLines, sheetIn } from './sheet.ts'

const choices = [
  { value: 'good', label: '好' },
  { value: 'poor', label: '差' },
]
const sheet = sheetIn({
  title: '述职评议会',
  label: '民主测评',
  lines: [
    { key: 'report:1', label: '述职：甲街道', choices },
    { key: 'whole', label: '总体', choices },
  ],
  demo: true,
})

it('a line without a choice is named before anything is cast', () => {
  expect(openLines(sheet, { whole: 'good' })).toEqual({ 'report:1': '还没有选：述职：甲街道' })
  expect(openLines(sheet, { whole: 'good', 'report:1': 'poor' })).toEqual({})
})

it('what is about to be cast is read once more in the words of the sheet', () => {
  expect(chosen(sheet, { whole: 'good', 'report:1': 'poor' })).toEqual([
    { key: 'report:1', label: '述职：甲街道', choice: '差' },
    { key: 'whole', label: '总体', choice: '好' },
  ])
})

it('an answer that is no sheet shows no lines', () => {
  expect(sheetIn('no').lines).toEqual([])
})
