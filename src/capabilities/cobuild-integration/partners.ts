import type { Role } from '../../kernel/actor.ts'
import { placeOf } from '../../kernel/directory.ts'
import type { Context, Relation, Setting } from '../../kernel/kind.ts'
import { yearOf, dayOf, type Instant } from '../../kernel/time.ts'

/** Who in a unit prepares what it does together with others. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']
/** Who signs for it. */
export const signers: readonly Role[] = ['head', 'leader', 'secretary']

export const cityMaySet = '本市参数，可在设置中修改'

/** Committees and organisation departments of this place and of those above it. */
export const above: Relation = {
  label: '本级和上级党委、组织部门',
  roles: staff,
  is: { unitType: ['committee', 'organisation'], over: 'place' },
}

export function ownUnit({ actor }: Pick<Context, 'actor'>): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

export function typeOf({ world }: Pick<Context, 'world'>, unit: number | undefined): string {
  return world.directory.units.get(unit ?? 0)?.type ?? ''
}

/** A record about a unit lies where that unit lies. */
export function whereUnitLies(
  { world }: Pick<Context, 'world'>,
  unit: number | undefined,
): Pick<Setting, 'place'> {
  const area = world.directory.units.get(unit ?? 0)?.area
  const place = area === undefined ? undefined : placeOf(world.directory, area)
  return place === undefined ? {} : { place }
}

export function yearAt(at: Instant): number {
  return yearOf(dayOf(at))
}
