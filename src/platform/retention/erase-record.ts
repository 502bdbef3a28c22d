import { type Kysely, sql } from 'kysely'
import type { FileRef, Value } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import { ownContact } from '../../kernel/own-data.ts'
import type { Instant } from '../../kernel/time.ts'
import { bodyIn, erasedTitle } from '../store/events.ts'
import { isContentRef } from '../store/step.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'

export type Erasing = {
  readonly city: number
  readonly record: string
  readonly kind: Kind
  readonly at: Instant
  readonly why: 'date' | 'asked'
}

/** Contacts of a record that it no longer names. Their rows stay, empty, with the day. */
export async function eraseLeftContacts(
  db: Kysely<Tables>,
  { city, record, at }: Pick<Erasing, 'city' | 'record' | 'at'>,
): Promise<number> {
  const gone = await erasing(db, at)
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where('erased_at', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from record r where r.city = ${city} and r.id = ${record}
        and jsonb_path_exists(r.fields, '$.*.contact ? (@ == $id)', jsonb_build_object('id', contact.id::text)))`,
    )
    .executeTakeFirst()
  return Number(gone.numUpdatedRows)
}

/** Every contact of a record. */
export async function eraseContacts(db: Kysely<Tables>, asked: Erasing): Promise<number> {
  const gone = await erasing(db, asked.at)
    .where('city', '=', asked.city)
    .where('record_id', '=', asked.record)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  await noteErasure(db, asked, 'contact')
  return Number(gone.numUpdatedRows)
}

/**
 * What the person wrote, or what was written down for them: their texts, the title made of them and
 * the words by which they were found. Events keep only the digests, so the chain stays whole.
 */
export async function eraseWords(db: Kysely<Tables>, asked: Erasing): Promise<number> {
  const { city, record, at } = asked
  const said = await spoken(db, asked)
  const ids = [...new Set(said.texts)]
  if (ids.length > 0) {
    await db
      .updateTable('content')
      .set({ text: null, erased_at: momentOf(at) })
      .where('city', '=', city)
      .where('record_id', '=', record)
      .where('id', 'in', ids)
      .execute()
    await sql`delete from search s using record r where s.city = ${city} and s.record_id = ${record}
      and r.city = ${city} and r.id = s.record_id
      and r.fields->s.field->>'content' = any(${ids}::text[])`.execute(db)
    if (said.title !== undefined && ids.includes(said.title))
      await db
        .updateTable('record')
        .set({ title: erasedTitle })
        .where('city', '=', city)
        .where('id', '=', record)
        .execute()
  }
  await noteErasure(db, asked, 'words')
  return ids.length
}

/** The photos the person sent: marked here; the bytes go once no other row holds them. */
export async function eraseFiles(db: Kysely<Tables>, asked: Erasing): Promise<readonly string[]> {
  const { city, record, at } = asked
  const ids = [...new Set((await spoken(db, asked)).files)]
  const rows =
    ids.length === 0
      ? []
      : await db
          .updateTable('file')
          .set({ erased_at: momentOf(at), name: '' })
          .where('city', '=', city)
          .where('record_id', '=', record)
          .where('id', 'in', ids)
          .where('erased_at', 'is', null)
          .returning('path')
          .execute()
  await noteErasure(db, asked, 'files')
  return rows.map(({ path }) => path)
}

function erasing(db: Kysely<Tables>, at: Instant) {
  const empty = { name_enc: null, phone_enc: null, phone_index: null, note_enc: null }
  return db
    .updateTable('contact')
    .set({ ...empty, mask_name: '', mask_phone: '', erased_at: momentOf(at) })
}

async function noteErasure(
  db: Kysely<Tables>,
  { city, record, at, why }: Erasing,
  what: string,
): Promise<void> {
  await db
    .insertInto('erasure')
    .values({ city, record_id: record, what, at: momentOf(at), why })
    .onConflict((conflict) => conflict.columns(['city', 'record_id', 'what']).doNothing())
    .execute()
}

/** What residents said and sent in the events of a record, and where its name stands. */
async function spoken(db: Kysely<Tables>, { city, record, kind }: Erasing) {
  const events = await db
    .selectFrom('event')
    .select(['seq', 'actor', 'body'])
    .where('city', '=', city)
    .where('record_id', '=', record)
    .orderBy('seq')
    .execute()
  const [texts, files]: [string[], string[]] = [[], []]
  let title: string | undefined
  for (const event of events) {
    const { input, change } = bodyIn(event)
    const isTheirs =
      event.actor === 'public' ||
      event.actor === 'link' ||
      (event.seq === 1 && ownContact(kind) !== undefined)
    title = change.title?.content ?? title
    if (!isTheirs) continue
    texts.push(...[...Object.values(input), change.title].flatMap(textIn))
    files.push(...Object.values(input).flatMap(filesIn))
  }
  return { texts, files, title }
}

function textIn(value: Value | undefined): readonly string[] {
  return isContentRef(value) ? [value.content] : []
}

function filesIn(value: Value): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: Value) => (isFileRef(one) ? [one.file] : []))
}

function isFileRef(value: Value): value is FileRef {
  return typeof value === 'object' && value !== null && 'file' in value
}
