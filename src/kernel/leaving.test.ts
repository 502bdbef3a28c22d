import { expect, test } from 'vitest'
import { defineKind, type Kind } from './kind.ts'
import { post, story, town, unit } from './testing.ts'

const title = { type: 'text', label: '标题', required: true } as const
const shared = {
  group: 'test',
  systems: [],
  version: 1,
  about: '测试用',
  fields: { title },
  title: 'title',
  relations: { anyone: { label: '工作人员', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: { desk: { label: '受理', is: { function: 'intake' } } },
  responsible: 'desk',
} as const

const begin = {
  label: '登记',
  by: ['anyone'],
  input: { title },
  records: 'Begun',
  says: '登记',
  keeps: ['title'],
  to: 'standing',
} as const

/** What may never be pushed on, and the trace of whoever tried. */
const matter: Kind = defineKind({
  ...shared,
  name: 'matter',
  label: '事项',
  starts: { begin },
  states: {
    standing: {
      label: '在册',
      is: 'resting',
      commands: {
        push: {
          label: '下派',
          by: ['anyone'],
          requires: ['never'],
          records: 'Pushed',
          says: '下派',
        },
      },
    },
  },
  rules: {
    never: { says: '不得下派', basis: '测试', leaves: 'leavesTrace', holds: () => false },
  },
  effects: {
    leavesTrace: () => [
      { open: 'trace', command: 'note', input: {}, words: { title: '被拒下派' } },
    ],
  },
})
const trace: Kind = defineKind({
  ...shared,
  name: 'trace',
  label: '记录',
  starts: { note: { ...begin, by: ['effect'], records: 'Noted' } },
  states: { standing: { label: '在册', is: 'resting' } },
  rules: {},
})

test('what a refusal leaves lies where the record lies on which it was tried, and changes it not', () => {
  const told = story(
    new Map([
      ['matter', matter],
      ['trace', trace],
    ]),
  )
  const by = post('clerk', unit.bureau)
  const id = told.begin({
    kind: 'matter',
    command: 'begin',
    area: town.community,
    by,
    at: '08-03 09:00',
    data: { title: '一件事' },
  })
  const refused = told.does(id, 'push', { by, at: '08-03 10:00' })
  expect(refused).toMatchObject({ ok: false, refused: 'never' })
  expect(told.city.record(id)?.version).toBe(1)
  const left = Array.from({ length: 12 }, (_, index) => told.city.record(`id-${index}`)).filter(
    (record) => record?.kind === 'trace',
  )
  expect(left.map((record) => record?.place)).toEqual([told.city.record(id)?.place])
})
