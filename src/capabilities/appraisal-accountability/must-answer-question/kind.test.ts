import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, starters } from '../../four-level-linkage/testing.ts'
import { office, yearOf } from '../appraisal-template/testing.ts'
import { mustAnswerQuestion } from './kind.ts'

const ask = { kind: 'must-answer-question', command: 'ask', area: town.district }
const data = { title: '停车难', year: 2026 }

test('the declaration is sound', () => {
  expect(problemsIn(mustAnswerQuestion)).toEqual([])
})

test('R036 a third question of an organisation and year is refused; one that was dropped frees its place', () => {
  const told = yearOf()
  const first = told.question()
  const second = told.question('楼道充电')
  expect([told.fields(first)['place'], told.fields(second)['place']]).toEqual(['first', 'second'])
  expect(told.tries(ask, [office, '08-03 10:00'], data)).toMatchObject({ refused: 'atMostTwo' })
  told.step(second, ['settle', office, '08-03 10:05'], { result: '已解决' })
  expect(told.tries(ask, [office, '08-03 10:06'], data)).toMatchObject({ refused: 'atMostTwo' })
  told.step(first, ['drop', office, '08-03 10:10'], { reason: '已不突出' })
  const third = told.begin(ask, [office, '08-03 10:20'], data)
  expect(told.fields(third)['place']).toBe('first')
})

test('each organisation and each year has its own questions', () => {
  const told = yearOf()
  told.question()
  told.question('楼道充电')
  const city = post('clerk', unit.cityOrganisation)
  told.begin({ ...ask, area: town.city }, [city, '08-03 10:00'], data)
  told.question('明年的', { year: 2027 })
  told.question('上一年度补定的', { year: 2025 })
  expect(told.tries(ask, [office, '08-03 10:00'], { ...data, year: 2024 })).toMatchObject({
    refused: 'yearIsNear',
  })
  expect(told.tries(ask, [office, '08-03 10:00'], { ...data, year: 2028 })).toMatchObject({
    refused: 'yearIsNear',
  })
})

test('R036 the questions of a year are asked for by their own host, so that none of others count', () => {
  expect(mustAnswerQuestion.facts.set.where).toEqual({
    host: { own: 'askerCommittee' },
    year: { input: 'year' },
  })
  const told = yearOf()
  told.question()
  told.question('楼道充电')
  const committee = post('secretary', unit.committee)
  expect(told.tries(ask, [committee, '08-03 10:00'], data)).toMatchObject({ refused: 'atMostTwo' })
  const street = post('clerk', unit.street)
  const own = told.begin({ ...ask, area: town.street }, [street, '08-03 10:00'], data)
  expect(told.fields(own)['place']).toBe('first')
})

test('one place of a year is claimed, whoever came to it at once', () => {
  const claim = mustAnswerQuestion.claims.place
  expect(claim).toEqual({
    label: '同一党组织同一年度同一题号的必答题',
    fields: ['host', 'year', 'place'],
    while: 'always',
    states: ['set', 'settled'],
  })
})

test('its progress is noted through the year; at the year’s end the office is told, and settles it', () => {
  const told = yearOf()
  const id = told.question()
  expect(told.fields(id)).toMatchObject({
    host: unit.committee,
    office: unit.organisation,
    level: 'district',
    yearEnd: '2026-12-31',
  })
  expect(told.expected(id)).toEqual([`${unit.organisation} settle`])
  told.step(id, ['progress', office, '09-01 09:00'], { progress: '新增车位六十个' })
  expect(told.state(id)).toBe('set')
  expect(told.until('12-31 17:00', id)).toEqual(['QuestionYearEnded'])
  told.step(id, ['settle', office, '12-31 17:10'], { result: '新增车位一百二十个' })
  expect(told.state(id)).toBe('settled')
})

test('set questions are counted, dropped ones not', () => {
  const told = yearOf()
  const done = told.tries(ask, [office, '08-03 10:00'], data)
  expect(told.counts(done)).toEqual([`+asked ${unit.committee}`])
  const id = done.ok ? done.record.id : ''
  const dropped = told.step(id, ['drop', office, '08-03 10:10'], { reason: '已不突出' })
  expect(told.counts(dropped)).toEqual([`-asked ${unit.committee}`])
})

test('those above set questions; everybody in the organisations reads them; the maker carries them on', () => {
  const told = yearOf()
  expect(starters((by) => told.tries(ask, [by, '08-03 09:00'], data))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation),
  )
  const id = yearOf()
  const one = id.question()
  const ours = all(unit.committee, unit.organisation)
  expect(id.offered(one)).toEqual({ settle: ours, progress: ours, drop: ours })
  expect(id.refused(one, ['nothing', post('worker', unit.community), '08-05 10:00'])).toBe(
    'notOffered',
  )
  expect(id.refused(one, ['nothing', post('agent', unit.hotline), '08-05 10:00'])).toBe(
    'notVisible',
  )
})
