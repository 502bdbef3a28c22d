import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf } from '../../four-level-linkage/testing.ts'
import { office, streetClerk, streetSecretary, yearOf } from '../appraisal-template/testing.ts'
import { meeting } from '../appraisal-cycle/testing.ts'
import { secretaryReport } from './kind.ts'

import { begun, lines, writes } from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(secretaryReport)).toEqual([])
  expect(limitsOf(secretaryReport)).toEqual({
    'report.draft': '15 个工作日',
    'report.review': '5 个工作日',
    'report.comment': '5 个工作日',
  })
})

test('R035 a report is not handed in while a topic that must be told, or comes first, is empty', () => {
  const whole = begun({}, { lines: ['theme', ...lines] })
  const { told, id, own } = whole
  const submit = (moment: string) => told.refused(id, ['submit', streetSecretary, moment])
  const must = own.filter((one) => told.fields(one)['weight'] !== 'general')
  expect(must).toHaveLength(6)
  must.forEach((section, index) => {
    expect(submit(`08-05 09:${10 + index}`)).toBe('mustTopicsAreTold')
    told.step(section, ['write', streetClerk, `08-05 09:${10 + index}`], { body: '写了' })
  })
  expect(submit('08-05 10:00')).toBeUndefined()
  expect(told.state(id)).toBe('submitted')
})

test('R043 where the 领航行动 is practised a report tells its results, problems and measures', () => {
  const pilot = begun({ practices: ['secretary-project'] })
  const { told, id, section, sorts, own } = pilot
  expect(sorts.filter((sort) => sort === 'pilot')).toHaveLength(1)
  expect(begun().sorts).not.toContain('pilot')
  for (const one of own.filter((other) => other !== section('pilot')))
    told.step(one, ['write', streetClerk, '08-05 09:00'], { body: '写了' })
  const submit = () => told.refused(id, ['submit', streetSecretary, '08-05 10:00'])
  expect(submit()).toBe('pilotIsTold')
  const parts = { effect: '见效', problems: '还缺人', measures: '加人' }
  const write = (data: Data) =>
    told.refused(section('pilot'), ['writeParts', streetClerk, '08-05 09:30'], data)
  expect(
    told.refused(section('pilot'), ['write', streetClerk, '08-05 09:30'], { body: '好' }),
  ).toBe('isPlain')
  expect(write(parts)).toBeUndefined()
  expect(submit()).toBeUndefined()
})

test('a report is not longer than its template allows', () => {
  const whole = begun({}, { lines, most: 500 })
  const { told, id, own } = whole
  writes(whole, '实'.repeat(100))
  const submit = () => told.refused(id, ['submit', streetSecretary, '08-05 10:00'])
  expect(submit()).toBe('isWithinLength')
  told.step(own[3] ?? '', ['write', streetClerk, '08-05 09:30'], { body: '短' })
  expect(submit()).toBe('isWithinLength')
  told.step(own[1] ?? '', ['write', streetClerk, '08-05 09:40'], { body: '实'.repeat(99) })
  expect(submit()).toBeUndefined()
  expect(told.fields(id)['length']).toBe(500)
})

test('R033 an organisation reports once a year, whoever asks it to', () => {
  const { told } = begun()
  told.template({}, post('clerk', unit.cityOrganisation))
  expect(secretaryReport.claims.year).toMatchObject({
    fields: ['reporter', 'year'],
    while: 'always',
  })
})

test('handed in it is passed or sent back', () => {
  const whole = begun()
  const { told, id } = whole
  writes(whole)
  expect(told.expected(id)).toEqual([`${unit.street} submit`])
  told.step(id, ['submit', streetSecretary, '08-05 10:00'])
  expect(told.expected(id)).toEqual([`${unit.organisation} approve`])
  told.step(id, ['sendBack', office, '08-05 11:00'], { reason: '问题讲得少' })
  expect(told.state(id)).toBe('drafting')
  told.step(id, ['submit', streetSecretary, '08-05 12:00'])
  told.step(id, ['approve', office, '08-05 13:00'], { form: 'written' })
  expect(told.state(id)).toBe('reviewed')
})

test('R037 R038 nobody notes by hand that a report was told or commented on: the meeting does', () => {
  for (const [form, told, state] of [
    ['onsite', undefined, 'presented'],
    ['written', undefined, 'written'],
    ['onsite', 'written', 'written'],
    ['written', 'onsite', 'presented'],
  ] as const) {
    const whole = begun()
    const { id } = whole
    writes(whole)
    whole.told.step(id, ['submit', streetSecretary, '08-05 10:00'])
    whole.told.step(id, ['approve', office, '08-05 11:00'], { form })
    const refused = (command: string, moment: string) =>
      whole.told.refused(id, [command, office, moment], { comment: '停车问题' })
    expect(refused('present', '08-06 09:00')).toBe('notOffered')
    expect(refused('wasPresented', '08-06 09:00')).toBe('notAllowed')
    whole.told.step(id, ['wasPresented', meeting, '08-06 09:00'], told && { form: told })
    expect(whole.told.state(id)).toBe(state)
    expect(whole.told.fields(id)['form'], 'as it was told in the end').toBe(told ?? form)
    expect(refused('comment', '08-06 10:00')).toBe('notOffered')
    expect(refused('wasCommented', '08-06 10:00')).toBe('notAllowed')
    whole.told.step(id, ['wasCommented', meeting, '08-06 10:00'])
    expect(whole.told.state(id)).toBe('commented')
  }
})

test('until it is told a report can be excused with a reason, or struck off by the meeting', () => {
  for (const steps of [[], ['submit'], ['submit', 'approve']]) {
    const prepared = () => {
      const whole = begun()
      writes(whole)
      for (const command of steps)
        whole.told.step(
          whole.id,
          [command, command === 'submit' ? streetSecretary : office, '08-05 10:00'],
          command === 'approve' ? { form: 'onsite' } : {},
        )
      return whole
    }
    const { told, id } = prepared()
    const excuses = (by: typeof office) =>
      told.refused(id, ['excuse', by, '08-06 09:00'], { excuse: '书记长期病假' })
    expect(excuses(streetSecretary)).toBe('notAllowed')
    const { input } = secretaryReport.states[told.state(id)]?.commands?.['excuse'] ?? {}
    expect(input?.['excuse']?.required).toBe(true)
    expect(told.refused(id, ['wasExcused', office, '08-06 09:00'])).toBe('notAllowed')
    expect(excuses(office)).toBeUndefined()
    expect(told.state(id)).toBe('excused')
    expect(told.expected(id)).toEqual([])
    told.step(id, ['wasExcused', meeting, '08-06 10:00'])
    expect(told.state(id)).toBe('excused')
    const other = prepared()
    other.told.step(other.id, ['wasExcused', meeting, '08-06 10:00'])
    expect(other.told.state(other.id)).toBe('excused')
  }
})

test('whoever is expected and does nothing is reminded when the time is over', () => {
  const whole = begun()
  const { told, id } = whole
  writes(whole)
  expect(told.until('08-24 17:00', id)).toEqual(['ReportDraftRanLate'])
  told.step(id, ['submit', streetSecretary, '08-25 09:00'])
  expect(told.until('08-28 16:00', id)).toEqual([])
  expect(told.until('09-01 17:00', id)).toEqual(['ReportReviewRanLate'])
  told.step(id, ['approve', office, '09-02 09:00'], { form: 'onsite' })
  expect(told.until('09-02 10:00', id)).toEqual(['ReportMeetingDayCame'])
  told.step(id, ['wasPresented', meeting, '09-02 11:00'])
  expect(told.until('09-09 17:00', id)).toEqual(['ReportCommentRanLate'])
})

test('reports are counted when they begin, are handed in and are commented on', () => {
  const whole = begun()
  const { told, id } = whole
  writes(whole)
  const submitted = told.step(id, ['submit', streetSecretary, '08-05 10:00'])
  expect(told.counts(submitted)).toEqual([`+submitted ${unit.street}`])
  told.step(id, ['approve', office, '08-05 11:00'], { form: 'onsite' })
  told.step(id, ['wasPresented', meeting, '08-06 09:00'])
  const commented = told.step(id, ['wasCommented', meeting, '08-06 10:00'])
  expect(told.counts(commented)).toEqual([`+commented ${unit.street}`])
  const other = yearOf()
  other.template()
  other.question()
  const id2 = other.cycle({ reporters: [unit.street] })
  const started = other.step(id2, ['startResearch', office, '08-03 10:00'])
  expect(other.counts(started)).toEqual([`+begun ${unit.street}`])
})

test('its organisation writes it, its secretary hands it in, the host and its office pass it; nobody else sees it', () => {
  const whole = begun()
  const { told, id } = whole
  const ours = all(unit.committee, unit.organisation)
  expect(told.readers(id)).toEqual(all(unit.committee, unit.organisation, unit.street))
  expect(
    told.tries({ kind: 'secretary-report', command: 'begin', area: town.street }, [
      office,
      '08-03 10:00',
    ]),
  ).toMatchObject({ refused: 'notAllowed' })
  writes(whole)
  for (const by of [streetClerk, post('leader', unit.street), office])
    expect(told.refused(id, ['submit', by, '08-05 09:30'])).toBe('notAllowed')
  told.step(id, ['submit', post('head', unit.street), '08-05 10:00'])
  expect(told.offered(id)).toEqual({ approve: ours, sendBack: ours, excuse: ours })
  told.step(id, ['approve', post('head', unit.committee), '08-05 11:00'], { form: 'onsite' })
  expect(told.offered(id)).toEqual({ excuse: ours })
  told.step(id, ['wasPresented', meeting, '08-06 09:00'])
  expect(told.offered(id)).toEqual({})
  told.step(id, ['wasCommented', meeting, '08-06 10:00'])
  expect(told.offered(id)).toEqual({})
})

test('on paper the year’s records and figures stand beside the secretary’s own words', () => {
  const part = secretaryReport.documents.report.parts[0]
  expect(part.columns).toEqual([
    'body',
    'effect',
    'problems',
    'measures',
    'evidence',
    'told1',
    'told2',
    'told3',
    'before',
    'after',
  ])
  expect(part.states).toEqual(['written'])
})
