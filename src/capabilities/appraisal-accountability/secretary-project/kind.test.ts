import { describe, expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import {
  all,
  committee,
  judges,
  office,
  ofCommunity,
  ownAndAbove,
  secretary,
} from '../testing/owned.ts'
import { projectIndicators } from './indicators.ts'
import { secretaryProject } from './kind.ts'

const kind = 'secretary-project'
const project: Data = {
  unit: unit.street,
  year: 2026,
  title: '老旧小区自管',
  sort: 'key',
  problem: '没有物业的小区没人管',
  dueOn: '2026-11-30',
  milestone: '选出业主代表',
  milestoneOn: '2026-08-20',
}
const parts = { effect: '十个小区有了自管会', remaining: '收费率不高', measures: '公开账目' }

function proposed(data: Data = {}) {
  const told = tell([secretaryProject])
  const id = told.begin(`${kind}/propose`, town.street, [
    secretary,
    '08-03 09:00',
    { ...project, ...data },
  ])
  return { told, id }
}

function underway(data: Data = {}) {
  const { told, id } = proposed(data)
  told.does(id, 'approve', [office, '08-04 09:00'])
  return { told, id }
}

function finished() {
  const { told, id } = underway()
  told.does(id, 'finish', [secretary, '08-05 09:00', parts])
  return { told, id }
}

test('the declaration is sound, and the limits a city begins with', () => {
  expect(problemsIn(secretaryProject)).toEqual([])
  expect(limitsOf(secretaryProject)).toEqual({
    'secretary-project.review': '5 working-day',
    'secretary-project.redraft': '5 working-day',
    'secretary-project.accept': '10 working-day',
  })
})

test('a secretary begins for the own unit and this year, with days to come', () => {
  const told = tell([secretaryProject])
  const tries = (data: Data) =>
    told.tries(`${kind}/propose`, town.street, [secretary, '08-03 09:00', { ...project, ...data }])
  expect(tries({ unit: unit.otherStreet })).toBe('isOwnUnit')
  expect(tries({ year: 2025 })).toBe('isThisYear')
  expect(tries({ dueOn: '2026-08-03' })).toBe('endsLater')
  expect(tries({ milestoneOn: '2026-12-01' })).toBe('milestoneIsWhole')
  expect(tries({ milestoneOn: '2026-08-03' })).toBe('milestoneIsWhole')
  expect(tries({ milestone: null })).toBe('milestoneIsWhole')
  expect(tries({ milestone: null, milestoneOn: null })).toBeUndefined()
})

test('it lies at the unit, and those right above judge it', () => {
  const { told, id } = proposed()
  expect(told.record(id).fields).toMatchObject({
    superior: unit.committee,
    office: unit.organisation,
  })
  const at = (by: Parameters<typeof post>[1]) => {
    const own = { ...project, unit: by }
    const one = told.begin(`${kind}/propose`, town.community, [
      post('secretary', by),
      '08-03 10:00',
      own,
    ])
    const { superior, office: at } = told.record(one).fields
    return [told.record(one).place.street, superior, at]
  }
  expect(at(unit.community)).toEqual([town.street, unit.street, unit.street])
  expect(at(unit.committee)).toEqual([undefined, unit.cityCommittee, unit.cityOrganisation])
  expect(at(unit.cityCommittee)).toEqual([undefined, unit.cityOrganisation, unit.cityOrganisation])
})

test('sent back it is put forward anew; both wait only so long', () => {
  const { told, id } = proposed()
  expect(told.until('08-10 17:00')).toEqual(['ProjectReviewRanLate'])
  told.does(id, 'sendBack', [committee, '08-11 09:00', { reason: '难题说得不清' }])
  expect(told.until('08-18 17:00')).toEqual(['ProjectRedraftRanLate'])
  const again = { ...project, unit: undefined, year: undefined, milestoneOn: '2026-08-28' }
  const data = JSON.parse(JSON.stringify(again)) as Data
  expect(
    told.refused(id, 'resubmit', [secretary, '08-19 09:00', { ...data, dueOn: '2026-08-19' }]),
  ).toBe('endsLater')
  expect(
    told.refused(id, 'resubmit', [secretary, '08-19 09:00', { ...data, milestone: null }]),
  ).toBe('milestoneIsWhole')
  told.does(id, 'resubmit', [secretary, '08-19 09:00', data])
  expect(told.state(id)).toBe('review')
  told.does(id, 'approve', [office, '08-20 09:00'])
  expect(told.state(id)).toBe('underway')
})

test('milestones follow one another, and a late one is told', () => {
  const { told, id } = underway()
  expect(told.until('08-20 17:00')).toEqual(['ProjectMilestoneRanLate'])
  const done = { done: '代表选出', milestone: '账目上墙', milestoneOn: '2026-09-10' }
  expect(
    told.refused(id, 'passMilestone', [
      secretary,
      '08-21 09:00',
      { ...done, milestoneOn: '2026-12-01' },
    ]),
  ).toBe('milestoneIsWhole')
  told.does(id, 'passMilestone', [secretary, '08-21 09:00', done])
  expect(told.record(id).fields).toMatchObject({ milestone: '账目上墙', passed: 1 })
  expect(told.until('09-10 17:00')).toEqual(['ProjectMilestoneRanLate'])
  told.does(id, 'passMilestone', [secretary, '09-11 09:00', { done: '账目已上墙' }])
  expect(told.record(id).fields['passed']).toBe(2)
  expect(told.refused(id, 'passMilestone', [secretary, '09-11 10:00', { done: '又' }])).toBe(
    'hasMilestone',
  )
  expect(told.until('11-29 17:00')).toEqual([])
  expect(told.until('11-30 17:00')).toEqual(['ProjectRanLate'])
  expect(told.record(id).fields['late']).toBe('late')
})

test('a later day is asked for once, and given by those above', () => {
  const { told, id } = underway({ dueOn: '2026-09-01' })
  const later = { askedDay: '2026-10-12', askedWhy: '雨季停工' }
  expect(told.refused(id, 'grantExtension', [office, '08-05 09:00'])).toBe('oneIsAsked')
  expect(told.refused(id, 'refuseExtension', [office, '08-05 09:00', { reason: '无' }])).toBe(
    'oneIsAsked',
  )
  expect(
    told.refused(id, 'askExtension', [
      secretary,
      '08-05 09:00',
      { ...later, askedDay: '2026-09-01' },
    ]),
  ).toBe('asksForLater')
  told.does(id, 'askExtension', [secretary, '08-05 09:00', later])
  expect(told.refused(id, 'askExtension', [secretary, '08-05 10:00', later])).toBe('noneIsAsked')
  told.does(id, 'refuseExtension', [office, '08-06 09:00', { reason: '还来得及' }])
  expect(told.until('09-01 17:00')).toContain('ProjectRanLate')
  told.does(id, 'askExtension', [secretary, '09-02 09:00', later])
  told.does(id, 'grantExtension', [committee, '09-03 09:00'])
  expect(told.record(id).fields).toMatchObject({ dueOn: '2026-10-12' })
  expect(told.record(id).fields['late']).toBeUndefined()
  expect(told.record(id).fields['extension']).toBeUndefined()
  expect(told.until('10-12 17:00')).toEqual(['ProjectRanLate'])
})

describe('R043', () => {
  test('R043 a project is told of in three parts: what it did, what is left, what comes next', () => {
    const { told, id } = underway()
    for (const part of ['effect', 'remaining', 'measures'])
      expect(
        told.refused(id, 'finish', [secretary, '08-05 09:00', { ...parts, [part]: null }]),
      ).toBe('threeParts')
    told.does(id, 'finish', [secretary, '08-05 09:00', parts])
    expect(told.record(id).fields).toMatchObject(parts)
  })
})

test('those above accept it, never whoever reported it, and may send it back', () => {
  const { told, id } = underway()
  const both = post('clerk', unit.organisation, 'two')
  const reporter = post('secretary', unit.street, 'two')
  told.until('11-30 17:00')
  told.does(id, 'finish', [reporter, '12-01 09:00', parts])
  expect(told.record(id).fields['late']).toBeUndefined()
  const good = { opinion: '看了三个小区，属实' }
  const more = { reason: '两个小区没有账目', dueOn: '2026-12-20' }
  expect(told.refused(id, 'accept', [both, '12-02 09:00', good])).toBe('judgedByAnother')
  expect(told.refused(id, 'returnWork', [both, '12-02 09:00', more])).toBe('judgedByAnother')
  expect(
    told.refused(id, 'returnWork', [office, '12-02 09:00', { ...more, dueOn: '2026-12-02' }]),
  ).toBe('endsLater')
  told.does(id, 'returnWork', [office, '12-02 09:00', more])
  expect(told.record(id)).toMatchObject({ state: 'underway', fields: { dueOn: '2026-12-20' } })
  told.does(id, 'finish', [reporter, '12-03 09:00', parts])
  expect(told.until('12-17 17:00')).toEqual(['ProjectAcceptanceRanLate'])
  told.does(id, 'accept', [office, '12-18 09:00', good])
  expect(told.state(id)).toBe('accepted')
})

test('F44 projects count once they are approved, key ones apart, until they are stopped', () => {
  const { told, id } = proposed()
  expect(told.counted(kind)).toEqual({})
  told.does(id, 'approve', [office, '08-04 09:00'])
  expect(told.counted(kind)).toEqual({ claimed: 1, key: 1 })
  told.does(id, 'finish', [secretary, '08-05 09:00', parts])
  told.does(id, 'accept', [office, '08-06 09:00', { opinion: '属实' }])
  expect(told.counted(kind)).toEqual({ claimed: 1, key: 1, accepted: 1 })
  const [f44, share] = projectIndicators.map(
    (one) =>
      figureOf(
        one,
        ofCounts(({ measure }) => told.counted(kind)[measure] ?? 0),
      ).value,
  )
  expect([f44, share]).toEqual([1, 1])
  const other = underway({ sort: 'claimed' })
  expect(other.told.counted(kind)).toEqual({ claimed: 1 })
  other.told.does(other.id, 'stop', [office, '08-06 09:00', { reason: '并入区里项目' }])
  expect(other.told.counted(kind)).toEqual({ claimed: 0 })
})

test('who begins, who sees, who may ask what where', () => {
  const { told, id } = proposed()
  const table = (one: string) => askers(secretaryProject, told.world, told.record(one))
  expect(starters(secretaryProject, told.world, town.community)).toEqual({
    propose: all('cityCommittee', 'committee', 'street', 'community'),
  })
  expect(seers(secretaryProject, told.world, told.record(id))).toEqual(ownAndAbove)
  const own = { ...project, unit: unit.community }
  const below = told.begin(`${kind}/propose`, town.community, [
    post('secretary', unit.community),
    '08-03 10:00',
    own,
  ])
  expect(seers(secretaryProject, told.world, told.record(below))).toEqual(ofCommunity)
  const review = { approve: judges, sendBack: judges }
  expect(table(id)).toEqual(review)
  told.does(id, 'sendBack', [office, '08-04 09:00', { reason: '再想想' }])
  expect(table(id)).toEqual({ resubmit: all('street') })
  const going = underway()
  expect(askers(secretaryProject, told.world, going.told.record(going.id))).toEqual({
    passMilestone: all('street'),
    finish: all('street'),
    askExtension: all('street'),
    assessMidterm: judges,
    stop: judges,
    grantExtension: judges,
    refuseExtension: judges,
  })
  going.told.does(going.id, 'assessMidterm', [office, '08-05 09:00', { opinion: '进度正常' }])
  const done = finished()
  expect(askers(secretaryProject, told.world, done.told.record(done.id))).toEqual({
    accept: judges,
    returnWork: judges,
  })
})
