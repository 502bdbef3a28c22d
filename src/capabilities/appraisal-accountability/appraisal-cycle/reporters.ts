import { areaHolds, isNextBelow, unitsOf } from '../../../kernel/area-tree.ts'
import { numberOf, textOf, type Value } from '../../../kernel/field.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'
import { hostOf } from '../superior.ts'

/** The unit type whose secretaries make up a category of the line. */
const lineTypes: Readonly<Record<string, string>> = {
  district: 'committee',
  street: 'street',
  community: 'community',
}

/** Units whose secretaries report: those named, or everybody of the line one level below. */
export function reportersOf(context: Context): readonly number[] {
  const named = unitsIn(context.input['reporters'])
  const type = lineTypes[categoryOf(context)]
  const host = hostOf(context)
  if (named.length > 0 || type === undefined || host === undefined) return named
  const { directory } = context.world
  return unitsOf(directory, { type, under: host.area })
    .filter((unit) => isNextBelow(directory, unit.id, host.id))
    .map(({ id }) => id)
}

/** Each year a level has the next one report; organs and institutions report where they are. */
export function mayReport(context: Context, id: number): boolean {
  const { directory } = context.world
  const host = hostOf(context)
  const unit = directory.units.get(id)
  const type = lineTypes[categoryOf(context)]
  if (unit === undefined || host === undefined) return false
  if (type !== undefined) return unit.type === type && isNextBelow(directory, id, host.id)
  const isOfLine = [...Object.values(lineTypes), host.type].includes(unit.type)
  return !isOfLine && areaHolds(directory, host.area, unit.area)
}

/** The template in force for the category: one's own, or the nearest of those above. */
export function templateOf(context: Context): FactRow | undefined {
  const { directory } = context.world
  const host = hostOf(context)
  if (host === undefined) return undefined
  const levels = ['street', 'district', 'city']
  const rank = (row: FactRow) => levels.indexOf(textOf(row.fields, 'level') ?? '')
  return (context.facts['templates']?.rows ?? [])
    .filter((row) => {
      const area = directory.units.get(numberOf(row.fields, 'host') ?? 0)?.area
      return area !== undefined && areaHolds(directory, area, host.area)
    })
    .toSorted((a, b) => rank(a) - rank(b))[0]
}

/** Last year's appraisal of the same category by the same organisation. */
export function priorOf(context: Context): FactRow | undefined {
  const year = (numberOf(context.input, 'year') ?? 0) - 1
  return (context.facts['cycles']?.rows ?? []).find(({ fields: own }) => own['year'] === year)
}

export function unitsIn(value: Value | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

function categoryOf({ input, record }: Context): string {
  return textOf(input, 'category') ?? textOf(record.fields, 'category') ?? ''
}
