import { sql } from 'kysely'
import { canonicalJson } from '../store/chain.ts'
import { type Row, type StandingTable, standingTables } from '../store/standing-rows.ts'
import { refusedUnits } from '../clockwork/refused-todos.ts'
import { type Folded, nobody } from './folded.ts'
import { lineColumns } from '../archive/forms.ts'
import type { Checking } from './checking.ts'

type Plain = Readonly<Record<string, unknown>>

type Checked = {
  readonly table: StandingTable
  readonly label: string
  /** The column that names the record, and those that name the row. */
  readonly record: 'id' | 'record_id' | 'from_id'
  readonly key: readonly string[]
}

const tables: readonly Checked[] = [
  { table: 'record', label: '记录', record: 'id', key: [] },
  { table: 'party', label: '参与单位', record: 'record_id', key: ['role', 'unit'] },
  { table: 'todo', label: '待办', record: 'record_id', key: ['unit', 'command', 'role', 'party'] },
  { table: 'clock', label: '时限', record: 'record_id', key: ['name', 'role', 'party'] },
  { table: 'claim', label: '唯一性', record: 'record_id', key: ['kind', 'key'] },
  { table: 'link', label: '关联', record: 'from_id', key: ['to_id', 'kind'] },
]

/** Holds the stored rows of records against those that follow from their events. */
export async function checkRows(
  checking: Checking,
  ids: readonly string[],
  folded: readonly Folded[],
): Promise<void> {
  const expected = standingTables(folded)
  const refusals = await refusedTodos(checking, folded)
  for (const checked of tables) {
    const stored = await storedRows(checking, checked, ids)
    const rows =
      checked.table === 'todo' ? [...expected.todo, ...refusals] : expected[checked.table]
    const due = Map.groupBy(rows, (row) => String(row[checked.record]))
    const had = Map.groupBy(stored, (row) => String(row[checked.record]))
    for (const { record } of folded) {
      const own = due.get(record.id) ?? []
      const said = differences(checked, own, had.get(record.id) ?? [])
      for (const sentence of said)
        checking.differs(`记录 ${record.number || record.id}:${sentence}`)
      if (said.length > 0 && checking.repair)
        await putRight(checking, checked, { id: record.id, rows: own })
    }
  }
}

function differences(checked: Checked, expected: readonly Row[], stored: readonly Plain[]) {
  const name = (row: Plain) =>
    `${checked.label}${checked.key.map((column) => ` ${String(row[column])}`).join('')}`
  const key = (row: Plain) => checked.key.map((column) => String(row[column])).join('|')
  const had = new Map(stored.map((row) => [key(row), row]))
  const due = new Map(expected.map((row) => [key(row), row]))
  const missing = [...due].filter(([one]) => !had.has(one)).map(([, row]) => `缺少${name(row)}`)
  const surplus = [...had].filter(([one]) => !due.has(one)).map(([, row]) => `多出${name(row)}`)
  const other = [...due].flatMap(([one, row]) => {
    const found = had.get(one)
    return found === undefined
      ? []
      : columnsApart(row, found).map((what) => `${name(row)} 的 ${what}`)
  })
  return [...missing, ...surplus, ...other]
}

function columnsApart(expected: Row, found: Plain): readonly string[] {
  return Object.keys(expected)
    .filter((column) => column !== 'kind_version')
    .flatMap((column) => {
      const due = plain(column, expected[column])
      const had = plain(column, found[column])
      return due === had ? [] : [`${column} 应为 ${due},实为 ${had}`]
    })
}

/** One text for a value, whether it is to be written or was read. */
function plain(column: string, value: unknown): string {
  if (value === null || value === undefined) return '空'
  if (Buffer.isBuffer(value)) return value.toString('hex')
  const json = ['fields', 'clocks', 'takers', 'counted'].includes(column)
  const moment = column.endsWith('_at') || column === 't1' || column === 't2'
  if (json) return canonicalJson(typeof value === 'string' ? JSON.parse(value) : value)
  if (moment && typeof value === 'string') return String(Date.parse(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function storedRows(
  { read, city, away }: Checking,
  { table, record }: Checked,
  ids: readonly string[],
): Promise<readonly Plain[]> {
  if (away !== undefined && table === 'record') return awayLines(read, { city, away })
  if (away !== undefined && table === 'party')
    return [...away.values()].flatMap(({ party }) => party.map((row) => ({ ...row })))
  const own = table === 'clock' ? sql`and effect_id is null` : sql``
  const { rows } = await sql<Plain>`
    select * from ${sql.table(table)}
    where city = ${city} and ${sql.ref(record)} = any(${[...ids, nobody]}::uuid[]) ${own}`.execute(
    read,
  )
  return rows
}

/** Records that were put away as their lines in `record` were. */
async function awayLines(
  read: Checking['read'],
  { city, away }: { readonly city: number; readonly away: NonNullable<Checking['away']> },
): Promise<readonly Plain[]> {
  const rows = await read
    .selectFrom('archive')
    .select(['city', ...lineColumns])
    .where('city', '=', city)
    .where('id', 'in', [...away.keys(), nobody])
    .execute()
  return rows.map((row) => ({ ...row, ...away.get(row.id)?.line }))
}

/** The to-dos of units that look after what was refused. */
async function refusedTodos(
  checking: Checking,
  folded: readonly Folded[],
): Promise<readonly Row[]> {
  const { city, read } = checking
  const records = folded.map(({ record }) => record)
  const units = await refusedUnits(checking, read, records)
  return [...units].flatMap(([record_id, own]) =>
    own.map(({ id: unit, ...shown }) => ({
      city,
      record_id,
      unit,
      command: 'effectRefused',
      role: '',
      party: 0,
      due_at: null,
      provisional: false,
      taker: null,
      ...shown,
    })),
  )
}

/** Replaces a record's rows of one table by those that follow from its events. */
async function putRight(
  { read, city }: Checking,
  { table, record }: Checked,
  { id, rows }: { readonly id: string; readonly rows: readonly Row[] },
): Promise<void> {
  const own = table === 'clock' ? sql`and effect_id is null` : sql``
  await sql`delete from ${sql.table(table)}
    where city = ${city} and ${sql.ref(record)} = ${id} ${own}`.execute(read)
  if (rows.length === 0) return
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(writable))),
  )
  // The row's type is taken from the table: `record` alone would name a type of the language.
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_recordset((select t from ${sql.table(table)} t limit 0), ${json}::jsonb)
    on conflict do nothing`.execute(read)
}

function writable([column, value]: readonly [string, unknown]): readonly [string, unknown] {
  if (Buffer.isBuffer(value)) return [column, String.raw`\x${value.toString('hex')}`]
  const json = ['fields', 'clocks', 'takers', 'counted'].includes(column)
  return [column, json && typeof value === 'string' ? JSON.parse(value) : value]
}
