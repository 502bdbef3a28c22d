import { type Unit, unitFor } from '../../../kernel/directory.ts'
import { numberOf } from '../../../kernel/field.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'
import { isUnderUnitOrHeir } from '../../../kernel/lineage.ts'
import { addDays, type Day, dayOf, type Instant } from '../../../kernel/time.ts'

/** The bases that an appeal's rules rest on, and how they read their context. */
export const basis = {
  duty: '街道履行职责事项清单',
  swift: '接诉即办工作机制',
  person: '诉求人的权利：知情、评价、身份受保护',
} as const

export function unitNamed(context: Context, input: string): Unit | undefined {
  const id = numberOf(context.input, input)
  return id === undefined ? undefined : context.world.directory.units.get(id)
}

export function lead(context: Context): number | undefined {
  return numberOf(context.record.fields, 'lead')
}

export function ownUnit({ actor }: Context): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

export function item(context: Context): FactRow | undefined {
  return context.facts['item']?.rows[0]
}

/** Whether the appeal complains of this unit or of one above it, once this ask is done. */
export function isComplained({ world, record, input }: Context, unit: number): boolean {
  const complained = numberOf(input, 'complained') ?? numberOf(record.fields, 'complained')
  return complained !== undefined && isUnderUnitOrHeir(world.directory, unit, complained)
}

/** The desk that has it or takes it in; when that one is complained of, the nearest that is not. */
export function freeDesk(context: Context): number | undefined {
  const { record, actor } = context
  const own = actor.by === 'post' ? actor.post.unit : undefined
  const first = numberOf(record.fields, 'desk') ?? own
  return first !== undefined && !isComplained(context, first) ? first : nearestDesk(context)
}

/** The nearest desk that is not complained of. */
export function nearestDesk(context: Context): number | undefined {
  const { world, record } = context
  return (['community', 'street', 'district', 'city'] as const)
    .map((level) => unitFor(world.directory, { function: 'dispatch', level }, record.place)?.id)
    .find((desk) => desk !== undefined && !isComplained(context, desk))
}

/** City 0, district 1, street 2, community 3. */
export function rank(context: Context, area: number): number {
  const level = context.world.directory.areas.get(area)?.level
  return ['city', 'district', 'street', 'community'].indexOf(level ?? 'community')
}

export function dayAfter(at: Instant, days: number): Day {
  return addDays(dayOf(at), days)
}
