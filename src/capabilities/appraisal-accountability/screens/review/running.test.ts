import { expect, test } from 'vitest'
import type { FieldView, PartyView, RecordView } from '../../../../web/api/record-view.ts'
import { blockersOf, isWritten, nextUp, offersOf, onTheFloor, reportersOf } from './running.ts'

const field = (name: string, value: unknown): FieldView => ({
  name,
  label: name,
  type: 'text',
  value,
})

function reporter(id: number, state: string, given: { order?: number; form?: string }): PartyView {
  return {
    role: 'reporter',
    roleLabel: '述职单位',
    unit: { id, name: `${id} 街道` },
    state,
    stateLabel: state,
    joinedAt: '2026-08-03T01:00:00.000Z',
    late: false,
    fields: Object.entries(given).map(([name, value]) => field(name, value)),
  }
}

function meeting(...parties: readonly PartyView[]): RecordView {
  const offers = parties.map(({ role, unit }) => ({
    command: 'begin',
    label: '开始述职',
    party: { role, unit: unit.id },
    expected: false,
    grave: false,
  }))
  return {
    record: {
      id: 'id-1',
      kind: 'appraisal-meeting',
      kindLabel: '述职评议会',
      number: 'no-1',
      title: '述职评议会',
      state: 'holding',
      stateLabel: '召开中',
      is: 'working',
      steps: [],
      place: { path: '', area: 1 },
      version: 1,
      openedAt: '2026-08-03T01:00:00.000Z',
      demo: false,
    },
    fields: [],
    parties,
    clocks: [],
    expected: [],
    refused: [],
    handsOut: false,
    votes: false,
    documents: [],
    offers,
    timeline: [],
    links: [],
  }
}

test('reports stand in their order, and who does not report is not among them', () => {
  const view = meeting(
    reporter(1, 'listed', { order: 3 }),
    reporter(2, 'listed', { order: 1 }),
    reporter(3, 'struckOff', { order: 2 }),
    reporter(4, 'listed', {}),
  )
  expect(reportersOf(view).map(({ unit }) => unit.id)).toEqual([2, 1, 4])
})

test('one has the floor until the comment, and a written report never takes it', () => {
  const waiting = reporter(2, 'listed', { order: 2, form: 'written' })
  const last = reporter(3, 'listed', { order: 3, form: 'onsite' })
  for (const state of ['reporting', 'reported'])
    expect(onTheFloor(meeting(reporter(1, state, {}), waiting, last))?.unit.id).toBe(1)
  const free = meeting(reporter(1, 'commented', {}), waiting, last)
  expect(onTheFloor(free)).toBeUndefined()
  expect(nextUp(free)?.unit.id).toBe(3)
  expect(isWritten(waiting)).toBe(true)
  expect(isWritten(last)).toBe(false)
})

test('what keeps the meeting from ending is told by reason, with everybody it is about', () => {
  const view = meeting(
    reporter(1, 'commented', { order: 1 }),
    reporter(2, 'reported', { order: 2 }),
    reporter(3, 'reporting', { order: 3 }),
    reporter(4, 'listed', { order: 4, form: 'written' }),
    reporter(5, 'listed', { order: 5 }),
    reporter(6, 'listed', { order: 6 }),
  )
  expect(blockersOf(view)).toEqual([
    '述职完了，等点评：2 街道',
    '正在述职，还没有点评：3 街道',
    '书面述职，等点评：4 街道',
    '还没有述职：5 街道、6 街道',
  ])
})

test('what may be asked of one party is its own', () => {
  const [one, other] = [reporter(1, 'listed', {}), reporter(2, 'listed', {})]
  expect(offersOf(meeting(one, other), other).get('begin')?.party?.unit).toBe(2)
  expect(offersOf(meeting(one), other).size).toBe(0)
})
