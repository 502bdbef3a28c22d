import type { Actor } from '../../kernel/actor.ts'
import { mayRead } from '../../kernel/access.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import { type ContactPart, contactPlace } from '../asking/contact.ts'
import { reached } from '../store/faults.ts'
import type { HttpDeps } from './deps.ts'
import { cityOf } from './who.ts'

/** The contact of a record in clear, for whoever was just allowed to reveal it: the revealing is
 *  an event, and this is read after it was committed. */
export async function revealedContact(
  deps: HttpDeps,
  { kind, record, actor }: { kind: Kind; record: RecordState; actor: Actor },
): Promise<{ contact: { name: string; phone: string; note?: string } | null }> {
  const { world } = cityOf(deps)
  const relations = standingOf(kind, { world, record, actor })
  const id = Object.entries(kind.fields)
    .filter(([, field]) => field.type === 'contact' && mayRead(field, relations))
    .flatMap(([name]) => {
      const value = record.fields[name]
      return typeof value === 'object' && value !== null && 'contact' in value
        ? [value.contact]
        : []
    })[0]
  return { contact: (id === undefined ? undefined : await contactInClear(deps, id)) ?? null }
}

/** A contact as it was given; nothing once it was erased. */
export async function contactInClear(deps: HttpDeps, id: string) {
  const row = await reached(() =>
    deps.db.read
      .selectFrom('contact')
      .select(['name_enc', 'phone_enc', 'note_enc'])
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .where('erased_at', 'is', null)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const open = (sealed: Buffer | null, part: ContactPart) =>
    sealed === null ? '' : deps.keys.open(sealed, contactPlace(id, part))
  return {
    name: open(row.name_enc, 'name'),
    phone: open(row.phone_enc, 'phone'),
    note: open(row.note_enc, 'note'),
  }
}
