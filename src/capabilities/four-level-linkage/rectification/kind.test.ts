import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, districtLine, limitsOf, linked } from '../testing.ts'
import { rectification } from './kind.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const assign = { kind: 'rectification', command: 'assign', area: town.district }
const effect = { by: 'effect', of: 'inspection' } as const
const found: Data = {
  title: '台账缺项',
  problem: '补齐六月台账',
  inspection: 'inspection',
  superior: unit.committee,
  office: unit.organisation,
  level: 'district',
  unit: unit.street,
  dueOn: '2026-08-14',
}
const right = { result: '已补齐并核对' }
const more = { reason: '仍缺两项', dueOn: '2026-08-21' }

/** Assigned to the front street on Monday 3 August at nine. */
function assigned(data: Data = {}) {
  const told = linked([rectification])
  return { told, id: told.begin(assign, [effect, '08-03 09:00'], { ...found, ...data }) }
}

function reported() {
  const { told, id } = assigned()
  told.step(id, ['report', street, '08-05 09:00'], right)
  return { told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(rectification)).toEqual([])
  expect(limitsOf(rectification)).toEqual({ 'rectification.check': '5 个工作日' })
})

test('assigned, put right, checked, crossed off; it lies where the unit is', () => {
  const { told, id } = assigned()
  expect(told.expected(id)).toEqual([`${unit.street} report`])
  told.step(id, ['report', street, '08-05 09:00'], right)
  expect(told.expected(id)).toEqual([`${unit.organisation} close`])
  expect(told.until('08-12 17:00', id)).toEqual(['RectificationCheckRanLate'])
  told.step(id, ['close', office, '08-13 09:00'])
  expect(told.state(id)).toBe('closed')
})

test('whoever reported does not cross it off in another post', () => {
  const { told, id } = reported()
  const sameMan = {
    ...office,
    post: { id: 'second', person: 'p-clerk-30', unit: unit.organisation, role: 'clerk' },
  } as const
  expect(told.refused(id, ['close', sameMan, '08-05 10:00'])).toBe('checkedByAnother')
  told.step(id, ['close', post('head', unit.organisation), '08-05 10:00'])
  expect(told.state(id)).toBe('closed')
})

test('past its day it is late, until it is crossed off or given another round', () => {
  const { told, id } = assigned()
  expect(told.until('08-14 17:00', id)).toEqual(['RectificationRanLate'])
  expect(told.fields(id)['late']).toBe('late')
  told.step(id, ['report', street, '08-17 09:00'], right)
  expect(told.fields(id)['late']).toBe('late')
  told.step(id, ['sendBack', office, '08-17 10:00'], more)
  expect(told.fields(id)).toMatchObject({ rounds: 2, dueOn: '2026-08-21' })
  expect(told.fields(id)['late']).toBeUndefined()
  expect(told.fields(id)['result']).toBeUndefined()
  expect(told.until('08-21 17:00', id)).toEqual(['RectificationRanLate'])
  told.step(id, ['report', street, '08-24 09:00'], right)
  told.step(id, ['close', office, '08-24 10:00'])
  expect(told.fields(id)['late']).toBeUndefined()
})

test('what comes back is opened again, and counted so', () => {
  const { told, id } = reported()
  expect(told.counts(told.step(id, ['close', office, '08-05 10:00']))).toEqual([
    `+closed ${unit.street}`,
  ])
  const done = told.step(id, ['reopen', office, '08-10 10:00'], more)
  expect(told.counts(done).toSorted()).toEqual([
    `+reopened ${unit.street}`,
    `-closed ${unit.street}`,
  ])
  expect(told.state(id)).toBe('assigned')
  const told2 = linked([rectification])
  expect(told2.counts(told2.tries(assign, [effect, '08-03 09:00'], found))).toEqual([
    `+assigned ${unit.street}`,
  ])
})

test('nobody assigns one by hand; the unit reports, the superior checks', () => {
  const { told, id } = assigned()
  for (const by of [office, street, post('clerk', unit.cityCommittee)])
    expect(told.tries(assign, [by, '08-03 09:00'], found)).toMatchObject({ refused: 'notAllowed' })
  expect(told.offered(id)).toEqual({ report: all(unit.street) })
  expect(told.readers(id)).toEqual(all(...districtLine, unit.street))
  told.step(id, ['report', street, '08-05 09:00'], right)
  const superior = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ close: superior, sendBack: superior })
  told.step(id, ['close', post('head', unit.committee), '08-05 10:00'])
  expect(told.offered(id)).toEqual({ reopen: superior })
  const ofStreet = { superior: unit.street, office: unit.street, unit: unit.community }
  const lower = assigned(ofStreet)
  expect(lower.told.readers(lower.id)).toEqual(all(...districtLine, unit.street, unit.community))
})
