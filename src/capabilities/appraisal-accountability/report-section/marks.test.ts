import { expect, test } from 'vitest'
import { textOf } from '../../../kernel/field.ts'
import { post, unit } from '../../../kernel/testing.ts'
import {
  head,
  isToldAndCommented,
  passes,
  remarks,
  researching,
  sectionsOf,
} from '../appraisal-cycle/testing.ts'
import { office, streetClerk, streetSecretary } from '../appraisal-template/testing.ts'
import { reportSection } from './kind.ts'

const said = { remark: '讲得实', mark: 'fair' }

/** The meeting of a district has begun: the first report is told, the second not yet. */
function meeting() {
  const { told, id, reports } = researching()
  const [first = '', second = ''] = reports
  passes(told, first)
  passes(told, second)
  const [section = ''] = sectionsOf(told, first)
  const before = told.refused(section, ['remark', head, '08-11 09:00'], said)
  told.step(id, ['startMeeting', office, '08-12 09:00'])
  const untold = told.refused(section, ['remark', head, '08-12 09:10'], said)
  isToldAndCommented(told, first, '08-12 10:00')
  return { told, id, first, second, section, before, untold }
}

test('R035 a section is marked while the year is in its meeting, after it was told, and never later', () => {
  const { told, id, first, second, section, before, untold } = meeting()
  expect([before, untold]).toEqual(['cycleIsInMeeting', 'reportIsTold'])
  isToldAndCommented(told, second, '08-12 10:30')
  remarks(told, first, '08-12 11:00')
  remarks(told, second, '08-12 11:00')
  expect(told.fields(section)['mark']).toBe('good')
  told.step(id, ['startRectifying', office, '08-12 12:00'])
  const late = told.refused(section, ['remark', head, '08-12 13:00'], said)
  expect(late).toBe('cycleIsInMeeting')
})

test('R035 a mark once given is not changed', () => {
  const { told, section } = meeting()
  told.step(section, ['remark', head, '08-12 11:00'], said)
  expect(told.fields(section)['awaiting'] ?? null).toBeNull()
  expect(told.refused(section, ['remark', head, '08-12 11:10'], { ...said, mark: 'poor' })).toBe(
    'isNotRemarked',
  )
  expect(told.fields(section)['mark']).toBe('fair')
})

test('marks are given by those who decide for the committee or answer for its office, by nobody of a desk', () => {
  const mayMark = (role: 'clerk' | 'head' | 'leader' | 'secretary' | 'worker', of: number) => {
    const { told, section } = meeting()
    return told.refused(section, ['remark', post(role, of), '08-12 11:00'], said)
  }
  for (const role of ['leader', 'secretary'] as const)
    expect(mayMark(role, unit.committee), role).toBeUndefined()
  for (const role of ['head', 'leader', 'secretary'] as const)
    expect(mayMark(role, unit.organisation), role).toBeUndefined()
  for (const role of ['clerk', 'head', 'worker'] as const)
    expect(mayMark(role, unit.committee), role).toBe('notAllowed')
  for (const role of ['clerk', 'worker'] as const)
    expect(mayMark(role, unit.organisation), role).toBe('notAllowed')
  const { told, section } = meeting()
  for (const by of [streetClerk, streetSecretary])
    expect(told.refused(section, ['remark', by, '08-12 11:00'], said)).toBe('notAllowed')
})

test('a mark is read by those who may give it and by whom it is about, never by whole desks', () => {
  expect(reportSection.fields.mark.seenBy).toEqual(['committee', 'trustedOffice', 'signer'])
  expect(reportSection.relations.committee.roles).toEqual(['leader', 'secretary'])
  expect(reportSection.relations.trustedOffice.roles).toEqual(['head', 'leader', 'secretary'])
  expect(reportSection.relations.signer.roles).toEqual(['secretary', 'head'])
})

test('R035 what must be rated waits for its comment, what is general does not', () => {
  const { told, first } = meeting()
  const waits = Object.fromEntries(
    sectionsOf(told, first).map((one) => [
      textOf(told.fields(one), 'weight') ?? '',
      told.fields(one)['awaiting'] ?? 0,
    ]),
  )
  expect(waits).toEqual({ first: 1, must: 1, general: 0 })
})
