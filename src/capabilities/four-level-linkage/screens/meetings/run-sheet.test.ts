import { expect, test } from 'vitest'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { blockersOf, draftMinutes, inOrder, minutesUsed } from './run-sheet.ts'

type Given = {
  readonly id?: string
  readonly title?: string
  readonly state?: string
  readonly fields?: Readonly<Record<string, unknown>>
  readonly parties?: readonly (readonly [name: string, state: string])[]
}

function view({
  id = 'a',
  title = '停车',
  state = '',
  fields = {},
  parties = [],
}: Given): RecordView {
  return {
    record: {
      id,
      title,
      state,
      kind: '',
      kindLabel: '',
      number: '',
      stateLabel: '',
      is: 'working',
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
    parties: parties.map(([name, own], at) => ({
      role: 'member',
      roleLabel: '',
      unit: { id: at, name },
      state: own,
      stateLabel: own,
      joinedAt: '',
      late: false,
      fields: [],
    })),
    clocks: [],
    expected: [],
    refused: [],
    documents: [],
    handsOut: false,
    votes: false,
    offers: [],
    timeline: [],
    links: [],
  }
}

const at = (clock: string) => Date.parse(`2026-08-10T${clock}:00+08:00`)

test('a decision without owner and deadline and missing minutes stand in the way of closing', () => {
  const bare = view({ id: 'b', title: '助餐点', state: 'captured' })
  const whole = view({ id: 'c', state: 'assigned' })
  const says = (meeting: RecordView) => blockersOf(meeting, [bare, whole]).map((one) => one.says)
  expect(says(view({}))).toEqual(['“助餐点”还没有责任单位和期限', '还没有会议纪要'])
  expect(blockersOf(view({ fields: { minutes: '已议' } }), [whole])).toEqual([])
})

test('the time of an item runs while it is discussed and stands still afterwards', () => {
  const begunAt = '2026-08-10T09:05:00+08:00'
  const on = view({ state: 'discussing', fields: { begunAt } })
  expect(minutesUsed(on, at('09:17'))).toBe(12)
  const over = view({
    state: 'discussed',
    fields: { begunAt, endedAt: '2026-08-10T09:25:00+08:00' },
  })
  expect(minutesUsed(over, at('11:00'))).toBe(20)
  expect(minutesUsed(view({ state: 'accepted' }), at('11:00'))).toBeUndefined()
})

test('items without a number come last', () => {
  const items = [
    view({ id: 'none' }),
    view({ id: 'two', fields: { order: 2 } }),
    view({ id: 'one', fields: { order: 1 } }),
  ]
  expect(inOrder(items).map(({ record }) => record.id)).toEqual(['one', 'two', 'none'])
})

test('minutes are put together from who came, what was discussed and what was decided', () => {
  const meeting = view({
    fields: { startAt: '8月10日 09:00', spot: '三楼' },
    parties: [
      ['一社区', 'attending'],
      ['二社区', 'deputed'],
      ['城管局', 'excused'],
      ['民政局', 'silent'],
    ],
  })
  const items = [view({ title: '停车', fields: { outcome: '先试两处' } })]
  const decisions = [
    view({ title: '划线', state: 'assigned', fields: { owner: '城管局', dueOn: '8月31日' } }),
    view({ title: '供餐', state: 'captured' }),
  ]
  expect(draftMinutes({ meeting, items, decisions }).split('\n')).toEqual([
    '时间：8月10日 09:00',
    '地点：三楼',
    '出席：一社区、二社区（代会）',
    '请假：城管局',
    '',
    '一、议题',
    '1. 停车：先试两处',
    '',
    '三、议定事项',
    '1. 划线（城管局，8月31日前）',
    '2. 供餐（待定责）',
  ])
})
