import { type RawBuilder, sql } from 'kysely'
import { contactPlace } from '../asking/contact.ts'
import type { AskDeps } from '../asking/types.ts'
import { rekeyArchive } from './rekey-archive.ts'
import { resealNeighbours } from '../courier/neighbours.ts'
import { isSealed } from '../crypto/seal.ts'

type Deps = Pick<AskDeps, 'db' | 'keys'>

/** A sealed column, and where a row's value is sealed. */
type SealedColumn = {
  readonly table: string
  readonly column: string
  readonly key: readonly string[]
  readonly place?: (row: Row) => string
}

type Row = Readonly<Record<string, unknown>>

const columns: readonly SealedColumn[] = [
  ...(['name', 'phone', 'note'] as const).map((part) => ({
    table: 'contact',
    column: `${part}_enc`,
    key: ['id'],
    place: (row: Row) => contactPlace(String(row['id']), part),
  })),
  { table: 'import_job', column: 'bytes', key: ['id'] },
  { table: 'import_job', column: 'input', key: ['id'] },
  { table: 'import_row', column: 'words', key: ['job', 'line'] },
  { table: 'totp', column: 'secret', key: ['account'] },
  { table: 'totp', column: 'pending', key: ['account'] },
]

/** Words sealed under the id of their row. */
const worded = [
  { table: 'content', column: 'text' },
  { table: 'parcel', column: 'body' },
] as const

const atOnce = 500

/**
 * Seals anew, with the key that seals now, whatever was sealed with another, and what lies there from
 * before it was sealed at all. May run while people work and be broken off: each row is changed only
 * if it still is what was read. Gives how many values it sealed.
 */
export async function rekey(
  deps: Deps,
  city: number,
  say: (line: string) => void,
): Promise<number> {
  let done = 0
  for (const one of worded) {
    const sealed = await rekeyWords(deps, city, one)
    say(`${one.table}：${sealed}`)
    done += sealed
  }
  for (const column of columns) {
    const sealed = await rekeyColumn(deps, city, column)
    if (sealed > 0) say(`${column.table}.${column.column}：${sealed}`)
    done += sealed
  }
  const away = await rekeyArchive(deps, city)
  if (away > 0) say(`archive：${away}`)
  const tokens = await resealNeighbours({ ...deps, city })
  if (tokens > 0) say(`setting.token：${tokens}`)
  return done + away + tokens
}

async function rekeyWords(
  { db, keys }: Deps,
  city: number,
  { table, column }: (typeof worded)[number],
): Promise<number> {
  let [done, after] = [0, nobody]
  const [from, words] = [sql.table(table), sql.ref(column)]
  for (;;) {
    const { rows } = await sql<{ id: string; text: string | null }>`
      select id, ${words} as text from ${from} where city = ${city} and id > ${after}::uuid
      order by id limit ${atOnce}`.execute(db.read)
    for (const { id, text } of rows) {
      if (text === null || (isSealed(text) && keys.isCurrent(Buffer.from(text)))) continue
      const sealed = keys.sealWords(id, keys.openWords(id, text))
      await sql`update ${from} set ${words} = ${sealed}
        where city = ${city} and id = ${id}::uuid and ${words} = ${text}`.execute(db.read)
      done += 1
    }
    const last = rows.at(-1)
    if (last === undefined) return done
    after = last.id
  }
}

async function rekeyColumn(deps: Deps, city: number, one: SealedColumn): Promise<number> {
  const { db, keys } = deps
  const key = sql.join(one.key.map((name) => sql.ref(name)))
  const column = sql.ref(one.column)
  let [done, after] = [0, undefined as Row | undefined]
  for (;;) {
    const from = after === undefined ? sql`` : sql`and (${key}) > (${values(one, after)})`
    const { rows } = await sql<Row>`select ${key}, ${column} as sealed from ${sql.table(one.table)}
      where city = ${city} and ${column} is not null ${from} order by ${key} limit ${atOnce}`.execute(
      db.read,
    )
    for (const row of rows) {
      const { sealed } = row
      if (!Buffer.isBuffer(sealed) || keys.isCurrent(sealed)) continue
      const place = one.place?.(row)
      const fresh = keys.seal(keys.open(sealed, place), place)
      await sql`update ${sql.table(one.table)} set ${column} = ${fresh}
        where city = ${city} and (${key}) = (${values(one, row)}) and ${column} = ${sealed}`.execute(
        db.read,
      )
      done += 1
    }
    after = rows.at(-1)
    if (after === undefined) return done
  }
}

function values({ key }: SealedColumn, row: Row): RawBuilder<unknown> {
  return sql.join(
    key.map((name) =>
      typeof row[name] === 'number' ? sql`${row[name]}::int` : sql`${row[name]}::uuid`,
    ),
  )
}

const nobody = '00000000-0000-0000-0000-000000000000'
