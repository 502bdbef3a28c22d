import { expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, starters } from '../../four-level-linkage/testing.ts'
import { office, planned, streetSecretary, yearOf } from '../appraisal-template/testing.ts'

import {
  head,
  isToldAndCommented,
  meeting,
  passes,
  remarks,
  researching,
  sectionsOf,
} from './testing.ts'

const plan = { kind: 'appraisal-cycle', command: 'plan', area: town.district }

test('R033 the meeting does not begin before the reports of the research stage are handed in and passed', () => {
  const { told, id, reports } = researching()
  expect(told.state(id)).toBe('research')
  expect(told.refused(id, ['startRectifying', office, '08-10 09:00'])).toBe('notOffered')
  const [first = '', second = ''] = reports
  passes(told, first)
  expect(told.refused(id, ['startMeeting', office, '08-11 09:00'])).toBe('reportsAreReviewed')
  for (const section of sectionsOf(told, second))
    told.step(section, ['write', post('clerk', unit.otherStreet), '08-11 09:00'], { body: '写了' })
  told.step(second, ['submit', post('secretary', unit.otherStreet), '08-11 10:00'])
  expect(told.refused(id, ['startMeeting', office, '08-11 11:00'])).toBe('reportsAreReviewed')
  told.step(second, ['approve', office, '08-11 12:00'], { form: 'written' })
  told.step(id, ['startMeeting', office, '08-11 13:00'])
})

test('R033 rectification does not begin before every report is commented on', () => {
  const { told, id, reports } = researching()
  const [first = '', second = ''] = reports
  passes(told, first)
  passes(told, second, 'written')
  told.step(id, ['startMeeting', office, '08-12 09:00'])
  const begin = () => told.refused(id, ['startRectifying', office, '08-12 12:00'])
  expect(begin()).toBe('reportsAreCommented')
  for (const report of reports) told.step(report, ['wasPresented', meeting, '08-12 10:00'])
  expect(reports.map((report) => told.state(report))).toEqual(['presented', 'written'])
  expect(begin()).toBe('reportsAreCommented')
  told.step(first, ['wasCommented', meeting, '08-12 11:00'])
  expect(begin()).toBe('reportsAreCommented')
  told.step(second, ['wasCommented', meeting, '08-12 11:00'])
  for (const report of reports) remarks(told, report, '08-12 11:30')
  told.step(id, ['startRectifying', office, '08-12 12:00'])
  expect(told.state(id)).toBe('rectifying')
})

test('every stage has somebody expected and a day', () => {
  const { told, id, reports } = researching()
  expect(told.expected(id)).toEqual([`${unit.organisation} startMeeting`])
  for (const report of reports) passes(told, report)
  expect(told.until('08-28 17:00', id)).toEqual(['CycleMeetingDayCame'])
  told.step(id, ['startMeeting', office, '08-31 09:00'])
  for (const report of reports) {
    isToldAndCommented(told, report, '08-31 11:00')
    remarks(told, report, '08-31 11:30')
  }
  expect(told.expected(id)).toEqual([`${unit.organisation} startRectifying`])
  expect(told.until('09-14 17:00', id)).toEqual(['CycleMeetingRanLate'])
  told.step(id, ['startRectifying', office, '09-15 09:00'])
  expect(told.expected(id)).toEqual([`${unit.organisation} close`])
  expect(told.until('12-31 17:00', id)).toEqual([])
  const slow = yearOf()
  slow.template()
  const early = slow.cycle()
  expect(slow.expected(early)).toEqual([`${unit.organisation} startResearch`])
  expect(slow.until('08-31 17:00', early)).toEqual(['CyclePreparedLate'])
})

test('those above appraise; the host and its office carry it on; reporters and those above look on', () => {
  const told = yearOf()
  told.template()
  told.question()
  expect(starters((by) => told.tries(plan, [by, '08-03 09:00'], planned))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation),
  )
  const { told: own, id } = researching()
  expect(own.readers(id)).toEqual(
    all(
      unit.cityCommittee,
      unit.cityOrganisation,
      unit.committee,
      unit.organisation,
      unit.street,
      unit.otherStreet,
    ),
  )
  const ours = all(unit.committee, unit.organisation)
  const prepared = told.cycle({ year: 2025 })
  expect(told.offered(prepared)).toEqual({ addReporters: ours, drop: ours })
  const outsiders = [streetSecretary, post('clerk', unit.cityOrganisation)]
  const host = post('head', unit.committee)
  for (const by of outsiders)
    expect(told.refused(prepared, ['startResearch', by, '08-05 10:00'])).toBe('notAllowed')
  expect(told.refused(prepared, ['startResearch', host, '08-05 10:00'])).toBe('questionsAreSet')
  for (const by of outsiders)
    expect(own.refused(id, ['startMeeting', by, '08-05 10:00'])).toBe('notAllowed')
  expect(own.refused(id, ['startMeeting', host, '08-05 10:00'])).toBe('reportsAreReviewed')
})

test('the host itself carries a cycle to its end; nobody else does', () => {
  const { told, id, reports } = researching()
  const host = post('secretary', unit.committee)
  for (const report of reports) passes(told, report)
  told.step(id, ['startMeeting', host, '08-13 09:00'])
  for (const report of reports) {
    isToldAndCommented(told, report, '08-13 09:10')
    remarks(told, report, '08-13 09:30')
  }
  const outsiders = [streetSecretary, post('clerk', unit.cityOrganisation)]
  for (const by of outsiders)
    expect(told.refused(id, ['startRectifying', by, '08-13 10:00'])).toBe('notAllowed')
  told.step(id, ['startRectifying', host, '08-13 10:00'])
  const ours = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ close: ours })
  told.step(id, ['close', host, '08-13 11:00'])
  expect(told.offered(id)).toEqual({})
})

test('R035 each topic that must be commented on and rated is, before rectification begins', () => {
  const told = yearOf()
  told.template({ lines: ['theme', 'urban', 'promises'] })
  told.question()
  const id = told.cycle({ reporters: [unit.street] })
  const [report = ''] = told.reports(id)
  passes(told, report)
  const [theme = '', urban = '', promises = '', problems = '', question = ''] = sectionsOf(
    told,
    report,
  )
  const remark = (section: string) =>
    told.refused(section, ['remark', head, '08-12 11:00'], { remark: '讲得实', mark: 'fair' })
  told.step(id, ['startMeeting', office, '08-12 10:40'])
  expect(remark(theme)).toBe('reportIsTold')
  isToldAndCommented(told, report, '08-12 10:50')
  const begin = () => told.refused(id, ['startRectifying', office, '08-12 12:00'])
  for (const section of [theme, urban, problems, question]) {
    expect(begin()).toBe('mustTopicsAreRemarked')
    expect(remark(section)).toBeUndefined()
  }
  expect(told.fields(promises)['remark']).toBeUndefined()
  expect(begin()).toBeUndefined()
})

test('a report that is excused with a reason holds up neither the meeting nor what follows it', () => {
  const { told, id, reports } = researching()
  const [first = '', second = ''] = reports
  passes(told, first)
  expect(told.refused(id, ['startMeeting', office, '08-11 09:00'])).toBe('reportsAreReviewed')
  told.step(second, ['excuse', office, '08-11 10:00'], { excuse: '书记九月已调任' })
  told.step(id, ['startMeeting', office, '08-11 11:00'])
  isToldAndCommented(told, first, '08-12 10:00')
  const begin = () => told.refused(id, ['startRectifying', office, '08-12 12:00'])
  expect(begin(), 'what the first must tell is not commented on yet').toBe('mustTopicsAreRemarked')
  remarks(told, first, '08-12 11:30')
  expect(begin()).toBeUndefined()
})

test('R035 what stands beyond the end of a list is waited for like what stands in it', () => {
  const { told, id, reports } = researching()
  const [first = '', second = ''] = reports
  passes(told, first)
  told.step(second, ['excuse', office, '08-11 10:00'], { excuse: '书记九月已调任' })
  told.step(id, ['startMeeting', office, '08-11 11:00'])
  isToldAndCommented(told, first, '08-12 10:00')
  const open = { kind: 'report-section', command: 'open', area: town.street }
  const excused = { cycle: id, report: second, reporter: unit.otherStreet, weight: 'must' }
  for (let n = 0; n < 500; n += 1)
    told.begin(open, [meeting, '08-12 10:30'], { ...excused, title: '城市基层党建' })
  expect(told.refused(id, ['startRectifying', office, '08-12 12:00'])).toBe('mustTopicsAreRemarked')
})
