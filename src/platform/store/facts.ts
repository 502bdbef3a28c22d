import type { Value, Values } from '../../kernel/field.ts'
import { type AskedFigure, askedFigure, figureValue } from '../../kernel/figure-fact.ts'
import type { Figure } from '../../kernel/indicator.ts'
import type {
  Fact,
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
import type { Kind } from '../../kernel/kind.ts'
import type { UnitReadings } from '../../kernel/fair/written.ts'
import { type AskedReadings, askedReadings, readingsValue } from '../../kernel/readings-fact.ts'
import { mostRows } from '../../kernel/record-index.ts'
import type { RecordState } from '../../kernel/record.ts'
import { addDays, type Day, isDay, startOfDay } from '../../kernel/time.ts'
import { mayHaveComeBack } from '../archive/bring-back.ts'
import type { Database } from './database.ts'
import { slotText } from './derived.ts'
import { columnOf, isSlot } from './fact-columns.ts'
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
  const named = at.names.map((name) => [name, at.kind.facts?.[name]] as const)
  const first = new Set(named.flatMap(([name, fact]) => neededFor(name, fact)))
  const loaded = await Promise.all(
    [...first].map(async (name) => [name, await loadOne(db, at.kind.facts?.[name], at)] as const),
  )
  const found = new Map(loaded)
  const told = named.map(async ([name, fact]) => {
    const isReadings = fact !== undefined && 'readings' in fact
    const value = isReadings ? await loadReadings(fact, found, at) : found.get(name)
    return [name, value ?? nothing] as const
  })
  return Object.fromEntries(await Promise.all(told))
}

/** The records that facts rest on, for the commit to look at again. */
export function restsOn(facts: Readonly<Record<string, FactValue>>) {
  return Object.values(facts).flatMap((fact) =>
    fact.rows.map(({ id, version }) => ({ id, version })),
  )
}

const nothing: FactValue = { count: 0, rows: [] }

/** Readings rest on lines that another fact may find: that one is looked for before them, once. */
function neededFor(name: string, fact: Fact | undefined): readonly string[] {
  if (fact === undefined || !('readings' in fact)) return [name]
  return 'fact' in fact.readings ? [fact.readings.fact] : []
}

async function loadOne(db: Database, fact: Fact | undefined, at: FactsAt): Promise<FactValue> {
  if (fact === undefined || 'readings' in fact) return nothing
  if ('holder' in fact) return loadHolder(fact, at)
  if (!('figure' in fact)) return loadFact(db, fact, at)
  const asked = askedFigure(fact, (ref) => refValue(ref, at))
  return figureValue(asked && (await at.figures?.(at.record.place.city, asked)))
}

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
    const reaches = at.registry.get(fact.kind)?.archives === true
    const [row] = await reached(() =>
      db.quick.run<{ total: number }>({
        name: `count:${reaches ? 'all:' : ''}${conditionsOf.join(',')}`,
        text: countText(conditionsOf, reaches ? ['record', 'archive'] : ['record']),
        values: [...asked, ...values],
      }),
    )
    return { count: row?.total ?? 0, rows: [] }
  }
  const limit = fact.want === 'list' ? mostRows : 1
  const find = () =>
    reached(() =>
      db.quick.run<FactRecord>({
        name: `fact:${conditionsOf.join(',')}`,
        text: factText(conditionsOf),
        values: [...asked, limit, ...values],
      }),
    )
  const id = fact.where['id'] && refValue(fact.where['id'], at)
  const isBack = () =>
    mayHaveComeBack(db.read, at.registry.get(fact.kind), { ...at.record.place, id })
  const found = await find()
  const rows = found.length === 0 && (await isBack()) ? await find() : found
  return { count: rows[0]?.total ?? 0, rows: rows.map(factRow) }
}

async function loadHolder(fact: HolderFact, at: FactsAt): Promise<FactValue> {
  const asked = askedHolder(fact, (ref) => refValue(ref, at))
  return holderValue(asked && (await at.holders?.(at.record.place.city, asked)))
}

type Found = ReadonlyMap<string, FactValue>

async function loadReadings(fact: ReadingsFact, found: Found, at: FactsAt): Promise<FactValue> {
  const asked = askedReadings(fact, itemsOf(fact, found, at), (ref) => refValue(ref, at))
  return readingsValue(asked && (await at.readings?.(at.record.place.city, asked)))
}

/** The lines it is about: given, or those of the record that another fact finds. */
function itemsOf({ readings }: ReadingsFact, found: Found, at: FactsAt): Value | undefined {
  if (!('fact' in readings)) return refValue(readings, at)
  return found.get(readings.fact)?.rows[0]?.fields[readings.field]
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

/** One text for each set of columns: names of columns come from fixed lists, never from outside. */
function factText(conditions: readonly string[]): string {
  const filters = conditions.map((one, index) => `and ${one} $${index + 5}`).join(' ')
  return `select id, version, state, title, number, opened_at, fields, count(*) over () as total
    from record where city = $1::int and kind = $2 and ($3::text[] is null or state = any($3::text[])) ${filters}
    order by opened_at desc, id desc limit $4::int`
}

function countText(conditions: readonly string[], tables: readonly string[]): string {
  const filters = conditions.map((one, index) => `and ${one} $${index + 4}`).join(' ')
  const counts = tables.map(
    (table) => `(select count(*)::int from ${table}
      where city = $1::int and kind = $2 and ($3::text[] is null or state = any($3::text[])) ${filters})`,
  )
  return `select ${counts.join(' + ')} as total`
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
