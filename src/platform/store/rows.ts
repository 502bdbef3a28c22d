import { deltasOf } from '../../kernel/derive.ts'
import { dayOf } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Step } from './step.ts'

/** A line of the counts, before it is folded. */
export type DeltaRow = {
  readonly district: number | null
  readonly street: number | null
  readonly community: number | null
  readonly unit: number
  readonly category: string
  readonly day: string
  readonly kind: string
  readonly measure: string
  readonly n: number
}

/** What a step adds to the counts, values kept apart included. */
export function deltaRows(step: Step, world: World): readonly DeltaRow[] {
  return [...ownDeltaRows(step, world), ...apartRows(step)]
}

/** What follows from a record's events alone. */
export function ownDeltaRows(
  { kind, before, record, event }: Pick<Step, 'kind' | 'before' | 'record' | 'event'>,
  world: World,
): readonly DeltaRow[] {
  return deltasOf(kind, world, { before, after: record, event }).map((delta) => ({
    district: delta.place.district ?? null,
    street: delta.place.street ?? null,
    community: delta.place.community ?? null,
    unit: delta.unit,
    category: delta.category,
    day: delta.day,
    kind: kind.name,
    measure: delta.measure,
    n: delta.n,
  }))
}

/** The first day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`
}

/** Values kept apart are counted by month and street only, so that no day or community, and no
 *  responsible unit, leads back to the record. */
function apartRows({ kind, record, event, prepared }: Step): readonly DeltaRow[] {
  return prepared.apart
    .filter((value) => value.keep === 'count')
    .map((value) => ({
      district: record.place.district ?? null,
      street: record.place.street ?? null,
      community: null,
      unit: 0,
      category: '',
      day: monthOf(dayOf(event.at)),
      kind: kind.name,
      measure: `${apartPrefix}${value.field}:${value.value}`,
      n: 1,
    }))
}

/** Counts that no record can be asked for again. */
export const apartPrefix = 'apart:'
