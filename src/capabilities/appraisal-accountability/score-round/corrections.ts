import type { FactRow } from '../../../kernel/fact.ts'
import { isHidden, type Reading } from '../../../kernel/fair/score.ts'
import { readingsIn, readingTexts, type UnitReadings } from '../../../kernel/fair/written.ts'
import { listOf, numberOf, type Values } from '../../../kernel/field.ts'

/** A line of a unit as an appeal put it right. */
export type Correction = {
  readonly unit: string
  readonly item: string
  readonly reading: Reading
}

/**
 * What appeals put right and nothing has settled: what the round holds since earlier versions, then
 * the results told, the later version last. A settled line ends what results up to its version said;
 * a later appeal begins anew.
 */
export function correctionsIn(
  fields: Values,
  told: readonly Pick<FactRow, 'fields'>[],
): readonly Correction[] {
  const ends = settledIn(fields)
  const versionOf = (row: Pick<FactRow, 'fields'>) => numberOf(row.fields, 'version') ?? 0
  const later = told
    .toSorted((one, other) => versionOf(one) - versionOf(other))
    .flatMap((row) =>
      changedIn(row.fields).filter((one) => versionOf(row) > (ends.get(keyOf(one)) ?? 0)),
    )
  const all = [...correctionsOf(readingsIn(fields['righted'])), ...later]
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

export function agrees({ unit, item, reading }: Correction, drawn: UnitReadings): boolean {
  const now = drawn[unit]?.[item]
  return (
    now !== undefined &&
    !isHidden(now) &&
    now.numerator === reading.numerator &&
    now.denominator === reading.denominator
  )
}

/** The counts hold; residents and what was to be expected are those drawn last. */
export function laidOver(drawn: UnitReadings, corrections: readonly Correction[]): UnitReadings {
  return corrections.reduce<UnitReadings>((all, { unit, item, reading }) => {
    const right = counting(all[unit]?.[item] ?? reading, reading)
    return { ...all, [unit]: { ...all[unit], [item]: right } }
  }, drawn)
}

/** A reading with other counts, which are known from then on. */
export function counting(
  { population, expected }: Reading,
  { numerator, denominator }: Reading,
): Reading {
  return {
    numerator,
    denominator,
    ...(population === undefined ? {} : { population }),
    ...(expected === undefined ? {} : { expected }),
  }
}

export function correctionTexts(corrections: readonly Correction[]): readonly string[] {
  return corrections.flatMap(({ unit, item, reading }) =>
    readingTexts({ [unit]: { [item]: reading } }),
  )
}

/** '30 1 3 复查有误': this unit's line no longer holds what was put right up to this version. */
export function settledLines(
  fields: Values,
  corrections: readonly Correction[],
  why: string,
): readonly string[] {
  const version = numberOf(fields, 'version') ?? 0
  return corrections.map(({ unit, item }) => `${unit} ${item} ${version} ${why}`)
}

/** Whether somebody named it by unit and line. */
export function isNamed({ unit, item }: Correction, input: Values): boolean {
  return unit === String(numberOf(input, 'about')) && item === input['item']
}

/** The lines of one unit in a field of the round. */
export function linesOf(fields: Values, name: string, unit: number): readonly string[] {
  return textsIn(fields, name).filter((line) => line.startsWith(`${unit} `))
}

function settledIn(fields: Values): ReadonlyMap<string, number> {
  return new Map(
    textsIn(fields, 'settled').map((line) => {
      const [unit = '', item = '', version = ''] = line.split(' ')
      return [`${unit} ${item}`, Number(version)]
    }),
  )
}

function textsIn(fields: Values, name: string): readonly string[] {
  return listOf(fields, name).filter((line) => typeof line === 'string')
}

function changedIn(fields: Values): readonly Correction[] {
  const changed = new Set(listOf(fields, 'changedItems'))
  return correctionsOf(readingsIn(fields['readings'])).filter(({ item }) => changed.has(item))
}

function correctionsOf(readings: UnitReadings): readonly Correction[] {
  return Object.entries(readings).flatMap(([unit, own]) =>
    Object.entries(own).map(([item, reading]) => ({ unit, item, reading })),
  )
}

function keyOf({ unit, item }: Correction): string {
  return `${unit} ${item}`
}
