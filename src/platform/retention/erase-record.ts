import { type Kysely, sql } from 'kysely'
import type { ContentRef, FileRef, Value } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import { ownContact } from '../../kernel/own-data.ts'
import type { Instant } from '../../kernel/time.ts'
import { personIn } from '../asking/persons.ts'
import type { Keys } from '../asking/types.ts'
import { bringBack } from '../archive/bring-back.ts'
import { bodyIn, erasedTitle } from '../store/events.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import { openedFrom, type Passed, passedOn, refsIn } from './passed-words.ts'
import { starWords } from './star-words.ts'

export type Erasing = {
  readonly city: number
  readonly record: string
  readonly kind: Kind
  readonly at: Instant
  readonly why: 'date' | 'asked'
}

/** What tells who somebody is, and takes it out of words. */
export type ErasingKeys = Pick<Keys, 'open' | 'openWords' | 'sealWords'>

/** Contacts of a record that it no longer names. Their rows stay, empty, with the day. */
export async function eraseLeftContacts(
  { db, keys }: { readonly db: Kysely<Tables>; readonly keys: ErasingKeys },
  asked: Omit<Erasing, 'why'>,
): Promise<number> {
  return db.transaction().execute((write) => eraseThose(write, keys, { ...asked, which: 'left' }))
}

/** Every contact of a record. */
export async function eraseContacts(
  db: Kysely<Tables>,
  keys: ErasingKeys,
  asked: Erasing,
): Promise<number> {
  const gone = await eraseThose(db, keys, { ...asked, which: 'all' })
  await noteErasure(db, asked, 'contact')
  return gone
}

/**
 * What the person wrote, or what was written down for them: their texts, the title made of them and
 * the words by which they were found, also where they went on to other records. Events keep only the
 * digests, so the chain stays whole.
 */
export async function eraseWords(db: Kysely<Tables>, asked: Erasing): Promise<number> {
  const { city, record } = asked
  await atHand(db, asked)
  const { texts, title } = await spoken(db, asked)
  const ids = [...new Set(texts.map(({ content }) => content))]
  const digests = new Set(texts.map(({ digest }) => digest))
  const passed = await passedOn(db, { city, record }, digests)
  for (const one of [{ record, ids, title }, ...passed]) await eraseTexts(db, asked, one)
  await dropUnsent(db, asked)
  await noteErasure(db, asked, 'words')
  return ids.length
}

/** What no neighbouring city has taken since is not told there any more. */
async function dropUnsent(db: Kysely<Tables>, { city, record, at }: Erasing): Promise<void> {
  await db
    .updateTable('parcel')
    .set({ body: null, dropped_at: momentOf(at) })
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where('taken_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('refused', 'is', null)
    .execute()
  // What was refused keeps its to-do until a person settles it, but no words.
  await db
    .updateTable('parcel')
    .set({ body: null })
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where('taken_at', 'is', null)
    .execute()
}

/** A record, and those its words went on to, lie where they can be erased. */
async function atHand(db: Kysely<Tables>, of: Pick<Erasing, 'city' | 'record'>): Promise<void> {
  const { city, record } = of
  const ids = [record, ...(await openedFrom(db, of))]
  await bringBack(db, { city, ids })
  // Held until what is erased is: who puts records away waits, and finds them without these words.
  const held = await sql<{ id: string }>`select id from record
    where city = ${city} and id = any(${ids}::uuid[]) order by id for update`.execute(db)
  const there = new Set(held.rows.map(({ id }) => id))
  await bringBack(db, { city, ids: ids.filter((id) => !there.has(id)) })
}

async function eraseTexts(
  db: Kysely<Tables>,
  { city, at }: Erasing,
  { record, ids, title }: Passed,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('content')
    .set({ text: null, erased_at: momentOf(at) })
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where('id', 'in', [...ids])
    .execute()
  await sql`delete from search s using record r where s.city = ${city} and s.record_id = ${record}
    and r.city = ${city} and r.id = s.record_id
    and r.fields->s.field->>'content' = any(${ids}::text[])`.execute(db)
  if (title !== undefined && ids.includes(title))
    await db
      .updateTable('record')
      .set({ title: erasedTitle })
      .where('city', '=', city)
      .where('id', '=', record)
      .execute()
}

/** The photos the person sent: marked here; the bytes go once no other row holds them. */
export async function eraseFiles(db: Kysely<Tables>, asked: Erasing): Promise<readonly string[]> {
  const { city, record, at } = asked
  await atHand(db, asked)
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

const empty = { name_enc: null, phone_enc: null, phone_index: null, note_enc: null }

/** The people are taken out of the record's words first: without their names nobody could. */
async function eraseThose(
  db: Kysely<Tables>,
  keys: ErasingKeys,
  asked: Omit<Erasing, 'why'> & { readonly which: 'left' | 'all' },
): Promise<number> {
  const { city, record, at, which } = asked
  await atHand(db, asked)
  const named = sql<boolean>`exists (select 1 from record r where r.city = ${city} and r.id = ${record}
    and jsonb_path_exists(r.fields, '$.*.contact ? (@ == $id)', jsonb_build_object('id', contact.id::text)))`
  const kept = await db
    .selectFrom('contact')
    .select(['id', 'name_enc', 'phone_enc', named.as('named')])
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where('erased_at', 'is', null)
    .forUpdate()
    .execute()
  const going = kept.filter((row) => which === 'all' || !row.named)
  if (going.length === 0) return 0
  const persons = going.map((row) => personIn(row, keys))
  await starWords(db, keys, { ...asked, persons, isLast: going.length === kept.length })
  await db
    .updateTable('contact')
    .set({ ...empty, mask_name: '', mask_phone: '', erased_at: momentOf(at) })
    .where('city', '=', city)
    .where(
      'id',
      'in',
      going.map(({ id }) => id),
    )
    .execute()
  return going.length
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
  const [texts, files]: [ContentRef[], string[]] = [[], []]
  let title: string | undefined
  for (const event of events) {
    const { input, change } = bodyIn(event)
    const isTheirs =
      event.actor === 'public' ||
      event.actor === 'link' ||
      (event.seq === 1 && ownContact(kind) !== undefined)
    title = change.title?.content ?? title
    if (!isTheirs) continue
    texts.push(...refsIn(event))
    files.push(...Object.values(input).flatMap(filesIn))
  }
  return { texts, files, title }
}

function filesIn(value: Value): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: Value) => (isFileRef(one) ? [one.file] : []))
}

function isFileRef(value: Value): value is FileRef {
  return typeof value === 'object' && value !== null && 'file' in value
}
