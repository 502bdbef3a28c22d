import { setImmediate as breath } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tables } from '../store/tables.ts'
import { moment } from '../world/sql-moment.ts'
import { lifeTables, lineColumns } from './forms.ts'
import { type ArchivedLife, type Packed, packLife, unpackLife } from './life.ts'
import { sharedWords } from './shared-words.ts'
import { workingLives } from './stored-lives.ts'

type Away = {
  readonly city: number
  readonly ids: readonly string[]
  /** Only what ended before. */
  readonly before: Instant
}

type Going = { readonly id: string; readonly life: ArchivedLife; readonly packed: Packed }

/**
 * Moves records whole from the working tables to `archive`, in one transaction: a kill neither loses
 * nor doubles one. What has come to life since it was found, and what is not as its hashes say,
 * stays. Gives how many went.
 */
export function putAway(db: Kysely<Tables>, { city, ids, before }: Away): Promise<number> {
  return db.transaction().execute(async (write) => {
    const { rows: held } = await sql<{ id: string; kind: string; head: Buffer }>`
      select r.id, r.kind, r.head from record r
      where r.city = ${city} and r.id = any(${[...ids]}::uuid[]) and ${isOver(before)}
      order by r.id for update`.execute(write)
    const found = { city, ids: held.map(({ id }) => id) }
    const lives = await workingLives(write, found)
    const shared = await sharedWords(write, found)
    const going: Going[] = []
    for (const record of held) {
      const { id } = record
      const life = without(lives.get(id), shared.get(id))
      const packed = life && packedWhole({ ...record, city }, life)
      if (life !== undefined && packed !== undefined) going.push({ id, life, packed })
      // Packing takes its milliseconds, in which nobody else is answered.
      await breath()
    }
    if (going.length === 0) return 0
    const columns = sql.join(lineColumns.map((column) => sql.ref(column)))
    const own = sql.join(lineColumns.map((column) => sql.ref(`r.${column}`)))
    await sql`insert into archive(city, ${columns}, units, roles, marks, words, form, life)
      select r.city, ${own}, t.units::int[], t.roles::text[], ${marks}, t.words, t.form, t.life
      from unnest(${going.map(({ id }) => id)}::uuid[], ${going.map(({ life }) => listed(life, 'unit'))}::text[],
        ${going.map(({ life }) => listed(life, 'role'))}::text[], ${going.map(({ packed }) => packed.words)}::text[],
        ${going.map(({ packed }) => packed.form)}::smallint[], ${going.map(({ packed }) => packed.life)}::bytea[])
        t(id, units, roles, words, form, life)
      join record r on r.city = ${city} and r.id = t.id`.execute(write)
    const gone = going.map(({ id }) => id)
    const kept = gone.flatMap((id) =>
      (lives.get(id)?.content ?? []).flatMap((one) =>
        shared.get(id)?.has(one.id) ? [one.id] : [],
      ),
    )
    for (const table of lifeTables)
      await sql`delete from ${sql.table(table)}
        where city = ${city} and record_id = any(${gone}::uuid[])
          ${table === 'content' ? sql`and id <> all(${kept}::uuid[])` : sql``}`.execute(write)
    await sql`delete from record where city = ${city} and id = any(${gone}::uuid[])`.execute(write)
    return gone.length
  })
}

function without(life: ArchivedLife | undefined, words: ReadonlySet<string> | undefined) {
  if (life === undefined || words === undefined) return life
  return { ...life, content: life.content.filter(({ id }) => !words.has(id)) }
}

/** That nothing is being done with a record `r` any more, and nothing rests on its being at hand:
 *  nobody is expected, no clock runs, nothing goes to a neighbour, its contacts are erased, no
 *  deputy's list names it, and what it names has ended as long ago. */
export function isOver(before: Instant): RawBuilder<SqlBool> {
  return sql<SqlBool>`r."is" = 'end' and r.opened_at < ${moment(before)} and r.closed_at < ${moment(before)}
    and r.last_at < ${moment(before)}
    and not exists (select 1 from todo t where t.city = r.city and t.record_id = r.id)
    and not exists (select 1 from clock c where c.city = r.city and c.record_id = r.id)
    and not exists (select 1 from contact c where c.city = r.city and c.record_id = r.id and c.erased_at is null)
    and not exists (select 1 from parcel p where p.city = r.city and p.record_id = r.id
      and p.taken_at is null and p.dropped_at is null)
    and not exists (select 1 from event e where e.city = r.city and e.record_id = r.id and substr(e.post, 15, 1) = '8')
    and not exists (select 1 from link l join record o on o.city = l.city and o.id = l.to_id
      where l.city = r.city and l.from_id = r.id and l.kind <> 'openedBy'
        and (o.closed_at is null or o.closed_at >= ${moment(before)}))`
}

/** The packed life, if it opens to the very hashes that are stored. */
function packedWhole(
  { head, ...key }: { city: number; id: string; kind: string; head: Buffer },
  life: ArchivedLife,
) {
  const packed = packLife(life)
  const { event, search } = unpackLife(key, packed)
  const isWhole =
    JSON.stringify(search.map(({ words }) => words)) ===
      JSON.stringify(life.search.map(({ words }) => words)) &&
    event.every(({ hash }, at) => life.event[at]?.hash.equals(hash) === true) &&
    event.at(-1)?.hash.equals(head) === true
  return isWhole ? packed : undefined
}

/** Of its fields what seats and lists of any kind ask for. */
const marks = sql`coalesce((select jsonb_object_agg(f.key, f.value) from jsonb_each(r.fields) f
  where jsonb_typeof(f.value) in ('number', 'boolean') or f.key = 'recurrenceOf'), '{}')`

function listed({ party }: ArchivedLife, what: 'unit' | 'role'): string {
  return `{${party.map((one) => JSON.stringify(String(one[what]))).join(',')}}`
}
