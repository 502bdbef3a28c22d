import type { Role } from '../../kernel/actor.ts'
import { areaHolds } from '../../kernel/area-tree.ts'
import { placeOf } from '../../kernel/directory.ts'
import type { Context, Rule, Setting } from '../../kernel/kind.ts'
import { streetsIn } from './task-kinds.ts'

/** Posts that work for their unit: they write, send and report. */
export const staff: readonly Role[] = ['clerk', 'head', 'dispatcher']
/** Posts that sign for it. */
export const signers: readonly Role[] = ['leader', 'secretary']

/** The unit of the post that asks. */
export function ownUnit({ actor }: Pick<Context, 'actor'>): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

/** A record about a street lies where the street lies. */
export function inItsStreet({ input, world }: Context): Setting {
  const [street] = streetsIn({ input })
  const area = street === undefined ? undefined : world.directory.units.get(street)?.area
  const place = area === undefined ? undefined : placeOf(world.directory, area)
  return place === undefined ? {} : { place }
}

/** Nobody reaches beyond their own area: a district's organ into another district, a street into
 *  another one. */
export const streetsAreWithin: Rule = {
  says: '所选街道不在本单位的范围内',
  instead: '请选择本地的街道',
  basis: '属地管理',
  input: true,
  holds: (context) => {
    const { directory } = context.world
    const own = directory.units.get(ownUnit(context) ?? 0)?.area
    const streets = streetsIn(context).map((unit) => directory.units.get(unit))
    return (
      own !== undefined &&
      streets.length > 0 &&
      streets.every((one) => one?.type === 'street' && areaHolds(directory, own, one.area))
    )
  },
}
