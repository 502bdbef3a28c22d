import { expect, test } from 'vitest'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { evidenceOf, inOrder, inserted, lengthOf, missingOf } from './desk.ts'

function view(state: string, fields: Readonly<Record<string, string | number>>): RecordView {
  return {
    record: {
      id: `${fields['rank'] ?? state}`,
      title: '',
      state,
      kind: 'report-section',
      kindLabel: '',
      number: '',
      stateLabel: '',
      is: 'resting',
      steps: [],
      place: { path: '', area: 1 },
      version: 1,
      demo: false,
      openedAt: '2026-08-10T09:00:00+08:00',
    },
    fields: Object.entries(fields).map(([name, value]) => ({
      name,
      label: name,
      type: 'text',
      value,
      text: String(value),
    })),
    parties: [],
    clocks: [],
    expected: [],
    refused: [],
    handsOut: false,
    votes: false,
    documents: [],
    offers: [],
    timeline: [],
    links: [],
  }
}

test('evidence goes in where the caret stands, on a line of its own', () => {
  expect(inserted('', 0, '甲')).toEqual({ text: '甲', caret: 1 })
  expect(inserted('前后', 1, '甲')).toEqual({ text: '前\n甲\n后', caret: 3 })
  expect(inserted('前\n', 2, '甲')).toEqual({ text: '前\n甲', caret: 3 })
  expect(inserted('前', 99, '甲')).toEqual({ text: '前\n甲', caret: 3 })
})

test('the length counts characters, not blanks', () => {
  expect(lengthOf(['停 车\n', '𠮷'])).toBe(3)
})

test('evidence is the figures and then the records, one a line', () => {
  const section = view('empty', {
    told1: '诉求解决率：85%',
    evidence: '1. 修路（已兑现）\n2. 装灯',
  })
  expect(evidenceOf(section)).toEqual(['诉求解决率：85%', '修路（已兑现）', '装灯'])
  expect(evidenceOf(view('empty', {}))).toEqual([])
})

test('what must be told and is empty keeps a report from being handed in', () => {
  const must = view('empty', { weight: 'must', rank: 2 })
  const first = view('empty', { weight: 'first', rank: 1 })
  const others = [view('written', { weight: 'must' }), view('empty', { weight: 'general' })]
  expect(missingOf([must, first, ...others])).toEqual([must, first])
  expect(inOrder([must, first])).toEqual([first, must])
})
