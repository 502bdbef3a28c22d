import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { withTakeBack } from '../../../kernel/taken-back.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { industryDocument } from '../industry-document/kind.ts'
import { working } from '../testing/roles.ts'
import { industryProjectList } from './kind.ts'

const kind = 'industry-project-list'
const bureau = post('clerk', unit.bureau)
const organisation = post('clerk', unit.organisation)
const community = post('secretary', unit.community)
const sheet = { title: '城管系统考核表', industry: unit.bureau, year: 2026 }

function industry() {
  const told = tell([industryProjectList, withTakeBack(industryDocument)])
  const publish = (sort: string, points: number, { year = 2026, by = bureau } = {}) =>
    told.begin('industry-document/publish', town.community, [
      by,
      '08-03 09:00',
      { title: '参与社区治理', sort, points, year, territory: unit.community, dueOn: '2026-12-01' },
    ])
  const draw = () => told.begin(`${kind}/draw`, town.district, [organisation, '08-03 10:00', sheet])
  return { ...told, publish, draw }
}

test('the declaration is sound', () => {
  expect(problemsIn(industryProjectList)).toEqual([])
  expect(limitsOf(industryProjectList)).toEqual({
    'industrySheet.complete': '20 working-day',
    'industrySheet.settle': '20 working-day',
  })
})

test('R056 a sheet that lacks one of the three documents is incomplete and says which', () => {
  const told = industry()
  told.publish('projects', 40)
  told.publish('guidance', 20, { year: 2025 })
  told.publish('guidance', 20, { by: post('clerk', unit.traffic) })
  const id = told.draw()
  expect(told.record(id)).toMatchObject({
    state: 'incomplete',
    fields: { missing: ['commitment', 'guidance'], lines: 1, points: 40, judge: unit.organisation },
  })
  expect(told.counted(kind)).toEqual({ drawn: 1, incomplete: 1 })
  const settles = () => told.refused(id, 'settle', [organisation, '08-04 09:00'])
  expect(settles()).toBe('notOffered')
  const mistaken = told.publish('guidance', 30)
  told.does(mistaken, 'takeBack', [bureau, '08-04 10:00'])
  told.publish('commitment', 30)
  told.does(id, 'redraw', [bureau, '08-05 09:00'])
  expect(told.record(id)).toMatchObject({ state: 'incomplete', fields: { missing: ['guidance'] } })
  told.publish('guidance', 30)
  told.does(id, 'redraw', [bureau, '08-06 09:00'])
  expect(told.state(id)).toBe('drawn')
  expect(told.counted(kind)).toEqual({ drawn: 1, incomplete: 0 })
})

test('R056 its lines and marks are those of the three documents, as the territories confirmed', () => {
  const told = industry()
  const done = told.publish('projects', 40)
  const reported = told.publish('commitment', 30)
  told.does(reported, 'report', [bureau, '08-03 09:05', { progress: '完成' }])
  told.publish('guidance', 50)
  told.does(done, 'report', [bureau, '08-03 09:10', { progress: '完成' }])
  told.does(done, 'confirm', [community, '08-03 09:20'])
  const id = told.draw()
  expect(told.record(id)).toMatchObject({
    state: 'drawn',
    fields: { missing: [], lines: 3, done: 1, points: 120, earned: 40, share: 33.3 },
  })
  expect(told.until('08-31 17:00')).toContain('IndustrySheetSettleRanLate')
  told.does(id, 'settle', [organisation, '09-01 09:00', { decision: '按完成情况计入年度考核' }])
  expect(told.state(id)).toBe('settled')
})

test('one sheet a year; nothing published gives no mark, and waiting is reported', () => {
  const told = industry()
  const id = told.draw()
  expect(told.record(id).fields).toMatchObject({ lines: 0, missing: expect.any(Array) })
  expect(told.record(id).fields['share']).toBeUndefined()
  const again = [organisation, '08-03 11:00', sheet] as const
  expect(told.tries(`${kind}/draw`, town.district, again)).toBe('claimTaken')
  const next = [organisation, '08-03 11:00', { ...sheet, year: 2027 }] as const
  expect(told.tries(`${kind}/draw`, town.district, next)).toBeUndefined()
  expect(told.until('08-31 17:00').length).toBe(2)
})

test('committees and organisation departments draw and judge, the industry may draw anew', () => {
  const told = industry()
  const id = told.draw()
  const { world } = told
  const judges = ['cityCommittee', 'cityOrganisation', 'committee', 'organisation']
  expect(starters(industryProjectList, world, town.district)).toEqual({ draw: of(judges, working) })
  const either = of(['bureau', 'organisation'], working)
  expect(askers(industryProjectList, world, told.record(id))).toEqual({ redraw: either })
  for (const sort of ['projects', 'commitment', 'guidance']) told.publish(sort, 10)
  told.does(id, 'redraw', [bureau, '08-05 09:00'])
  expect(askers(industryProjectList, world, told.record(id))).toEqual({
    redraw: either,
    settle: of(['organisation'], working),
  })
  expect(seers(industryProjectList, world, told.record(id))).toEqual(
    of(['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation'], working),
  )
})
