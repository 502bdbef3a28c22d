import { mayRead, relationsOf } from '../../kernel/access.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context, Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'

type At = { readonly world: World; readonly record: RecordState; readonly actor: Actor }

/** True when finding a record by its reporter's number tells nothing that could not be read. */
export function mayReadContact(kind: Kind, { world, record, actor }: At): boolean {
  const relations = relationsOf(kind, { world, record, actor })
  const context: Context = {
    record,
    starting: false,
    input: {},
    words: {},
    actor,
    at: record.openedAt,
    world,
    facts: {},
  }
  const allowed = (kind.revealRequires ?? []).every(
    (name) => kind.rules[name]?.holds(context) === true,
  )
  return (
    allowed &&
    Object.values(kind.fields).some(
      (field) => field.type === 'contact' && mayRead(field, relations),
    )
  )
}
