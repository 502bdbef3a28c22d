import type { Post } from '../../kernel/actor.ts'
import { covers, type Directory, type Place } from '../../kernel/directory.ts'
import type { Kind, Relation } from '../../kernel/kind.ts'

/** Whether a post may open every record of a kind in a place; otherwise lists are shorter than the
 *  numbers they stand behind. */
export function seesAll(
  kind: Kind,
  { post, directory, place }: { post: Post; directory: Directory; place: Place },
): boolean {
  const unit = directory.units.get(post.unit)
  if (unit === undefined) return false
  const over = covers(unit.area, place)
  const opens = ({ is, roles }: Relation) => {
    if (roles !== undefined && !roles.includes(post.role)) return false
    if ('anyone' in is) return is.anyone === 'post'
    if ('unitType' in is) return is.unitType.includes(unit.type) && over
    if ('function' in is)
      return unit.functions.includes(is.function) && (is.over === undefined || over)
    return false
  }
  return kind.see.some((name) => {
    const relation = kind.relations[name]
    return relation !== undefined && opens(relation)
  })
}
