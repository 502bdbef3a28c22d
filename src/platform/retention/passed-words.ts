import { type Kysely, sql } from 'kysely'
import type { ContentRef, Value } from '../../kernel/field.ts'
import { bodyIn } from '../store/events.ts'
import { isContentRef } from '../store/step.ts'
import type { Tables } from '../store/tables.ts'

type Of = { readonly city: number; readonly record: string }

/** The records that a record's effects opened, and those that theirs did. */
export async function openedFrom(
  db: Kysely<Tables>,
  { city, record }: Of,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive opened(id) as (
      select from_id from link
        where city = ${city} and to_id = ${record}::uuid and kind = 'openedBy'
      union
      select l.from_id from link l join opened o on l.to_id = o.id
        where l.city = ${city} and l.kind = 'openedBy')
    select id from opened where id <> ${record}::uuid`.execute(db)
  return rows.map(({ id }) => id)
}

export type Passed = {
  readonly record: string
  /** Contents that hold the very same words. */
  readonly ids: readonly string[]
  /** The content that the record's title stands in. */
  readonly title: string | undefined
}

/**
 * Where words went on to other records: with what opened them, word for word. Equal keyed digests
 * are equal words, so that nothing need be opened. What officials wrote there later is theirs.
 */
export async function passedOn(
  db: Kysely<Tables>,
  of: Of,
  digests: ReadonlySet<string>,
): Promise<readonly Passed[]> {
  const records = digests.size === 0 ? [] : await openedFrom(db, of)
  if (records.length === 0) return []
  const events = await db
    .selectFrom('event')
    .select(['record_id', 'seq', 'body'])
    .where('city', '=', of.city)
    .where('record_id', 'in', [...records])
    .orderBy('record_id')
    .orderBy('seq')
    .execute()
  return [...Map.groupBy(events, (event) => event.record_id)].map(([record, own]) => ({
    record,
    ids: own.flatMap((event) =>
      event.seq > 1
        ? []
        : refsIn(event)
            .filter(({ digest }) => digests.has(digest))
            .map(({ content }) => content),
    ),
    title: own.flatMap((event) => bodyIn(event).change.title?.content ?? []).at(-1),
  }))
}

/** The words that an event refers to, its title among them. */
export function refsIn(event: { readonly body: string }): readonly ContentRef[] {
  const { input, change } = bodyIn(event)
  const values: readonly (Value | undefined)[] = [...Object.values(input), change.title]
  return values.flatMap((value) => (isContentRef(value) ? [value] : []))
}
