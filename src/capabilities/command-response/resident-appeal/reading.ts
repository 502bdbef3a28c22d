import type { Unit } from '../../../kernel/directory.ts'
import { numberOf } from '../../../kernel/field.ts'
import type { Context, FactRow } from '../../../kernel/kind.ts'
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

/** City 0, district 1, street 2, community 3. */
export function rank(context: Context, area: number): number {
  const level = context.world.directory.areas.get(area)?.level
  return ['city', 'district', 'street', 'community'].indexOf(level ?? 'community')
}

export function dayAfter(at: Instant, days: number): Day {
  return addDays(dayOf(at), days)
}
