import { describe, expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { isCover } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { working } from '../testing/roles.ts'
import { activityIndicators } from './indicators.ts'
import { jointActivity } from './kind.ts'
import { bureau, community, plan, planned } from './testing.ts'

const kind = 'joint-activity'
const second = post('secretary', unit.otherCommunity)
const traffic = post('clerk', unit.traffic)
const done = { result: '义诊、议事各一场' }
const staffOf = everyone.flatMap((line) =>
  line.includes(' ') ? of([line.split(' ')[0] ?? ''], working) : [],
)

/** How many came, as told at a time of the day. */
type Come = readonly [attendance: number, when?: string]

/** Its day has come, and both who were asked hold it. */
function begun(data: Data = {}) {
  const told = planned(data)
  told.does(told.id, `host/${unit.otherCommunity}/accept`, [second, '08-04 09:00'])
  told.does(told.id, `host/${unit.bureau}/accept`, [bureau, '08-04 09:10'])
  return told
}

test('the declaration is sound, and a calendar file invites all who take part', () => {
  expect(problemsIn(jointActivity)).toEqual([])
  expect(limitsOf(jointActivity)).toEqual({ 'activity.reply': '5 working-day' })
  expect(jointActivity.appointment).toEqual({
    from: 'startAt',
    to: 'endAt',
    where: 'spot',
    parties: ['host', 'guest'],
  })
})

describe('R129', () => {
  test('R129 any number hold it; communities and units are each counted once', () => {
    const told = begun()
    told.does(told.id, 'signUp', [traffic, '08-05 09:00'])
    told.does(told.id, 'finish', [community, '08-10 11:00', done])
    expect(told.record(told.id)).toMatchObject({
      state: 'held',
      fields: { communities: 2, units: 1, lead: unit.community, day: '2026-08-10' },
      place: { community: town.community },
    })
    expect(told.counted(kind)).toEqual({ held: 1, led: 1, hosted: 2 })
  })

  test('R129 the figure counts who held something, not how often', () => {
    const told = planned()
    const held: Readonly<Record<number, number>> = {
      [unit.community]: 3,
      [unit.bureau]: 2,
      [unit.street]: 1,
    }
    const where = { world: told.world, area: town.city, at: at('12-31 23:00') }
    const counts = activityIndicators.slice(0, 2).map(({ numerator }) =>
      numerator
        .filter(isCover)
        .flatMap(({ covered }) =>
          coveringOf(covered, where, (one, _, measure) =>
            'unit' in one && measure === 'led' ? (held[one.unit] ?? 0) : 0,
          ),
        )
        .filter(({ has }) => has)
        .map((one) => one.unit?.id)
        .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    )
    expect(counts).toEqual([[unit.community], [unit.bureau, unit.street]])
  })

  test('R129 organisations of the registry are counted once each and once a year', () => {
    const told = begun()
    const firm = told.firm('前街百货有限公司')
    const adds = (id: string, by = community, moment = '08-10 10:00') =>
      told.refused(id, 'addOrganisation', [
        by,
        moment,
        { organisation: firm, hosted: true, attendance: 20 },
      ])
    expect(adds(told.id, community, '08-10 08:59')).toBe('hasBegun')
    expect(adds(told.id)).toBeUndefined()
    expect(adds(told.id, bureau)).toBe('claimTaken')
    told.does(told.id, 'finish', [community, '08-10 11:00', done])
    expect(told.record(told.id).fields).toMatchObject({ units: 2, attendance: 20 })
    const again = told.begin({ hosts: null })
    expect(adds(again)).toBeUndefined()
    expect(told.counted('organisation-entry')).toMatchObject({ hosted: 1 })
    expect(told.counted('activity-organisation')).toEqual({ firms: 2, attendance: 40 })
  })
})

describe('taking part', () => {
  test('nobody has to: silence is no, and a unit may still step back before the day', () => {
    const told = planned()
    expect(told.until('08-10 08:00')).toEqual([])
    expect(told.until('08-10 17:00')).toEqual(['ActivityUnfinished', 'HostLapsed', 'HostLapsed'])
    const back = begun()
    back.does(back.id, `host/${unit.bureau}/withdraw`, [bureau, '08-05 09:00'])
    back.does(back.id, 'signUp', [traffic, '08-05 10:00'])
    back.does(back.id, `guest/${unit.traffic}/withdraw`, [traffic, '08-05 11:00'])
    back.does(back.id, 'finish', [community, '08-10 11:00', done])
    expect(back.record(back.id).fields).toMatchObject({ communities: 2, units: 0 })
    const late = `host/${unit.otherCommunity}/withdraw`
    expect(back.refused(back.id, late, [second, '08-11 09:00'])).toBe('isPlanned')
    const declined = planned()
    declined.does(declined.id, `host/${unit.bureau}/decline`, [bureau, '08-04 09:00'])
    declined.does(declined.id, 'finish', [community, '08-10 11:00', done])
    expect(declined.counted(kind)).toEqual({ held: 1, led: 1 })
  })

  test('who came is told by each unit in figures, corrected by itself, and added up', () => {
    const told = begun()
    told.does(told.id, 'signUp', [traffic, '08-05 09:00'])
    const comes = (party: string, by: typeof bureau, [attendance, when = '10:00']: Come) =>
      told.refused(told.id, `${party}/attend`, [by, `08-10 ${when}`, { attendance }])
    expect(comes(`host/${unit.bureau}`, bureau, [9, '08:59'])).toBe('hasBegun')
    expect(comes(`host/${unit.bureau}`, bureau, [9])).toBeUndefined()
    expect(comes(`initiator/${unit.community}`, community, [30])).toBeUndefined()
    expect(comes(`guest/${unit.traffic}`, traffic, [4])).toBeUndefined()
    expect(comes(`host/${unit.bureau}`, bureau, [12])).toBeUndefined()
    expect(told.record(told.id).fields['attendance']).toBe(46)
  })

  test('those who came to care activities are counted apart', () => {
    const told = begun({ sort: 'care' })
    told.does(told.id, `host/${unit.bureau}/attend`, [bureau, '08-10 10:00', { attendance: 96 }])
    told.does(told.id, 'finish', [community, '08-10 11:00', done])
    expect(told.counted(kind)).toMatchObject({ careHeld: 1, careAttendance: 96 })
  })
})

test('it ends after it begins, nobody is asked twice, and nothing is told before it was', () => {
  const none = tell([jointActivity])
  const tries = (given: Data) =>
    none.tries(`${kind}/plan`, town.community, [community, '08-03 09:00', { ...plan, ...given }])
  expect(tries({ endAt: at('08-10 09:00') })).toBe('endsAfterStart')
  expect(tries({ hosts: [unit.community] })).toBe('othersAreAsked')
  expect(tries({ endAt: at('08-10 09:01') })).toBeUndefined()
  const told = planned()
  const invites = (hosts: readonly number[]) =>
    told.refused(told.id, 'invite', [community, '08-04 09:00', { hosts }])
  expect(invites([unit.bureau])).toBe('othersAreAsked')
  expect(invites([unit.traffic])).toBeUndefined()
  expect(told.refused(told.id, 'signUp', [traffic, '08-04 10:00'])).toBe('isNotIn')
  expect(told.refused(told.id, 'finish', [community, '08-10 08:59', done])).toBe('hasBegun')
  told.does(told.id, 'cancel', [community, '08-05 09:00', { reason: '高温' }])
  expect(told.state(told.id)).toBe('cancelled')
  expect(told.counted(kind)).toEqual({})
})

test('anybody on the staff begins one, sees all, and signs up; each unit speaks for itself', () => {
  const told = planned()
  const { world, id } = told
  const lead = of(['community'], working)
  const asked = (role: string, where: number, command: string) => `${role}/${where}/${command}`
  expect(starters(jointActivity, world, town.community)).toEqual({ plan: staffOf })
  expect(seers(jointActivity, world, told.record(id))).toEqual(staffOf)
  const shared = {
    invite: lead,
    signUp: staffOf,
    addOrganisation: of(['bureau', 'community', 'otherCommunity'], working),
    finish: lead,
    cancel: lead,
    [asked('initiator', unit.community, 'attend')]: lead,
  }
  const both = [
    [unit.otherCommunity, of(['otherCommunity'], working)],
    [unit.bureau, of(['bureau'], working)],
  ] as const
  expect(askers(jointActivity, world, told.record(id))).toEqual({
    ...shared,
    ...Object.fromEntries(
      both.flatMap(([where, who]) => [
        [asked('host', where, 'accept'), who],
        [asked('host', where, 'decline'), who],
      ]),
    ),
  })
  const going = begun()
  going.does(going.id, 'signUp', [traffic, '08-05 09:00'])
  const guest = of(['traffic'], working)
  expect(askers(jointActivity, world, going.record(going.id))).toEqual({
    ...shared,
    ...Object.fromEntries(
      both.flatMap(([where, who]) => [
        [asked('host', where, 'attend'), who],
        [asked('host', where, 'withdraw'), who],
      ]),
    ),
    [asked('guest', unit.traffic, 'attend')]: guest,
    [asked('guest', unit.traffic, 'withdraw')]: guest,
  })
})
