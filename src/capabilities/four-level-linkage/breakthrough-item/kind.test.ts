import { expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { figureOf, isCover, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, linked, starters } from '../testing.ts'
import { breakthroughIndicators } from './indicators.ts'
import { breakthroughItem } from './kind.ts'

const office = post('clerk', unit.organisation)
const lead = post('clerk', unit.bureau)
const list = { kind: 'breakthrough-item', command: 'list', area: town.district }
const item: Data = {
  name: '执法力量下沉',
  requirement: 'response',
  measure: '街道统一调度执法队',
  lead: unit.bureau,
  dueOn: '2026-08-20',
}

/** A city of another class until 1 September, a leading one from then on. */
const items = () =>
  linked([breakthroughItem], {
    world: {
      parameters: {
        'city.class': [
          { from: 0, version: 'first', value: 'other' },
          { from: at('09-01 00:00'), version: 'second', value: 'capital' },
        ],
      },
    },
  })

function listed(data: Data = {}) {
  const told = items()
  return { told, id: told.begin(list, [office, '08-03 09:00'], { ...item, ...data }) }
}

test('the declaration is sound', () => {
  expect(problemsIn(breakthroughItem)).toEqual([])
})

test('R032 what the class does not make mandatory is listed for a reason, and keeps its class', () => {
  const told = items()
  const willing = { ...item, requirement: 'empowered', dueOn: '2026-12-30' }
  const tries = (when: string, data: Data) => told.tries(list, [office, when], data)
  expect(tries('08-03 09:00', willing)).toMatchObject({ refused: 'mandatoryOrWilling' })
  const reasoned = tries('08-03 09:00', { ...willing, why: '有基础，先行一步' })
  expect(reasoned).toMatchObject({ record: { fields: { scope: 'adapted', cityClass: 'other' } } })
  expect(tries('08-03 09:00', item).ok).toBe(true)
  expect(tries('09-02 09:00', willing)).toMatchObject({
    record: { fields: { scope: 'everywhere', cityClass: 'capital' } },
  })
  const first = reasoned.ok ? reasoned.record.id : ''
  expect(told.fields(first)).toMatchObject({ scope: 'adapted', cityClass: 'other' })
})

test('R032 which committees owe a measure follows the class of the day that is asked about', () => {
  const { world } = items()
  const [all] = breakthroughIndicators.flatMap(({ denominator }) => denominator).filter(isCover)
  if (all === undefined) throw new Error('nobody owes')
  const owing = (moment: string) =>
    coveringOf(all.covered, { world, area: town.city, at: at(moment) }, () => 0).map(
      (one) => one.unit?.id,
    )
  expect(owing('08-31 12:00')).toEqual([unit.cityCommittee])
  expect(owing('09-02 12:00')).toEqual([unit.cityCommittee, unit.committee])
  expect(owing('08-31 12:00')).toEqual([unit.cityCommittee])
})

test('measures in the list are counted, and those done among them', () => {
  const states: Readonly<Record<string, number>> = {
    'state:open': 12,
    'state:finished': 8,
    'state:dropped': 3,
  }
  const told = breakthroughIndicators
    .filter(({ id }) => id === 'F59')
    .map((one) => [
      one.part,
      figureOf(
        one,
        ofCounts(({ measure }) => states[measure] ?? 0),
      ).value,
    ])
  expect(told).toEqual([
    ['listed', 20],
    ['done', 8],
  ])
})

test('it has a lead that exists and a day to come', () => {
  const told = items()
  const tries = (data: Data) => told.tries(list, [office, '08-03 09:00'], { ...item, ...data })
  expect(tries({ lead: 999 })).toMatchObject({ refused: 'leadServesHere' })
  expect(tries({ dueOn: '2026-08-03' })).toMatchObject({ refused: 'endsLater' })
  expect(told.counts(tries({}))).toEqual([`+listed ${unit.committee}`])
})

test('past its day it is late; done, it may be opened again for a reason', () => {
  const { told, id } = listed()
  expect(told.expected(id)).toEqual([`${unit.bureau} finish`])
  expect(told.until('08-20 17:00')).toEqual(['BreakthroughRanLate'])
  expect(told.fields(id)['late']).toBe('late')
  const done = told.step(id, ['finish', lead, '08-21 09:00'], { result: '已统一调度' })
  expect(told.counts(done)).toEqual([`+finished ${unit.committee}`])
  expect(told.fields(id)['late']).toBeUndefined()
  const again = { reason: '调度没有落到班组', dueOn: '2026-09-20' }
  const today = { ...again, dueOn: '2026-08-24' }
  expect(told.refused(id, ['reopen', office, '08-24 09:00'], today)).toBe('endsLater')
  told.step(id, ['reopen', office, '08-24 09:00'], again)
  expect(told.until('09-21 17:00')).toEqual(['BreakthroughRanLate'])
})

test('the superior lists and drops, the lead carries out, everyone reads', () => {
  const fresh = items()
  const here = { ...list, area: town.community }
  expect(starters((by) => fresh.tries(here, [by, '08-03 09:00'], item))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const { told, id } = listed()
  const superior = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ finish: all(unit.bureau), drop: superior })
  expect(told.readers(id)).toHaveLength(24)
  const dropped = listed()
  dropped.told.step(dropped.id, ['drop', office, '08-05 09:00'], { reason: '并入他项' })
  expect(dropped.told.state(dropped.id)).toBe('dropped')
  told.step(id, ['finish', lead, '08-05 09:00'], { result: '已统一调度' })
  expect(told.offered(id)).toEqual({ reopen: superior })
})
