import { expect, test } from 'vitest'
import { coveringOf } from '../../kernel/cover.ts'
import { figureOf, isCover, ofCounts } from '../../kernel/indicator.ts'
import { at, governedWorld, town, unit } from '../../kernel/testing.ts'
import { institutionIndicators } from './institutions.ts'

const world = governedWorld([])
const where = { world, area: town.city, at: at('12-31 23:00') }

/** Who lacks what, when the named superiors have opened the named institutions. */
function lacking(opened: Readonly<Record<number, readonly string[]>>, type: string) {
  const found = institutionIndicators.find(({ id }) => id === `four-institutions-${type}`)
  const [all] = (found?.numerator ?? []).filter(isCover)
  if (all === undefined) throw new Error(`no ${type}`)
  return coveringOf(all.covered, where, (of, kind, measure) =>
    'unit' in of && measure === 'opened' && opened[of.unit]?.includes(kind) === true ? 1 : 0,
  ).map((one) => [
    one.unit?.id,
    one.has,
    one.held.filter(({ enough }) => !enough).map(({ having }) => having.kind),
  ])
}

test('R027 a superior has all four institutions or is shown lacking the ones it has not', () => {
  const four = ['dispatch-round', 'status-entry', 'inspection-round', 'effect-check']
  const opened = { [unit.cityCommittee]: four, [unit.committee]: four.slice(1), [unit.street]: [] }
  expect(lacking(opened, 'committee')).toEqual([
    [unit.cityCommittee, true, []],
    [unit.committee, false, ['dispatch-round']],
  ])
  expect(lacking(opened, 'street')).toEqual(
    [unit.street, unit.otherStreet, unit.foreignStreet].map((one) => [one, false, four]),
  )
})

test('what lapsed, was put right and took effect is told over what was asked, assigned, judged', () => {
  const counts: Readonly<Record<string, number>> = {
    lapsed: 1,
    asked: 4,
    closed: 3,
    assigned: 4,
    effective: 3,
    missing: 2,
  }
  const told = institutionIndicators
    .filter(({ denominator }) => denominator.every((term) => !isCover(term)))
    .map((one) => [
      one.id,
      figureOf(
        one,
        ofCounts(({ measure }) => counts[measure] ?? 0),
      ).value,
    ])
  expect(told).toEqual([
    ['dispatch-lapsed', 0.25],
    ['rectification-closed', 0.75],
    ['effect-seen', 0.6],
  ])
})
