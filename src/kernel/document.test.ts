import { expect, test } from 'vitest'
import { documentProblems } from './document.ts'
import { defineKind } from './kind.ts'

test('a document that names what its kind lacks is told', () => {
  const kind = defineKind({
    name: 'note',
    label: '记录',
    group: 'testing',
    systems: [],
    version: 1,
    about: '测试用',
    fields: { title: { type: 'text', label: '标题' } },
    title: 'title',
    relations: {},
    see: [],
    seats: { desk: { label: '受理', is: { function: 'dispatch' } } },
    responsible: 'desk',
    starts: {},
    states: {},
    rules: {},
    documents: {
      good: {
        label: '纪要',
        heading: '{unit}{title}',
        parts: [{ field: 'title' }],
        signs: { seat: 'desk' },
      },
      bad: {
        label: '报告',
        heading: '{year}年报告',
        parts: [{ field: 'words' }, { heading: '参加单位', parties: 'guest', columns: [] }],
        signs: { seat: 'organ', day: 'dayOfIt' },
      },
    },
  })
  expect(documentProblems(kind)).toEqual([
    'document bad: no field words',
    'document bad: no field year',
    'document bad: no field dayOfIt',
    'document bad: no party guest',
    'document bad: no seat organ',
  ])
})
