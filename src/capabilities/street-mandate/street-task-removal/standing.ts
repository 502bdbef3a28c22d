import { mustLead } from '../../../kernel/city-class.ts'
import type { Area } from '../../../kernel/directory.ts'
import type { Covered } from '../../../kernel/indicator.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'

export type RemovalStanding = '已取消' | '未取消（应取消）' | '逐步推开'

/** True where the tasks must be gone by now: everywhere in a city of the leading classes, in other
 *  cities in the streets of the central urban area. */
export function mustBeRemoved(area: Area | undefined, world: World, at: Instant): boolean {
  if (area === undefined || area.type !== '街道') return false
  return mustLead(world, at) || area.flags?.includes('central') === true
}

/** How a street is listed, given whether it still carries one of the two tasks. */
export function removalStanding(
  area: Area,
  carries: boolean,
  { world, at }: { readonly world: World; readonly at: Instant },
): RemovalStanding {
  if (!carries) return '已取消'
  return mustBeRemoved(area, world, at) ? '未取消（应取消）' : '逐步推开'
}

export function isStreet({ area }: Covered): boolean {
  return area?.type === '街道'
}
