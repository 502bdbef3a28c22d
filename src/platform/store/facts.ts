import type { Value, Values } from '../../kernel/field.ts'
import type { Fact, FactRef, FactRow, FactValue, Kind, Slot } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { Database } from './database.ts'
import { slotText } from './derived.ts'
import { reached } from './faults.ts'
import { valuesIn } from './json.ts'

export type FactsAt = {
  readonly registry: ReadonlyMap<string, Kind>
  readonly kind: Kind
  readonly names: readonly string[]
  readonly record: RecordState
  readonly input: Values
}

/** Rows given at most; a count counts all. */
const mostRows = 50

/**
 * The declared facts of a decision, by name, with the ids and versions that they rest on. Filters
 * name fields that have a slot, or `id`, `district`, `street`, `community`, `number`. A filter
 * whose value is not given finds nothing.
 */
export async function loadFacts(
  db: Database,
  at: FactsAt,
): Promise<Readonly<Record<string, FactValue>>> {
  const found = await Promise.all(
    at.names.map(async (name) => {
      const fact = at.kind.facts?.[name]
      return [name, fact === undefined ? nothing : await loadFact(db, fact, at)] as const
    }),
  )
  return Object.fromEntries(found)
}

/** The records that facts rest on, for the commit to look at again. */
export function restsOn(facts: Readonly<Record<string, FactValue>>) {
  return Object.values(facts).flatMap((fact) =>
    fact.rows.map(({ id, version }) => ({ id, version })),
  )
}

const nothing: FactValue = { count: 0, rows: [] }

async function loadFact(db: Database, fact: Fact, at: FactsAt): Promise<FactValue> {
  const conditions = Object.entries(fact.where).map(([field, ref]) => ({
    column: columnOf(at.registry, fact.kind, field),
    value: refValue(ref, at),
  }))
  const given = conditions.flatMap(({ column, value }) => {
    const text = isSlot(column) ? slotText(column, value) : plainValue(value)
    return text === null ? [] : [{ column, text }]
  })
  if (given.length < conditions.length) return nothing
  const columns = given.map(({ column }) => column)
  const limit = fact.want === 'first' || fact.want === 'exists' ? 1 : mostRows
  const rows = await reached(() =>
    db.quick.run<FactRecord>({
      name: `fact:${columns.join(',')}`,
      text: factText(columns),
      values: [
        at.record.place.city,
        fact.kind,
        fact.states ?? null,
        limit,
        ...given.map(({ text }) => text),
      ],
    }),
  )
  return { count: rows[0]?.total ?? 0, rows: rows.map(factRow) }
}

type FactRecord = {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly title: string
  readonly number: string
  readonly opened_at: number
  readonly fields: unknown
  readonly total: number
}

/** One text for each set of columns: names of columns come from the lists below, never from outside. */
function factText(columns: readonly Column[]): string {
  const filters = columns.map((column, index) => `and ${column} = $${index + 5}`).join(' ')
  return `select id, version, state, title, number, opened_at, fields, count(*) over () as total
    from record where city = $1::int and kind = $2 and ($3::text[] is null or state = any($3::text[])) ${filters}
    order by opened_at desc, id desc limit $4::int`
}

function factRow(row: FactRecord): FactRow {
  const { id, version, state, title, number } = row
  return {
    id,
    version,
    state,
    title,
    number,
    openedAt: row.opened_at,
    fields: valuesIn(row.fields),
  }
}

const own = ['id', 'district', 'street', 'community', 'number'] as const
const slots = ['k1', 'k2', 'k3', 'n1', 'n2', 't1', 't2'] as const

type Column = (typeof own)[number] | Slot

function columnOf(registry: FactsAt['registry'], name: string, field: string): Column {
  const kind = registry.get(name)
  if (kind === undefined) throw new Error(`a fact asks for ${name}, which is no kind`)
  const slot = slots.find((one) => kind.slots?.[one] === field)
  const column = slot ?? own.find((one) => one === field)
  if (column === undefined) throw new Error(`a fact asks ${name} for ${field}, which has no slot`)
  return column
}

function isSlot(column: Column): column is Slot {
  return slots.some((slot) => slot === column)
}

function refValue(ref: FactRef, { input, record }: FactsAt): Value | undefined {
  if ('value' in ref) return ref.value
  if ('input' in ref) return input[ref.input]
  if ('field' in ref) return record.fields[ref.field]
  return ref.own === 'id' ? record.id : record.place[ref.own]
}

function plainValue(value: Value | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
