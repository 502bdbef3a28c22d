import type { Actor, Post } from '../../../kernel/actor.ts'
import { builtInCommands } from '../../../kernel/built-in.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../../kernel/record.ts'
import { ask } from '../../../platform/asking/ask.ts'
import type { AskDeps, ContactRow, Prepared } from '../../../platform/asking/types.ts'
import { loadRecordAt } from '../../../platform/store/events.ts'
import { isContentRef } from '../../../platform/store/step.ts'
import { loadTexts } from '../../../platform/store/texts.ts'

type From = { readonly deps: AskDeps; readonly city: number }

/** Asks again, in another city, what people had asked in the life of a stored record: in the same
 *  names and at the same moments. What clocks asked is left to the clocks. */
export async function askedAgain(
  from: From,
  to: AskDeps,
  { record, posts }: { readonly record: string; readonly posts: readonly Post[] },
): Promise<void> {
  const { deps, city } = from
  const byId = new Map(posts.map((post) => [post.id, post]))
  let before: RecordState | undefined
  for (let seq = 1; ; seq += 1) {
    const stored = await loadRecordAt(deps, { city, record, upTo: seq })
    if (stored === undefined || stored.event.seq < seq) return
    const { event, record: after } = stored
    const kind = deps.registry.get(after.kind)
    if (kind === undefined) throw new Error(`no kind ${after.kind}`)
    if (event.actor !== 'clock') {
      const answer = await ask(to, {
        id: event.ask,
        city,
        kind: kind.name,
        command: commandNamed(kind, before, event),
        actor: actorOf(event, record, byId),
        at: event.at,
        record: before?.id,
        place: after.place,
        fresh: { id: record, number: after.number },
        party: event.party,
        prepared: await preparedOf(from, event),
      })
      if (!answer.ok) throw new Error(`${event.type} was refused: ${answer.says}`)
    }
    before = after
  }
}

function actorOf(
  { actor, post }: EventRecord,
  record: string,
  posts: ReadonlyMap<string, Post>,
): Actor {
  const held = posts.get(post)
  if (held !== undefined) return { by: 'post', post: held }
  return actor === 'link' ? { by: 'link', record } : { by: 'public' }
}

function commandNamed(kind: Kind, before: RecordState | undefined, { type }: EventRecord): string {
  const parties = Object.values(kind.parties ?? {}).flatMap(({ states }) => Object.values(states))
  const own = before === undefined ? undefined : kind.states[before.state]?.commands
  const all = [
    before === undefined ? kind.starts : own,
    ...parties.map(({ commands }) => commands),
    builtInCommands,
  ]
  const named = all.flatMap((commands) => Object.entries(commands ?? {}))
  const [name] = named.find(([, { records }]) => records === type) ?? []
  if (name === undefined) throw new Error(`nothing in ${before?.state} records ${type}`)
  return name
}

async function preparedOf({ deps, city }: From, { input }: EventRecord): Promise<Prepared> {
  const refs = Object.entries(input).flatMap(([field, value]) =>
    isContentRef(value) ? [{ field, id: value.content }] : [],
  )
  const texts = await loadTexts(
    deps,
    city,
    refs.map(({ id }) => id),
  )
  const contents = refs.map(({ field, id }) => ({ field, id, text: texts.get(id) ?? '' }))
  const words = Object.fromEntries(contents.map(({ field, text }) => [field, text]))
  const contacts = await contactsOf({ deps, city }, input)
  return { input, words, contents, contacts, files: [], apart: [] }
}

async function contactsOf(
  { deps, city }: From,
  input: EventRecord['input'],
): Promise<readonly ContactRow[]> {
  const ids = Object.values(input).flatMap((value) =>
    typeof value === 'object' && value !== null && 'contact' in value ? [value.contact] : [],
  )
  if (ids.length === 0) return []
  const rows = await deps.db.read
    .selectFrom('contact')
    .selectAll()
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name_enc,
    phone: row.phone_enc,
    phoneIndex: row.phone_index,
    note: row.note_enc,
    maskName: row.mask_name,
    maskPhone: row.mask_phone,
  }))
}
