import { describe, expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, story, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell, type Told } from '../../street-mandate/testing/told.ts'
import { all, committee, judges, office, secretary } from '../testing/owned.ts'
import { deedIndicators } from './indicators.ts'
import { practicalDeed } from './kind.ts'

const kind = 'practical-deed'
const deed: Data = {
  unit: unit.street,
  year: 2026,
  title: '菜市场加装雨棚',
  proposal: '下雨天买菜没处躲，摊位也受淹',
  source: 'resident',
  gap: 'service',
}
const link = (record: string) => ({ by: 'link', record }) as const
const work = { result: '雨棚一百二十米已装好' }
const good = { opinion: '现场看过，排水正常' }

function proposed() {
  const told = tell([practicalDeed])
  const id = told.begin(`${kind}/propose`, town.street, [secretary, '08-03 09:00', deed])
  return { told, id }
}

function adopted() {
  const { told, id } = proposed()
  told.does(id, 'adopt', [secretary, '08-03 10:00', { dueOn: '2026-09-30' }])
  return { told, id }
}

/** Under way from the end of 10 August on. */
function underway() {
  const { told, id } = adopted()
  told.until('08-10 17:00')
  return { told, id }
}

function finished() {
  const { told, id } = underway()
  told.does(id, 'finish', [secretary, '08-11 09:00', work])
  return { told, id }
}

function hearing() {
  const { told, id } = finished()
  told.does(id, 'accept', [office, '08-12 09:00', good])
  return { told, id }
}

function heardBy(told: Told, id: string, days: readonly string[]) {
  for (const day of days) told.does(id, 'evaluate', [link(id), `${day} 09:00`, { benefit: 'yes' }])
}

test('the declaration is sound, and the limits a city begins with', () => {
  expect(problemsIn(practicalDeed)).toEqual([])
  expect(limitsOf(practicalDeed)).toEqual({
    'practical-deed.screen': '15 working-day',
    'practical-deed.notice': '5 working-day',
    'practical-deed.accept': '10 working-day',
    'practical-deed.hear': '15 day',
    'practical-deed.hear-again': '5 working-day',
    'practical-deed.voices': '5',
  })
})

test('a proposal is screened in time, adopted with a day or declined with a reason', () => {
  const { told, id } = proposed()
  const tries = (data: Data) =>
    told.tries(`${kind}/propose`, town.street, [secretary, '08-03 10:00', { ...deed, ...data }])
  expect(tries({ unit: unit.otherStreet })).toBe('isOwnUnit')
  expect(tries({ year: 2027 })).toBe('isThisYear')
  expect(told.until('08-24 17:00')).toEqual(['DeedScreeningRanLate'])
  const adopt = (dueOn: string) => told.refused(id, 'adopt', [secretary, '08-25 09:00', { dueOn }])
  expect(adopt('2026-08-25')).toBe('endsLater')
  expect(adopt('2026-09-30')).toBeUndefined()
  const other = proposed()
  other.told.does(other.id, 'decline', [secretary, '08-04 09:00', { reason: '市场将整体改造' }])
  expect(other.told.state(other.id)).toBe('declined')
})

test('it is shown to residents before work begins', () => {
  const { told, id } = adopted()
  told.does(id, 'remark', [link(id), '08-04 09:00', { remark: '请留出消防通道' }])
  expect(told.until('08-10 16:59')).toEqual([])
  expect(told.until('08-10 17:00')).toEqual(['DeedBegun'])
  expect(told.until('09-30 17:00')).toEqual(['DeedRanLate'])
  expect(told.record(id).fields['late']).toBe('late')
  const dropped = adopted()
  dropped.told.does(dropped.id, 'drop', [secretary, '08-05 09:00', { reason: '居民意见不一' }])
  expect(dropped.told.state(dropped.id)).toBe('declined')
})

test('a later day is given by those above, and starts the clock anew', () => {
  const { told, id } = underway()
  const later = { askedDay: '2026-10-20', askedWhy: '雨季' }
  expect(
    told.refused(id, 'askExtension', [
      secretary,
      '08-12 09:00',
      { ...later, askedDay: '2026-09-30' },
    ]),
  ).toBe('asksForLater')
  expect(told.refused(id, 'grantExtension', [office, '08-12 09:00'])).toBe('oneIsAsked')
  const no = { reason: '还来得及' }
  expect(told.refused(id, 'refuseExtension', [office, '08-12 09:00', no])).toBe('oneIsAsked')
  told.does(id, 'askExtension', [secretary, '08-12 09:00', later])
  expect(told.refused(id, 'askExtension', [secretary, '08-12 10:00', later])).toBe('noneIsAsked')
  told.does(id, 'grantExtension', [committee, '08-13 09:00'])
  expect(told.until('10-20 16:59')).toEqual([])
  expect(told.until('10-20 17:00')).toEqual(['DeedRanLate'])
})

describe('R124', () => {
  test('R124 a deed is done only when it is accepted and residents have judged it', () => {
    const { told, id } = hearing()
    expect(told.state(id)).toBe('hearing')
    heardBy(told, id, ['08-13', '08-14', '08-15', '08-16'])
    expect(told.until('08-27 09:00')).toEqual(['DeedHearingEnded'])
    expect(told.state(id)).toBe('unheard')
    expect(told.counted(kind)).toEqual({ adopted: 1 })
    expect(told.until('09-03 17:00')).toEqual(['DeedHearingRanLate'])
    told.does(id, 'hearAgain', [secretary, '09-04 09:00'])
    heardBy(told, id, ['09-05'])
    expect(told.until('09-19 09:00')).toEqual(['DeedHearingEnded'])
    expect(told.state(id)).toBe('done')
    expect(told.counted(kind)).toEqual({ adopted: 1, done: 1 })
  })

  test('R124 what is not accepted is not judged, and five voices alone do not make it done', () => {
    const { told, id } = finished()
    expect(told.refused(id, 'evaluate', [link(id), '08-11 10:00', { benefit: 'yes' }])).toBe(
      'notOffered',
    )
    const { record } = { record: told.record(id) }
    const many = { ...record, fields: { ...record.fields, heard: 9 } }
    const rule = practicalDeed.rules.acceptedAndHeard
    const context = {
      starting: false,
      input: {},
      words: {},
      actor: { by: 'clock' },
      at: 0,
      world: told.world,
      facts: {},
    } as const
    expect(rule.holds({ ...context, record: many })).toBe(false)
    const both = { ...many, fields: { ...many.fields, acceptedOn: '2026-08-12' } }
    expect(rule.holds({ ...context, record: both })).toBe(true)
  })

  test('R124 residents judge by a link, counted apart', () => {
    const told = story(new Map([[kind, practicalDeed]]), tell([practicalDeed]).world)
    const id = told.begin({
      kind,
      command: 'propose',
      area: town.street,
      by: secretary,
      at: '08-03 09:00',
      data: deed,
    })
    told.does(id, 'adopt', { by: secretary, at: '08-03 10:00', data: { dueOn: '2026-09-30' } })
    told.does(id, 'finish', { by: secretary, at: '08-11 09:00', data: work })
    told.does(id, 'accept', { by: office, at: '08-12 09:00', data: good })
    const done = told.does(id, 'evaluate', {
      by: link(id),
      at: '08-13 09:00',
      data: { benefit: 'some' },
    })
    const step = done.ok ? done.steps[0] : undefined
    expect(step?.apart).toEqual({ benefit: 'some' })
    expect(JSON.stringify([step?.after, step?.event])).not.toContain('some')
    expect(step?.after.fields['heard']).toBe(1)
  })
})

test('those above accept it, never whoever reported it, and may send it back', () => {
  const { told, id } = finished()
  const same = post('clerk', unit.organisation, `secretary-${unit.street}`)
  const more = { reason: '排水不畅', dueOn: '2026-10-10' }
  expect(told.refused(id, 'accept', [same, '08-12 09:00', good])).toBe('judgedByAnother')
  expect(told.refused(id, 'returnWork', [same, '08-12 09:00', more])).toBe('judgedByAnother')
  expect(
    told.refused(id, 'returnWork', [office, '08-12 09:00', { ...more, dueOn: '2026-08-12' }]),
  ).toBe('endsLater')
  told.does(id, 'returnWork', [office, '08-12 09:00', more])
  expect(told.record(id)).toMatchObject({ state: 'underway', fields: { dueOn: '2026-10-10' } })
  told.until('10-10 17:00')
  told.does(id, 'finish', [secretary, '10-12 09:00', work])
  expect(told.record(id).fields['late']).toBeUndefined()
  expect(told.until('10-26 17:00')).toEqual(['DeedAcceptanceRanLate'])
})

test('F53 deeds done are counted, as a share of those adopted too; few voices are not shown', () => {
  const value = (id: string, counts: Readonly<Record<string, number>>) => {
    const one = deedIndicators.find((found) => found.id === id)
    return (
      one &&
      figureOf(
        one,
        ofCounts(({ measure }) => counts[measure] ?? 0),
      )
    )
  }
  expect(value('F53', { done: 3, adopted: 4 })?.value).toBe(3)
  expect(value('practical-deeds-done', { done: 3, adopted: 4 })?.value).toBe(0.75)
  expect(value('practical-deeds-useful', { 'apart:benefit:yes': 4 })?.hidden).toBe(true)
  expect(
    value('practical-deeds-useful', { 'apart:benefit:yes': 4, 'apart:benefit:no': 1 })?.value,
  ).toBe(0.8)
  const { told, id } = underway()
  told.does(id, 'stop', [office, '08-12 09:00', { reason: '市场搬迁' }])
  expect(told.counted(kind)).toEqual({ adopted: 0 })
})

test('who begins, who sees, who may ask what where', () => {
  const first = proposed()
  const table = ({ told, id }: { readonly told: Told; readonly id: string }) =>
    askers(practicalDeed, told.world, told.record(id))
  const own = all('street')
  expect(starters(practicalDeed, first.told.world, town.community)).toEqual({
    propose: all('cityCommittee', 'committee', 'street', 'community'),
  })
  expect(seers(practicalDeed, first.told.world, first.told.record(first.id))).toEqual(
    everyone.filter((who) => who !== 'public' && who !== 'link'),
  )
  expect(table(first)).toEqual({ adopt: own, decline: own })
  expect(table(adopted())).toEqual({ drop: own })
  expect(table(underway())).toEqual({
    finish: own,
    askExtension: own,
    stop: judges,
    grantExtension: judges,
    refuseExtension: judges,
  })
  expect(table(finished())).toEqual({ accept: judges, returnWork: judges })
  expect(table(hearing())).toEqual({ evaluate: judges })
  const last = hearing()
  last.told.until('08-27 09:00')
  expect(table(last)).toEqual({ hearAgain: all('committee', 'organisation', 'street') })
})
