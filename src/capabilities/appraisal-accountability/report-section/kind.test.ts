import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all } from '../../four-level-linkage/testing.ts'
import {
  type Given,
  office,
  streetClerk,
  streetSecretary,
  yearOf,
} from '../appraisal-template/testing.ts'
import { reportSection } from './kind.ts'

function opened(given: Given = {}) {
  const told = yearOf({ practices: ['secretary-project', 'swift-response'], ...given })
  told.template({ lines: ['urban', 'response', 'plan'] })
  told.question()
  const cycle = told.cycle({ reporters: [unit.street] })
  const done = told.step(cycle, ['startResearch', office, '08-03 10:00'])
  const [report = ''] = told.opened(done, 'secretary-report')
  const section = (sort: string) =>
    told.opened(done, 'report-section').find((one) => told.fields(one)['sort'] === sort) ?? ''
  return { told, report, section }
}

const parts = { effect: '见 效', problems: '缺人', measures: '加人手' }
const body = { body: '办成 三件\n实事' }

test('the declaration is sound', () => {
  expect(problemsIn(reportSection)).toEqual([])
})

test('a section is empty until its organisation writes it, and can be written again', () => {
  const { told, section } = opened()
  expect(told.state(section('plan'))).toBe('empty')
  told.step(section('plan'), ['write', streetClerk, '08-05 09:00'], body)
  expect([told.state(section('plan')), told.fields(section('plan'))['length']]).toEqual([
    'written',
    6,
  ])
  told.step(section('plan'), ['write', streetSecretary, '08-05 09:10'], { body: '实事' })
  expect(told.fields(section('plan'))['length']).toBe(2)
})

test('R043 the 领航行动 section has three parts, the others one', () => {
  const { told, section } = opened()
  expect(told.refused(section('pilot'), ['write', streetClerk, '08-05 09:00'], body)).toBe(
    'isPlain',
  )
  expect(told.refused(section('plan'), ['writeParts', streetClerk, '08-05 09:00'], parts)).toBe(
    'hasParts',
  )
  const { input } = reportSection.states.empty.commands['writeParts'] ?? {}
  expect(Object.entries(input ?? {}).map(([name, { required }]) => [name, required])).toEqual([
    ['effect', true],
    ['problems', true],
    ['measures', true],
  ])
  told.step(section('pilot'), ['writeParts', streetClerk, '08-05 09:00'], parts)
  expect(told.fields(section('pilot'))['length']).toBe(7)
  told.step(section('pilot'), ['writeParts', streetSecretary, '08-05 09:10'], parts)
  expect(told.refused(section('pilot'), ['write', streetClerk, '08-05 09:20'], body)).toBe(
    'isPlain',
  )
})

test('R118 figures are taken anew while the report is drafted', () => {
  let solved = 0.5
  const { told, section, report } = opened({
    figures: ({ id, part, area, from, to }) =>
      id === 'N13' && area === town.street && from === '2026-01-01' && to === '2026-12-31'
        ? { value: part === 'solved' ? solved : 1, numerator: 1, denominator: 2, hidden: false }
        : undefined,
  })
  expect(told.fields(section('response'))['told2']).toBe('诉求解决率：50.0%（1/2）')
  expect(told.fields(section('urban'))['told1']).toBe('吹哨报到率：没有数据')
  solved = 0.75
  told.step(section('response'), ['refresh', streetClerk, '08-05 09:00'])
  expect(told.fields(section('response'))).toMatchObject({
    told1: '诉求响应率：100.0%（1/2）',
    told2: '诉求解决率：75.0%（1/2）',
  })
  expect(told.state(section('response'))).toBe('empty')
  expect(told.refused(section('plan'), ['refresh', streetClerk, '08-05 09:00'])).toBe('hasMaterial')
  for (const sort of ['urban', 'response', 'plan', 'problems', 'question'])
    told.step(section(sort), ['write', streetClerk, '08-05 09:00'], body)
  told.step(section('pilot'), ['writeParts', streetClerk, '08-05 09:00'], parts)
  told.step(section('response'), ['refresh', streetClerk, '08-05 09:30'])
  told.step(report, ['submit', streetSecretary, '08-05 10:00'])
  for (const command of ['refresh', 'write', 'writeParts'])
    expect(
      told.refused(section('response'), [command, streetClerk, '08-05 10:10'], {
        ...body,
        ...parts,
      }),
      command,
    ).toBe('reportIsDrafted')
})

test('a figure without a base has no value, and a number stands by itself', () => {
  const { told, section } = opened({
    figures: ({ part }) =>
      part === 'arrival' || part === undefined
        ? { value: undefined, numerator: 0, denominator: 0, hidden: false }
        : { value: 12, numerator: 12, denominator: 0, hidden: false },
  })
  expect(told.fields(section('urban'))['told1']).toBe('吹哨报到率：没有数据')
  expect(told.fields(section('response'))['told1']).toBe('诉求响应率：12')
})

test('its organisation alone writes it; the host and its office read it', () => {
  const { told, section } = opened()
  const plan = section('plan')
  expect(told.readers(plan)).toEqual(all(unit.committee, unit.organisation, unit.street))
  const pilot = section('pilot')
  for (const [one, command, data] of [
    [plan, 'write', body],
    [pilot, 'writeParts', parts],
    [section('response'), 'refresh', {}],
  ] as const) {
    for (const by of [office, post('head', unit.committee)])
      expect(told.refused(one, [command, by, '08-05 09:00'], data), command).toBe('notAllowed')
    expect(told.refused(one, [command, post('clerk', unit.otherStreet), '08-05 09:00'], data)).toBe(
      'notVisible',
    )
    told.step(one, [command, streetClerk, '08-05 09:30'], data)
    expect(told.refused(one, [command, office, '08-05 09:40'], data), command).toBe('notAllowed')
  }
  const open = { kind: 'report-section', command: 'open', area: town.street }
  expect(told.tries(open, [streetClerk, '08-05 10:00'])).toMatchObject({ refused: 'notAllowed' })
})
