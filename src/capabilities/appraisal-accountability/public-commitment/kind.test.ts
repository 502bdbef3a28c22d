import { expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, story, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { all, committee, judges, office, secretary } from '../testing/owned.ts'
import { commitmentIndicators } from './indicators.ts'
import { publicCommitment } from './kind.ts'

const kind = 'public-commitment'
const promise: Data = {
  unit: unit.street,
  year: 2026,
  title: '年内加装二十部电梯',
  promise: '二十部电梯通过验收并投用，每部有管护人',
  dueOn: '2026-11-30',
}
const link = (record: string) => ({ by: 'link', record }) as const
const outcome = { result: '二十一部已投用' }
const kept = { verdict: 'kept' }

function made() {
  const told = tell([publicCommitment])
  const id = told.begin(`${kind}/promise`, town.street, [secretary, '08-03 09:00', promise])
  return { told, id }
}

function inForce() {
  const { told, id } = made()
  told.does(id, 'approve', [office, '08-04 09:00'])
  return { told, id }
}

function judging() {
  const { told, id } = inForce()
  told.does(id, 'reportDone', [secretary, '08-05 09:00', outcome])
  told.until('08-20 09:00')
  return { told, id }
}

test('the declaration is sound, and the limits a city begins with', () => {
  expect(problemsIn(publicCommitment)).toEqual([])
  expect(limitsOf(publicCommitment)).toEqual({
    'public-commitment.review': '5 working-day',
    'public-commitment.redraft': '5 working-day',
    'public-commitment.hear': '15 day',
    'public-commitment.settle': '10 working-day',
  })
})

test('R044 a secretary makes exactly one public commitment a year', () => {
  const { told, id } = made()
  const tries = (data: Data, moment = '08-03 10:00') =>
    told.tries(`${kind}/promise`, town.street, [secretary, moment, { ...promise, ...data }])
  expect(tries({})).toBe('claimTaken')
  expect(tries({ unit: unit.otherStreet })).toBe('isOwnUnit')
  expect(tries({ year: 2027 })).toBe('isThisYear')
  expect(tries({ dueOn: '2026-08-03' })).toBe('endsLater')
  told.does(id, 'approve', [office, '08-04 09:00'])
  told.does(id, 'reportDone', [secretary, '08-05 09:00', outcome])
  told.until('08-20 09:00')
  told.does(id, 'settle', [office, '08-21 09:00', kept])
  expect(told.state(id)).toBe('kept')
  expect(tries({}, '08-24 09:00')).toBe('claimTaken')
  const next = { year: 2027, dueOn: '2027-11-30' }
  expect(tries(next, '2027-02-01 09:00')).toBeUndefined()
})

test('a promise is looked at before it is public, and a late look is told', () => {
  const { told, id } = made()
  expect(told.counted(kind)).toEqual({})
  expect(told.until('08-10 17:00')).toEqual(['CommitmentReviewRanLate'])
  told.does(id, 'sendBack', [committee, '08-11 09:00', { reason: '怎么看得见没有写' }])
  expect(told.until('08-18 17:00')).toEqual(['CommitmentRedraftRanLate'])
  const again = {
    title: '年内加装二十部电梯',
    promise: '二十部电梯投用，门口有公示',
    dueOn: '2026-11-30',
  }
  expect(
    told.refused(id, 'resubmit', [secretary, '08-19 09:00', { ...again, dueOn: '2026-08-19' }]),
  ).toBe('endsLater')
  told.does(id, 'resubmit', [secretary, '08-19 09:00', again])
  told.does(id, 'approve', [committee, '08-20 09:00'])
  expect(told.counted(kind)).toEqual({ made: 1 })
  told.does(id, 'reportProgress', [secretary, '08-21 09:00', { progress: '八部已开工' }])
  expect(told.until('11-30 17:00')).toEqual(['CommitmentFellDue'])
  expect(told.record(id)).toMatchObject({ state: 'hearing', fields: { late: 'late' } })
})

test('residents judge it by a link, counted apart: nothing tells who said what', () => {
  const kinds = new Map([[kind, publicCommitment]])
  const told = story(kinds, tell([publicCommitment]).world)
  const id = told.begin({
    kind,
    command: 'promise',
    area: town.street,
    by: secretary,
    at: '08-03 09:00',
    data: promise,
  })
  told.does(id, 'approve', { by: office, at: '08-04 09:00' })
  told.does(id, 'reportDone', { by: secretary, at: '08-05 09:00', data: outcome })
  const done = told.does(id, 'say', { by: link(id), at: '08-06 09:00', data: { view: 'partly' } })
  const step = done.ok ? done.steps[0] : undefined
  expect(step?.apart).toEqual({ view: 'partly' })
  expect(step?.event.input).toEqual({})
  expect(JSON.stringify(step?.after)).not.toContain('partly')
  expect(step?.after.fields['heard']).toBe(1)
})

test('those above settle it with residents heard; what was not kept has its reason', () => {
  const { told, id } = judging()
  expect(told.state(id)).toBe('judging')
  const same = post('clerk', unit.organisation, `secretary-${unit.street}`)
  expect(told.refused(id, 'settle', [same, '08-20 10:00', kept])).toBe('judgedByAnother')
  expect(told.refused(id, 'settle', [office, '08-20 10:00', { verdict: 'notKept' }])).toBe(
    'saysWhyNot',
  )
  told.does(id, 'hearAgain', [office, '08-20 11:00'])
  expect(told.until('09-04 11:00')).toEqual(['CommitmentHearingEnded'])
  expect(told.until('09-18 17:00')).toEqual(['CommitmentSettlingRanLate'])
  told.does(id, 'settle', [office, '09-21 09:00', { verdict: 'notKept', reason: '三部没有投用' }])
  expect(told.state(id)).toBe('notKept')
  expect(told.counted(kind)).toEqual({ made: 1, notKept: 1 })
  const other = judging()
  other.told.does(other.id, 'settle', [committee, '08-21 09:00', kept])
  expect(other.told.counted(kind)).toEqual({ made: 1, kept: 1 })
})

test('the share kept is of those settled, and few voices are not shown', () => {
  const [settled, said] = commitmentIndicators
  const figure = (one: typeof settled, counts: Readonly<Record<string, number>>) =>
    one &&
    figureOf(
      one,
      ofCounts(({ measure }) => counts[measure] ?? 0),
    )
  expect(figure(settled, { kept: 3, notKept: 1 })?.value).toBe(0.75)
  expect(figure(said, { 'apart:view:kept': 3, 'apart:view:not': 1 })).toMatchObject({
    hidden: true,
    value: undefined,
  })
  expect(figure(said, { 'apart:view:kept': 3, 'apart:view:partly': 2 })?.value).toBe(0.6)
})

test('who begins, who sees, who may ask what where', () => {
  const { told, id } = made()
  const table = (one: typeof told, own: string) =>
    askers(publicCommitment, one.world, one.record(own))
  expect(starters(publicCommitment, told.world, town.community)).toEqual({
    promise: all('cityCommittee', 'committee', 'street', 'community'),
  })
  expect(seers(publicCommitment, told.world, told.record(id))).toEqual(
    everyone.filter((who) => who !== 'public' && who !== 'link'),
  )
  expect(table(told, id)).toEqual({ approve: judges, sendBack: judges })
  told.does(id, 'sendBack', [office, '08-04 09:00', { reason: '再想想' }])
  expect(table(told, id)).toEqual({ resubmit: all('street') })
  const going = inForce()
  expect(table(going.told, going.id)).toEqual({
    reportProgress: all('street'),
    reportDone: all('street'),
  })
  going.told.does(going.id, 'reportDone', [secretary, '08-05 09:00', outcome])
  expect(table(going.told, going.id)).toEqual({ say: judges })
  expect(going.told.refused(going.id, 'say', [secretary, '08-06 09:00', { view: 'kept' }])).toBe(
    'notAllowed',
  )
  const last = judging()
  expect(table(last.told, last.id)).toEqual({ settle: judges, hearAgain: judges })
})
