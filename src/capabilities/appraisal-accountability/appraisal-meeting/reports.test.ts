import { expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import { organiser } from '../testing/reviewing.ts'
import { cycleOf, next, of, planned, plannedInYear, reviewedReport, said } from './testing.ts'

/** A meeting whose list was taken from the street's reviewed report. */
function taken(form: 'onsite' | 'written') {
  const here = plannedInYear()
  const report = reviewedReport(here.told, form, here)
  here.told.does(here.id, 'takeReporters', [organiser, '08-03 10:00'])
  return { ...here, report, only: of(unit.street, here) }
}

function opened(form: 'onsite' | 'written') {
  const here = taken(form)
  here.meets()
  here.told.does(here.id, 'notify', [organiser, '08-09 10:00'])
  here.told.does(here.id, 'open', [organiser, '08-10 09:00'])
  return here
}

test('R033 the meeting of a year is not opened before the year has come to its second stage', () => {
  const { told, id, meets } = taken('onsite')
  told.does(id, 'notify', [organiser, '08-04 09:00'])
  const opens = () => told.refused(id, 'open', [organiser, '08-10 09:00'])
  expect(opens()).toBe('cycleMeets')
  meets()
  expect(opens()).toBeUndefined()
})

test('a meeting is planned for its own committee’s year of reports, never for another’s', () => {
  const { told } = planned()
  const [ours, theirs] = [cycleOf(told, unit.committee), cycleOf(told, unit.cityCommittee)]
  const plans = (cycle: string, by = organiser) =>
    told.tries('appraisal-meeting/plan', town.district, [by, '08-03 09:00', { ...next, cycle }])
  expect(plans(theirs)).toBe('isOwnCycle')
  expect(plans('no-such-cycle')).toBe('isOwnCycle')
  expect(plans(ours)).toBeUndefined()
  expect(plans(ours, post('clerk', unit.committee))).toBeUndefined()
  expect(plans(ours, post('clerk', unit.cityOrganisation))).toBe('isOwnCycle')
})

test('a report made to another committee is not taken over by this one’s meeting', () => {
  const { told, id, cycle } = plannedInYear()
  const report = reviewedReport(told, 'onsite', { cycle, host: unit.cityCommittee })
  expect(told.refused(id, 'takeReporters', [organiser, '08-03 10:00'])).toBe('hasReports')
  expect(told.record(id).parties).toEqual([])
  expect(told.state(report)).toBe('reviewed')
})

test('the reports reviewed in the cycle make the list, and move on as they are told', () => {
  for (const form of ['onsite', 'written'] as const) {
    const { told, id, report, only } = opened(form)
    expect(told.record(id).parties[0]).toMatchObject({
      unit: unit.street,
      fields: { form, report, order: 1 },
    })
    if (form === 'onsite') {
      only.reports('08-10 09:05')
      expect(told.state(report)).toBe('presented')
    }
    expect(only.asks('comment', '08-10 09:20', said)).toBeUndefined()
    expect(told.state(report)).toBe('commented')
    expect(told.all('appraisal-problem')[0]?.fields['report']).toBe(report)
  }
})

test('whoever was listed before their report was reviewed speaks to it as well', () => {
  const { told, id, cycle } = plannedInYear()
  const takes = () => told.refused(id, 'takeReporters', [organiser, '08-03 10:00'])
  expect(takes()).toBe('hasReports')
  const units = [unit.otherStreet, unit.street]
  told.does(id, 'addReporters', [organiser, '08-03 09:05', { units, form: 'onsite' }])
  const report = reviewedReport(told, 'onsite', { cycle })
  expect(takes()).toBeUndefined()
  expect(told.record(id).parties.map(({ unit: own, fields }) => [own, fields])).toEqual([
    [unit.otherStreet, { form: 'onsite', order: 1 }],
    [unit.street, { form: 'onsite', order: 2, report }],
  ])
  expect(takes()).toBe('hasReports')
})

test('a report told otherwise than was planned at its review stands so in itself', () => {
  const written = opened('onsite')
  expect(written.only.asks('makeWritten', '08-10 09:01')).toBeUndefined()
  expect(written.only.asks('comment', '08-10 09:02', said)).toBeUndefined()
  expect(written.told.record(written.report)).toMatchObject({
    state: 'commented',
    fields: { form: 'written' },
  })
  const onsite = opened('written')
  expect(onsite.only.asks('makeOnsite', '08-10 09:01')).toBeUndefined()
  onsite.only.reports('08-10 09:02')
  expect(onsite.told.record(onsite.report)).toMatchObject({
    state: 'presented',
    fields: { form: 'onsite' },
  })
})

test('whoever is struck off the list does not report this year, and is not listed again', () => {
  const { told, report, only } = opened('onsite')
  expect(only.asks('strikeOff', '08-10 09:01', { reason: '长期病假' })).toBeUndefined()
  expect(told.state(report)).toBe('excused')
  expect(only.asks('relist', '08-10 09:02')).toBe('hasNoReport')
  const excused = taken('onsite')
  const why = { excuse: '书记已调任' }
  excused.told.does(excused.report, 'excuse', [organiser, '08-04 09:00', why])
  expect(excused.only.asks('strikeOff', '08-04 10:00', { reason: '已调任' })).toBeUndefined()
  expect(excused.told.state(excused.report)).toBe('excused')
})
