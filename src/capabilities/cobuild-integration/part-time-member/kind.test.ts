import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { partTimeMember } from './kind.ts'

const kind = 'part-time-member'
const bureau = post('clerk', unit.bureau)
const street = post('secretary', unit.street)
const organisation = post('clerk', unit.organisation)
const asked = {
  person: '某甲',
  organ: unit.street,
  from: '2026-08-10',
  until: '2026-10-09',
  duties: '联系城市管理',
}

function recommended(data: Data = {}, by = bureau) {
  const told = tell([partTimeMember])
  const why = told.tries(`${kind}/recommend`, town.district, [
    by,
    '08-03 09:00',
    { ...asked, ...data },
  ])
  return { ...told, why, id: told.all(kind)[0]?.id ?? '' }
}

function serving() {
  const told = recommended()
  told.does(told.id, 'weigh', [street, '08-04 09:00', { opinion: '同意' }])
  told.does(told.id, 'approve', [organisation, '08-05 09:00'])
  return told
}

test('the declaration is sound, and persons are not searched for', () => {
  expect(problemsIn(partTimeMember)).toEqual([])
  expect(partTimeMember).not.toHaveProperty('searched')
  expect(limitsOf(partTimeMember)).toEqual({
    'partTimeMember.weigh': '10 working-day',
    'partTimeMember.approve': '10 working-day',
  })
})

describe('R130', () => {
  test('R130 a member comes from another unit, for a term, with duties', () => {
    expect(recommended({}, street).why).toBe('comesFromElsewhere')
    expect(recommended({ until: '2026-08-10' }).why).toBe('termRunsForward')
    const told = recommended()
    expect(told.record(told.id)).toMatchObject({
      place: { street: town.street },
      fields: { ...asked, home: unit.bureau, person: expect.anything(), duties: expect.anything() },
    })
  })

  test('R130 what the member and what the unit contributed are both told', () => {
    const told = serving()
    const reports = () =>
      told.refused(told.id, 'report', [
        bureau,
        '09-01 09:00',
        { ownReport: '参加议事三次', unitReport: '开放场地' },
      ])
    const gives = (whose: string, by = bureau) =>
      told.does(told.id, 'contribute', [by, '08-20 09:00', { whose, deed: '参加议事会' }])
    gives('own')
    gives('own', street)
    expect(reports()).toBe('bothContributed')
    gives('unit')
    expect(told.record(told.id).fields).toMatchObject({ ownDeeds: 2, unitDeeds: 1 })
    expect(reports()).toBeUndefined()
    expect(told.record(told.id).fields).toMatchObject({ ownDeeds: 0, unitDeeds: 0 })
    expect(reports(), 'the next year has deeds of its own').toBe('bothContributed')
    expect(told.counted(kind)).toEqual({ serving: 1, deeds: 3 })
    const unitAlone = serving()
    const deed = { whose: 'unit', deed: '开放场地' }
    unitAlone.does(unitAlone.id, 'contribute', [bureau, '08-20 09:00', deed])
    const report = { ownReport: '无', unitReport: '开放场地' }
    expect(unitAlone.refused(unitAlone.id, 'report', [bureau, '09-01 09:00', report])).toBe(
      'bothContributed',
    )
  })
})

test('the street weighs, the organisation department approves, either may say no', () => {
  const told = recommended()
  expect(told.until('08-17 17:00')).toEqual(['MemberWeighRanLate'])
  told.does(told.id, 'weigh', [street, '08-18 09:00', { opinion: '同意' }])
  expect(told.until('09-01 17:00')).toEqual(['MemberApproveRanLate'])
  told.does(told.id, 'reject', [organisation, '09-02 09:00', { reason: '已有同单位委员' }])
  expect(told.state(told.id)).toBe('notAppointed')
  const refused = recommended()
  refused.does(refused.id, 'refuse', [street, '08-04 09:00', { reason: '名额已满' }])
  expect(refused.state(refused.id)).toBe('notAppointed')
})

test('R130 a term that is over is renewed or ended', () => {
  const told = serving()
  expect(told.until('10-09 17:00')).toEqual(['MemberTermOver'])
  const renews = (until: string) =>
    told.refused(told.id, 'renew', [street, '10-10 09:00', { until, duties: '联系执法' }])
  expect(renews('2026-10-09')).toBe('termRunsForward')
  expect(renews('2026-12-18')).toBeUndefined()
  expect(told.until('12-18 17:00')).toEqual(['MemberTermOver'])
  told.does(told.id, 'finish', [street, '12-19 09:00', { reason: '任期届满' }])
  expect(told.state(told.id)).toBe('finished')
  expect(told.counted(kind)).toEqual({ serving: 0 })
})

test('the unit recommends, the street leads, the organisation department approves', () => {
  const told = recommended()
  const { world, id } = told
  const anyStaff = everyone.flatMap((line) =>
    line.includes(' ') ? of([line.split(' ')[0] ?? ''], working) : [],
  )
  const streetSigns = of(['street'], signing)
  const approves = of(['organisation'], ['clerk', 'head', 'leader', 'secretary'])
  const home = of(['bureau'], working)
  expect(starters(partTimeMember, world, town.street)).toEqual({ recommend: anyStaff })
  const may = () => askers(partTimeMember, world, told.record(id))
  expect(may()).toEqual({ weigh: streetSigns, refuse: streetSigns })
  told.does(id, 'weigh', [street, '08-04 09:00', { opinion: '同意' }])
  expect(may()).toEqual({ approve: approves, reject: approves })
  told.does(id, 'approve', [organisation, '08-05 09:00'])
  expect(may()).toEqual({
    contribute: of(['bureau', 'street'], working),
    report: home,
    renew: streetSigns,
    finish: streetSigns,
  })
  expect(seers(partTimeMember, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
})
