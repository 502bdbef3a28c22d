import type { Value, Values } from '../../kernel/field.ts'
import { type AskedFigure, askedFigure, figureValue } from '../../kernel/figure-fact.ts'
import type { Figure } from '../../kernel/indicator.ts'
import type {
  FactRef,
  FactRow,
  FactValue,
  HolderFact,
  ReadingsFact,
  RecordFact,
} from '../../kernel/fact.ts'
import {
  type AskedHolder,
  askedHolder,
  type HeldPlace,
  holderValue,
} from '../../kernel/holder-fact.ts'
import type { Kind, Slot } from '../../kernel/kind.ts'
import type { UnitReadings } from '../../kernel/fair/written.ts'
import { type AskedReadings, askedReadings, readingsValue } from '../../kernel/readings-fact.ts'
import { mostRows } from '../../kernel/record-index.ts'
import type { RecordState } from '../../kernel/record.ts'
import { addDays, type Day, isDay, startOfDay } from '../../kernel/time.ts'
import type { Database } from './database.ts'
import { slotText } from './derived.ts'
import { reached } from './faults.ts'
import { valuesIn } from './json.ts'
import { momentOf } from './value-types.ts'

export type FactsAt = {
  readonly registry: ReadonlyMap<string, Kind>
  readonly kind: Kind
  readonly names: readonly string[]
  readonly record: RecordState
  readonly input: Values
  /** The unit of the post that asks, if a post does, the area it lies in and its committee. */
  readonly asker?:
    | { readonly unit: number; readonly area: number; readonly committee: number }
    | undefined
  readonly today: Day
  readonly figures?: StoredFigures | undefined
  readonly readings?: StoredReadings | undefined
  readonly holders?: StoredHolders | undefined
}

/** Works out an indicator's figure from the counts. */
export type StoredFigures = (city: number, asked: AskedFigure) => Promise<Figure | undefined>

/** Finds who holds a post. */
export type StoredHolders = (city: number, asked: AskedHolder) => Promise<HeldPlace | undefined>

/** Works out what was counted for units by the items of a scoring sheet. */
export type StoredReadings = (
  city: number,
  asked: AskedReadings,
) => Promise<UnitReadings | undefined>

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
      if (fact === undefined) return [name, nothing] as const
      if ('readings' in fact) return [name, await loadReadings(db, fact, at)] as const
      if ('holder' in fact) return [name, await loadHolder(fact, at)] as const
      if (!('figure' in fact)) return [name, await loadFact(db, fact, at)] as const
      const asked = askedFigure(fact, (ref) => refValue(ref, at))
      const figure = asked && (await at.figures?.(at.record.place.city, asked))
      return [name, figureValue(figure)] as const
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

async function loadFact(db: Database, fact: RecordFact, at: FactsAt): Promise<FactValue> {
  const conditions = Object.entries(fact.where).map(([field, ref]) => ({
    column: columnOf(at.registry, fact.kind, field),
    value: refValue(ref, at),
  }))
  const given = conditions.flatMap(({ column, value }) => {
    const text = isSlot(column) ? slotText(column, value) : plainValue(value)
    return text === null ? [] : [{ column, text }]
  })
  const limits = limitsOf(fact, at)
  if (given.length < conditions.length || limits === undefined) return nothing
  const filters = [
    ...given.map(({ column, text }) => ({ condition: `${column} =`, value: text })),
    ...limits,
  ]
  const asked = [at.record.place.city, fact.kind, fact.states ?? null]
  const conditionsOf = filters.map(({ condition }) => condition)
  const values = filters.map(({ value }) => value)
  if (fact.want === 'count') {
    const [row] = await reached(() =>
      db.quick.run<{ total: number }>({
        name: `count:${conditionsOf.join(',')}`,
        text: countText(conditionsOf),
        values: [...asked, ...values],
      }),
    )
    return { count: row?.total ?? 0, rows: [] }
  }
  const limit = fact.want === 'list' ? mostRows : 1
  const rows = await reached(() =>
    db.quick.run<FactRecord>({
      name: `fact:${conditionsOf.join(',')}`,
      text: factText(conditionsOf),
      values: [...asked, limit, ...values],
    }),
  )
  return { count: rows[0]?.total ?? 0, rows: rows.map(factRow) }
}

async function loadHolder(fact: HolderFact, at: FactsAt): Promise<FactValue> {
  const asked = askedHolder(fact, (ref) => refValue(ref, at))
  return holderValue(asked && (await at.holders?.(at.record.place.city, asked)))
}

async function loadReadings(db: Database, fact: ReadingsFact, at: FactsAt): Promise<FactValue> {
  const asked = askedReadings(fact, await itemsOf(db, fact, at), (ref) => refValue(ref, at))
  return readingsValue(asked && (await at.readings?.(at.record.place.city, asked)))
}

/** The lines it is about: given, or those of the record that another fact finds. */
async function itemsOf(
  db: Database,
  { readings }: ReadingsFact,
  at: FactsAt,
): Promise<Value | undefined> {
  if (!('fact' in readings)) return refValue(readings, at)
  const other = at.kind.facts?.[readings.fact]
  if (other === undefined || !('kind' in other)) return undefined
  return (await loadFact(db, other, at)).rows[0]?.fields[readings.field]
}

type Limit = { readonly condition: string; readonly value: string | number }

/** What a fact says of when and where; undefined when its days are not given. */
function limitsOf({ opened, within }: RecordFact, at: FactsAt): readonly Limit[] | undefined {
  const { place } = at.record
  const level = (['community', 'street', 'district'] as const).find((one) => place[one])
  const area = level === undefined ? undefined : place[level]
  const where =
    within === undefined || level === undefined || area === undefined
      ? []
      : [{ condition: `${level} =`, value: area }]
  if (opened === undefined) return where
  const from = refValue(opened.from, at)
  const to = refValue(opened.to, at)
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to))
    return undefined
  return [
    ...where,
    { condition: 'opened_at >=', value: momentOf(startOfDay(from)) },
    { condition: 'opened_at <', value: momentOf(startOfDay(addDays(to, 1))) },
  ]
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
function factText(conditions: readonly string[]): string {
  const filters = conditions.map((one, index) => `and ${one} $${index + 5}`).join(' ')
  return `select id, version, state, title, number, opened_at, fields, count(*) over () as total
    from record where city = $1::int and kind = $2 and ($3::text[] is null or state = any($3::text[])) ${filters}
    order by opened_at desc, id desc limit $4::int`
}

function countText(conditions: readonly string[]): string {
  const filters = conditions.map((one, index) => `and ${one} $${index + 4}`).join(' ')
  return `select count(*)::int as total from record
    where city = $1::int and kind = $2 and ($3::text[] is null or state = any($3::text[])) ${filters}`
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

function refValue(ref: FactRef, { input, record, asker, today }: FactsAt): Value | undefined {
  if ('value' in ref) return ref.value
  if ('input' in ref) return input[ref.input]
  if ('field' in ref) return record.fields[ref.field]
  if (ref.own === 'asker') return asker?.unit
  if (ref.own === 'askerArea') return asker?.area
  if (ref.own === 'askerCommittee') return asker?.committee
  if (ref.own === 'today') return today
  return ref.own === 'id' ? record.id : record.place[ref.own]
}

function plainValue(value: Value | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
