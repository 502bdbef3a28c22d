import { describe, expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { meetingIndicators } from '../meeting/indicators.ts'
import {
  begun,
  bureau,
  type Data,
  holding,
  meetings,
  nextMeeting,
  offered,
  officialRoles,
  opened,
  organisation,
  readers,
  street,
  supervision,
} from '../meeting/testing.ts'
import { meetingDecision } from './kind.ts'

const whole = { owner: unit.bureau, dueOn: '2026-08-31' }

/** Noted in the street's joint meeting on Monday 10 August. */
function decided(data: Data = whole) {
  const { told, id } = holding()
  const said = { decision: '增设两处非机动车停放点', ...data }
  const done = told.does(id, 'capture', { by: street, at: '08-10 09:30', data: said })
  return { told, meeting: id, id: opened(done, 'meeting-decision') }
}

test('the declaration is sound', () => {
  expect(problemsIn(meetingDecision)).toEqual([])
})

test('the limits a city begins with', () => {
  const texts = Object.entries(meetingDecision.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'decision.assign': '1 个工作日',
    'decision.press': '3 个工作日',
    'decision.check': '5 个工作日',
  })
})

describe('R031', () => {
  test('R031 noted without owner or deadline it waits for both; noted with both it is worked on', () => {
    const { told, id } = decided({})
    expect(told.state(id)).toBe('captured')
    expect(told.expected(id)).toEqual([`${unit.street} assign`])
    expect(told.until('08-11 17:00', id)).toEqual(['DecisionStayedUnassigned'])
    told.step(id, 'assign', [street, '08-12 09:00', whole])
    expect(told.expected(id)).toEqual([`${unit.bureau} report`])
    const other = decided()
    expect(other.told.state(other.id)).toBe('assigned')
  })

  test('R031 its deadline lies ahead', () => {
    const { told, id } = decided({})
    const assigns = (dueOn: string) =>
      told.refused(id, 'assign', [street, '08-12 09:00', { ...whole, dueOn }])
    expect(assigns('2026-08-11')).toBe('dueIsAhead')
    expect(assigns('2026-08-12')).toBeUndefined()
    const held = holding()
    const past = { decision: '事项', ...whole, dueOn: '2026-08-09' }
    expect(held.told.refused(held.id, 'capture', [street, '08-10 09:30', past])).toBe('dueIsAhead')
    told.step(id, 'report', [bureau, '08-12 10:00', { result: '已完成' }])
    const stale = { reason: '标线未完成', dueOn: '2026-08-11' }
    expect(told.refused(id, 'sendBack', [street, '08-12 11:00', stale])).toBe('dueIsAhead')
  })
})

test('its owner works, the meeting’s host strikes it off or sends it back', () => {
  const { told, id } = decided()
  told.step(id, 'progress', [bureau, '08-12 09:00', { words: '已完成选址' }])
  told.step(id, 'report', [bureau, '08-20 09:00', { result: '两处已启用' }])
  expect(told.expected(id)).toEqual([`${unit.street} accept`])
  const back = { reason: '标线未完成' }
  const stale = { ...back, dueOn: '2026-08-19' }
  expect(told.refused(id, 'sendBack', [street, '08-21 09:00', stale])).toBe('dueIsAhead')
  told.step(id, 'sendBack', [street, '08-21 09:00', { ...back, dueOn: '2026-09-04' }])
  expect(told.fields(id)['dueOn']).toBe('2026-09-04')
  expect(told.until('09-04 16:59', id)).toEqual([])
  told.step(id, 'report', [bureau, '09-04 16:59', { result: '标线完成' }])
  expect(told.until('09-11 16:59', id)).toEqual([])
  expect(told.until('09-11 17:00', id)).toEqual(['DecisionCheckRanLate'])
  told.step(id, 'accept', [street, '09-12 09:00'])
  expect(told.state(id)).toBe('done')
})

test('what runs late is pressed again and again until it is reported or given a new deadline', () => {
  const { told, id } = decided()
  expect(told.until('08-31 16:59', id)).toEqual([])
  expect(told.until('08-31 17:00', id)).toEqual(['DecisionRanLate'])
  expect(told.state(id)).toBe('pressed')
  expect(told.until('09-03 16:59', id)).toEqual([])
  expect(told.until('09-03 17:00', id)).toEqual(['DecisionPressedAgain'])
  told.step(id, 'press', [supervision, '09-04 09:00', { words: '请本周报办结' }])
  expect(told.until('09-09 16:59', id)).toEqual([])
  expect(told.until('09-09 17:00', id)).toEqual(['DecisionPressedAgain'])
  told.step(id, 'assign', [street, '09-10 09:00', { owner: unit.traffic, dueOn: '2026-09-30' }])
  expect(told.state(id)).toBe('assigned')
  expect(told.until('09-30 16:59', id)).toEqual([])
  expect(told.until('09-30 17:00', id)).toEqual(['DecisionRanLate'])
})

test('given to another in time it runs by the new deadline', () => {
  const { told, id } = decided()
  told.step(id, 'assign', [street, '08-12 09:00', { owner: unit.traffic, dueOn: '2026-09-15' }])
  expect(told.until('09-15 16:59', id)).toEqual([])
  expect(told.expected(id)).toEqual([`${unit.traffic} report`])
})

describe('N15', () => {
  const n15 = meetingIndicators.find(({ id }) => id === 'N15')
  const figure = (counted: Readonly<Record<string, number>>) =>
    n15 &&
    figureOf(
      n15,
      ofCounts(({ measure }) => counted[measure] ?? 0),
    )

  test('N15 is struck off over decided: noted only or dropped ones are none', () => {
    const { told, id } = decided({})
    expect(told.city.record(id)?.counted).toEqual({})
    told.step(id, 'assign', [street, '08-12 09:00', whole])
    expect(told.city.record(id)?.counted).toEqual({ decided: 1, jointDecided: 1 })
    expect(figure(told.city.record(id)?.counted ?? {})).toMatchObject({ value: 0, denominator: 1 })
    told.step(id, 'report', [bureau, '08-20 09:00', { result: '已完成' }])
    told.step(id, 'accept', [street, '08-21 09:00'])
    const all = { decided: 1, done: 1, jointDecided: 1, jointDone: 1 }
    expect(told.city.record(id)?.counted).toEqual(all)
    expect(figure(all)).toMatchObject({ value: 1 })
    const other = decided()
    other.told.step(other.id, 'drop', [street, '08-11 09:00', { reason: '并入另一事项' }])
    expect(other.told.city.record(other.id)?.counted).toEqual({})
  })

  test('N15 counts joint meetings, and what other bodies decided beside them', () => {
    const { told, id } = ofStudy()
    expect(told.city.record(id)?.counted).toEqual({ decided: 1 })
    told.step(id, 'report', [bureau, '08-20 09:00', { result: '已完成' }])
    told.step(id, 'accept', [organisation, '08-21 09:00'])
    expect(told.city.record(id)?.counted).toEqual({ decided: 1, done: 1 })
  })

  test('one that ran late is counted on that day', () => {
    expect(meetingDecision.counters.late).toMatchObject({ on: { event: 'DecisionRanLate' } })
  })
})

/** Decided in a topic study that the organisation department runs for its committee. */
function ofStudy(data: Data = whole) {
  const told = meetings()
  const body = begun(
    told.starts('meeting-body', 'establish', {
      by: organisation,
      area: town.district,
      data: { sort: 'study', title: '专题研究', units: [unit.bureau], duty: '参加' },
    }),
  )
  told.step(body, 'activate', [organisation, '08-03 09:10'])
  const how = { by: organisation, at: '08-03 10:00', data: nextMeeting }
  const meeting = opened(told.does(body, 'convene', how), 'meeting')
  told.step(meeting, 'notify', [organisation, '08-04 09:00'])
  told.step(meeting, 'open', [organisation, '08-10 09:00'])
  const said = { decision: '配齐社区工作者', ...data }
  const done = told.does(meeting, 'capture', { by: organisation, at: '08-10 09:30', data: said })
  return { told, id: opened(done, 'meeting-decision') }
}

describe('who may', () => {
  const owner = [`${unit.bureau}: clerk dispatcher head leader secretary worker`]
  const front = [`${unit.street}: ${officialRoles}`]
  const hosts = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]
  const supervisors = [
    `${unit.citySupervision}: head supervisor`,
    `${unit.supervision}: head supervisor`,
  ]

  function table(
    { told, id }: { told: ReturnType<typeof meetings>; id: string },
    by: (command: string) => readonly string[],
  ) {
    const says = (...names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, by(name)]))
    expect(offered(told, id, '08-11 09:00')).toEqual(says('assign', 'drop'))
    told.step(id, 'assign', [by('assign') === front ? street : organisation, '08-11 09:00', whole])
    expect(offered(told, id, '08-12 09:00')).toEqual(says('report', 'progress', 'assign', 'drop'))
    told.city.until(at('08-31 17:00'))
    expect(offered(told, id, '09-01 09:00')).toEqual(
      says('report', 'progress', 'assign', 'drop', 'press'),
    )
    told.step(id, 'report', [bureau, '09-01 10:00', { result: '完成' }])
    expect(offered(told, id, '09-01 11:00')).toEqual(says('accept', 'sendBack'))
  }

  test('host and organisation department decide, the owner works, supervisors press', () => {
    table(decided({}), (command) => {
      if (command === 'report' || command === 'progress') return owner
      return command === 'press' ? [...supervisors, ...front] : front
    })
    table(ofStudy({}), (command) => {
      if (command === 'report' || command === 'progress') return owner
      return command === 'press' ? [...supervisors, ...hosts] : hosts
    })
  })

  test('it is seen by the host, its owner, those of the meeting, and the lines above', () => {
    const { told, id } = decided({ owner: unit.traffic, dueOn: '2026-08-31' })
    const members = told.city.record(id)?.parties.map((one) => `${one.unit} ${one.state}`)
    expect(members).toEqual([`${unit.bureau} told`, `${unit.community} told`])
    expect(readers(told, id, '08-10 12:00')).toEqual([
      ...supervisors,
      `${unit.bureau}: ${officialRoles}`,
      `${unit.traffic}: clerk dispatcher head leader secretary worker`,
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.community}: ${officialRoles}`,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
  })
})
