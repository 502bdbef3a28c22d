import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { experienceCase } from '../experience-case/kind.ts'
import { all, type Data, linked, starters } from '../testing.ts'
import { experienceAdoption } from './kind.ts'

const street = post('clerk', unit.street)
const other = post('clerk', unit.otherStreet)
const reviewer = post('head', unit.cityOrganisation)
const adopt = { kind: 'experience-adoption', command: 'adopt', area: town.otherStreet }
const mechanism = '每月一议，当场定人定时'
const own: Data = {
  title: '后街院落议事',
  ownWay: '每周五傍晚在院落议事，街道干部到场',
  scope: '六个老旧院落',
  target: '每院每月办成三件',
  reportOn: '2026-10-30',
}

/** An experience of the front street, published on Tuesday 4 August unless asked otherwise. */
function library(isPublished = true) {
  const told = linked([experienceCase, experienceAdoption])
  const submit = { kind: 'experience-case', command: 'submit', area: town.street }
  const origin = told.begin(submit, [street, '08-03 09:00'], {
    name: '楼门议事角',
    theme: 'community',
    problem: '小事无人牵头',
    mechanism,
    result: '半年办成三十六件',
    conditions: '有固定议事地点',
  })
  if (isPublished) told.step(origin, ['publish', reviewer, '08-04 09:00'])
  const tries = (data: Data = {}, by = other, area: number = town.otherStreet) =>
    told.tries({ ...adopt, area }, [by, '08-05 09:00'], { ...own, origin, ...data })
  return { told, origin, tries }
}

function learning() {
  const { told, origin, tries } = library()
  const done = tries()
  if (!done.ok) throw new Error(done.refused)
  return { told, origin, id: done.record.id, done }
}

test('the declaration is sound', () => {
  expect(problemsIn(experienceAdoption)).toEqual([])
})

test('R121 only what is published is adopted', () => {
  expect(library(false).tries()).toMatchObject({ refused: 'isPublished' })
  const { tries } = library()
  expect(tries({ origin: 'none' })).toMatchObject({ refused: 'isPublished' })
  expect(tries().ok).toBe(true)
})

test('R121 it is adopted by another place, as a copy in its own way', () => {
  const { tries } = library()
  expect(tries({}, street, town.street)).toMatchObject({ refused: 'isAnotherPlace' })
  expect(tries({ ownWay: mechanism })).toMatchObject({ refused: 'isItsOwn' })
  expect(tries({}, post('worker', unit.community), town.community).ok).toBe(true)
})

test('R121 the copy links back to its origin, and the origin to the copy', () => {
  const { told, origin, id, done } = learning()
  expect(told.fields(id)).toMatchObject({
    ...own,
    origin,
    mechanism,
    adopter: unit.otherStreet,
  })
  expect(told.counts(done)).toContain(`+begun ${unit.otherStreet}`)
  expect(told.fields(origin)['adopted']).toBe(1)
  expect(told.party(origin, unit.otherStreet).fields).toEqual({ adoption: id, since: '2026-08-05' })
})

test('a place adopts an experience once at a time', () => {
  const { told, tries } = library()
  const done = tries()
  expect(tries()).toMatchObject({ refused: 'claimTaken' })
  const id = done.ok ? done.record.id : ''
  told.step(id, ['giveUp', other, '08-10 09:00'], { reason: '没有场地' })
  expect(told.state(id)).toBe('givenUp')
  expect(tries().ok).toBe(true)
})

test('what came of it is told on its day, and told at the origin', () => {
  const { told, origin, id } = learning()
  expect(told.expected(id)).toEqual([`${unit.otherStreet} reportEffect`])
  expect(told.until('10-30 17:00')).toEqual(['AdoptionReportRanLate'])
  const effect = { effect: '两个月办成三十件' }
  const done = told.step(id, ['reportEffect', other, '11-02 09:00'], effect)
  expect(told.counts(done)).toContain(`+effective ${unit.otherStreet}`)
  expect(told.party(origin, unit.otherStreet).fields).toMatchObject({ adoption: id, ...effect })
  expect(told.fields(origin)['effective']).toBe(1)
  told.step(id, ['reportMore', other, '12-02 09:00'], { effect: '三个月办成五十件' })
  expect(told.party(origin, unit.otherStreet).fields['effect']).toBe('三个月办成五十件')
})

test('Party organisations adopt for their own place, who adopted tells of it, everyone reads', () => {
  const { tries } = library(false)
  const attempt = (by: typeof other) => tries({}, by, town.community)
  expect(starters(attempt)).toEqual(
    all(
      unit.cityCommittee,
      unit.cityOrganisation,
      unit.committee,
      unit.organisation,
      unit.street,
      unit.community,
    ),
  )
  const { told, id } = learning()
  expect(told.offered(id)).toEqual({
    reportEffect: all(unit.otherStreet),
    giveUp: all(unit.otherStreet),
  })
  expect(told.readers(id)).toHaveLength(24)
  told.step(id, ['reportEffect', other, '08-10 09:00'], { effect: '已见效' })
  expect(told.offered(id)).toEqual({ reportMore: all(unit.otherStreet) })
})
