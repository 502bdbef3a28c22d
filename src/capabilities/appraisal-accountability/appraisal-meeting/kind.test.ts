import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { type Data, limitsOf } from '../../street-mandate/testing/told.ts'
import { organiser, secretary } from '../testing/reviewing.ts'
import { appraisalMeeting } from './kind.ts'
import { holding, next, of, planned, said } from './testing.ts'

const whole = { minutes: '会议在区委礼堂召开，两名书记述职，逐一点评。' }

test('the declaration is sound, and the limits are those a city begins with', () => {
  expect(problemsIn(appraisalMeeting)).toEqual([])
  expect(limitsOf(appraisalMeeting)).toEqual({
    'appraisal.speech': '10 minute',
    'appraisal.comment': '30 minute',
    'appraisal.finish': '12 hour',
    'appraisal.minutes': '5 working-day',
    'appraisal.fullAttendance': '"area"',
  })
})

test('it is planned ahead, with units below, each once and in an order that can be changed', () => {
  const { told, id } = planned()
  const tries = (data: Data) =>
    told.tries('appraisal-meeting/plan', town.district, [
      organiser,
      '08-03 09:00',
      { ...next, ...data },
    ])
  expect(tries({ startAt: at('08-03 08:00') })).toBe('liesAhead')
  expect(tries({ endAt: at('08-10 08:00') })).toBe('liesAhead')
  const adds = (units: readonly number[]) =>
    told.refused(id, 'addReporters', [organiser, '08-03 10:00', { units, form: 'onsite' }])
  expect(told.refused(id, 'notify', [organiser, '08-03 10:00'])).toBe('someoneReports')
  expect(adds([unit.foreignStreet])).toBe('answersToAsker')
  expect(adds([unit.street, unit.otherStreet])).toBeUndefined()
  expect(adds([unit.street])).toBe('areNew')
  const orders = () => told.record(id).parties.map((one) => [one.unit, one.fields['order']])
  expect(orders()).toEqual([
    [unit.street, 1],
    [unit.otherStreet, 2],
  ])
  expect(
    of(unit.street, { told, id }).asks('setOrder', '08-03 11:00', { order: 3 }),
  ).toBeUndefined()
  expect(orders()[0]).toEqual([unit.street, 3])
  const why = { reason: '抽调外出' }
  expect(of(unit.otherStreet, { told, id }).asks('strikeOff', '08-03 12:00', why)).toBeUndefined()
  expect(told.record(id).parties[1]?.state).toBe('struckOff')
  expect(of(unit.otherStreet, { told, id }).asks('relist', '08-03 13:00')).toBeUndefined()
  for (const one of [unit.street, unit.otherStreet])
    expect(of(one, { told, id }).asks('strikeOff', '08-03 14:00', why)).toBeUndefined()
  expect(told.refused(id, 'notify', [organiser, '08-03 15:00'])).toBe('someoneReports')
  told.does(id, 'cancel', [organiser, '08-03 16:00', { reason: '无人述职' }])
  expect(of(unit.street, { told, id }).asks('relist', '08-03 17:00')).toBe('isNotOver')
})

test('it is moved ahead, opened on its day, and told of when nobody opens it', () => {
  const { told, id } = planned()
  const units = { units: [unit.street], form: 'onsite' }
  told.does(id, 'addReporters', [organiser, '08-03 10:00', units])
  const moves = (startAt: number) =>
    told.refused(id, 'reschedule', [organiser, '08-04 09:00', { startAt, spot: '区委会议室' }])
  expect(moves(at('08-04 08:00'))).toBe('liesAhead')
  expect(moves(at('08-12 09:00'))).toBeUndefined()
  told.does(id, 'notify', [organiser, '08-05 09:00'])
  expect(told.refused(id, 'open', [organiser, '08-11 09:00'])).toBe('dayHasCome')
  expect(told.until('08-12 16:59')).toEqual([])
  expect(told.until('08-12 17:00')).toEqual(['AppraisalMeetingUnopened'])
  told.does(id, 'open', [organiser, '08-13 09:00'])
  const other = planned()
  other.told.does(other.id, 'cancel', [organiser, '08-04 09:00', { reason: '合并召开' }])
  expect(other.told.state(other.id)).toBe('cancelled')
})

test('R037 the next report begins only after the one before has its comment', () => {
  const here = holding()
  const [first, second] = [of(unit.street, here), of(unit.otherStreet, here)]
  expect(first.asks('begin', '08-10 09:05')).toBeUndefined()
  expect(second.asks('begin', '08-10 09:06')).toBe('previousIsCommented')
  expect(first.asks('comment', '08-10 09:07', said)).toBe('notOffered')
  expect(first.asks('end', '08-10 09:15')).toBeUndefined()
  expect(second.asks('begin', '08-10 09:16')).toBe('previousIsCommented')
  expect(first.asks('comment', '08-10 09:20', said)).toBeUndefined()
  expect(second.asks('begin', '08-10 09:25')).toBeUndefined()
})

test('R037 a report has one comment, and none before it was told', () => {
  const here = holding()
  const first = of(unit.street, here)
  expect(first.asks('comment', '08-10 09:05', said)).toBe('isItsTurn')
  first.reports('08-10 09:06')
  expect(first.asks('comment', '08-10 09:20', said)).toBeUndefined()
  expect(first.asks('comment', '08-10 09:25', said)).toBe('notOffered')
})

test('R037 the meeting does not end while a report has no comment', () => {
  const here = holding()
  const { told, id } = here
  const ends = (moment: string) => told.refused(id, 'finish', [organiser, moment])
  of(unit.street, here).reports('08-10 09:05')
  expect(ends('08-10 09:20')).toBe('everyReportIsCommented')
  expect(of(unit.street, here).asks('comment', '08-10 09:20', said)).toBeUndefined()
  expect(ends('08-10 09:25')).toBe('everyReportIsCommented')
  const why = { reason: '因病请假' }
  expect(of(unit.otherStreet, here).asks('strikeOff', '08-10 09:26', why)).toBeUndefined()
  expect(ends('08-10 09:30')).toBeUndefined()
})

test('R037 a written report is marked and commented on when nobody else has the floor', () => {
  const here = holding()
  const [first, second] = [of(unit.street, here), of(unit.otherStreet, here)]
  expect(second.asks('makeWritten', '08-10 09:01')).toBeUndefined()
  expect(second.asks('makeWritten', '08-10 09:02')).toBe('isOnsite')
  expect(second.asks('begin', '08-10 09:02')).toBe('isOnsite')
  first.reports('08-10 09:05')
  expect(second.asks('comment', '08-10 09:20', said)).toBe('isItsTurn')
  expect(first.asks('comment', '08-10 09:21', said)).toBeUndefined()
  expect(second.asks('comment', '08-10 09:22', said)).toBeUndefined()
  expect(second.state()).toBe('commented')
  const other = of(unit.street, holding())
  expect(other.asks('makeWritten', '08-10 09:01')).toBeUndefined()
  expect(other.asks('makeOnsite', '08-10 09:02')).toBeUndefined()
  expect(other.asks('begin', '08-10 09:03')).toBeUndefined()
})

test('R038 a comment names problems, and each becomes one to be put right', () => {
  const here = holding()
  const { told, id } = here
  const first = of(unit.street, here)
  first.reports('08-10 09:05')
  const names = (problems: string) => first.asks('comment', '08-10 09:20', { ...said, problems })
  for (const none of ['', '  \n ', '短', '问题太长'.repeat(51), '问题很多条\n'.repeat(11)])
    expect(names(none)).toBe('namesProblems')
  expect(names(said.problems)).toBeUndefined()
  const problems = told.all('appraisal-problem')
  expect(problems.map((one) => [one.title, one.state])).toEqual([
    ['小区党支部覆盖不全', 'raised'],
    ['后备干部储备不足', 'raised'],
  ])
  expect(problems[1]?.fields).toMatchObject({
    source: 'comment',
    meeting: id,
    unit: unit.street,
    year: 2026,
    host: unit.committee,
    office: unit.organisation,
  })
  expect(told.record(id).parties[0]?.fields).toMatchObject({
    comment: { content: expect.any(String) },
  })
})

test('nobody reports or is commented on outside the meeting, and its list closes with it', () => {
  const { told, id } = planned()
  const units = { units: [unit.street], form: 'written' }
  told.does(id, 'addReporters', [organiser, '08-03 10:00', units])
  const one = of(unit.street, { told, id })
  expect(one.asks('comment', '08-03 11:00', said)).toBe('isHolding')
  expect(one.asks('makeOnsite', '08-03 11:00')).toBeUndefined()
  expect(one.asks('begin', '08-03 11:00')).toBe('isHolding')
  told.does(id, 'cancel', [organiser, '08-03 12:00', { reason: '改期另行通知' }])
  const late = '08-03 13:00'
  expect(one.asks('makeWritten', late)).toBe('isNotOver')
  expect(one.asks('makeOnsite', late)).toBe('isNotOver')
  expect(one.asks('setOrder', late, { order: 2 })).toBe('isNotOver')
  expect(one.asks('strikeOff', late, { reason: '取消' })).toBe('isNotOver')
})

test('each step has its limit, and minutes end it', () => {
  const here = holding({}, [unit.street])
  const { told, id } = here
  const only = of(unit.street, here)
  expect(only.asks('begin', '08-10 09:05')).toBeUndefined()
  expect(told.until('08-10 09:14')).toEqual([])
  expect(told.until('08-10 09:15')).toEqual(['ReportTimeUp'])
  expect(only.asks('end', '08-10 09:16')).toBeUndefined()
  expect(told.until('08-10 09:45')).toEqual([])
  expect(told.until('08-10 09:46')).toEqual(['ReportStayedUncommented'])
  expect(only.asks('comment', '08-10 10:00', said)).toBeUndefined()
  expect(told.until('08-10 20:59')).toEqual([])
  expect(told.until('08-10 21:00')).toEqual(['AppraisalMeetingStayedOpen'])
  told.does(id, 'finish', [secretary, '08-11 09:00'])
  expect(told.until('08-18 16:59')).not.toContain('AppraisalMinutesRanLate')
  expect(told.until('08-18 17:00')).toContain('AppraisalMinutesRanLate')
  told.does(id, 'close', [organiser, '08-19 09:00', whole])
  expect(told.state(id)).toBe('closed')
})

test('the reporters may not end or comment their own report', () => {
  const here = holding()
  const own = of(unit.street, here, post('secretary', unit.street))
  for (const command of ['begin', 'comment', 'makeWritten', 'makeOnsite', 'setOrder', 'strikeOff'])
    expect(own.asks(command, '08-10 09:05', said)).toBe('notAllowed')
  of(unit.street, here).asks('strikeOff', '08-10 09:06', { reason: '抽调外出' })
  expect(own.asks('relist', '08-10 09:07')).toBe('notAllowed')
})
