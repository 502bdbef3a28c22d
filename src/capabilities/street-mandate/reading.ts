import { unitsOf } from '../../kernel/area-tree.ts'
import type { Unit } from '../../kernel/directory.ts'
import type { Context } from '../../kernel/kind.ts'

/** The unit of the post that asks. */
export function actorUnit({ actor }: Pick<Context, 'actor'>): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

/** The street that answers for where a record lies. */
export function streetOf({ record, world }: Pick<Context, 'record' | 'world'>): Unit | undefined {
  const { street } = record.place
  if (street === undefined) return undefined
  return unitsOf(world.directory, { type: 'street', under: street })[0]
}
