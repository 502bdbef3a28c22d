import { committeeFor } from './area-tree.ts'
import type { Ask } from './ask.ts'
import { covers, narrowest, type Place } from './directory.ts'
import type { Value, Values } from './field.ts'
import { askedFigure, type FigureReader, figureValue } from './figure-fact.ts'
import type { FactRef, FactRow, FactValue, ReadingsFact, RecordFact } from './fact.ts'
import { askedHolder, type HolderReader, holderValue } from './holder-fact.ts'
import type { Command, Kind } from './kind.ts'
import { factsOf } from './offers.ts'
import { askedReadings, readingsFrom, readingsValue } from './readings-fact.ts'
import type { RecordState } from './record.ts'
import { type Day, dayOf, isDay } from './time.ts'
import type { World } from './world.ts'

/** Rows a fact gives at most; a count counts all. */
export const mostRows = 500

/** Records in memory, found by id and by whatever the kinds' facts compare. */
export type RecordIndex = {
  readonly get: (id: string) => RecordState | undefined
  readonly put: (record: RecordState) => void
  readonly find: (kind: string, where: Readonly<Record<string, Value>>) => readonly RecordState[]
}

export function recordIndex(kinds: ReadonlyMap<string, Kind>): RecordIndex {
  const records = new Map<string, RecordState>()
  const keys = keysCompared(kinds)
  const byKey = new Map<string, Set<string>>()
  return {
    get: (id) => records.get(id),
    put: (record) => {
      const before = records.get(record.id)
      records.set(record.id, record)
      if (before?.fields === record.fields && before.place === record.place) return
      for (const compared of keys.get(record.kind) ?? []) {
        const was = before === undefined ? undefined : keyOf(before, compared)
        const now = keyOf(record, compared)
        if (was === now) continue
        if (was !== undefined) byKey.get(was)?.delete(record.id)
        const held = byKey.get(now)
        if (held === undefined) byKey.set(now, new Set([record.id]))
        else held.add(record.id)
      }
    },
    find: (kind, where) => {
      const id = where['id']
      if (typeof id === 'string') {
        const one = records.get(id)
        return one?.kind === kind ? [one] : []
      }
      const names = Object.keys(where).toSorted()
      const found = byKey.get(keyText(kind, names, (name) => where[name]))
      return [...(found ?? [])].flatMap((one) => records.get(one) ?? [])
    },
  }
}

/** What a command's rules, setters and effects want to know of other records. */
export function factsFor(
  index: RecordIndex,
  kind: Kind,
  at: {
    readonly command: Command | undefined
    readonly ask: Ask
    readonly before: RecordState | undefined
    readonly world: World
    readonly figures?: FigureReader | undefined
    readonly holders?: HolderReader | undefined
  },
): Readonly<Record<string, FactValue>> {
  const names = at.command === undefined ? [] : factsOf(kind, at.command)
  return Object.fromEntries(
    names.flatMap((name) => {
      const fact = kind.facts?.[name]
      if (fact === undefined) return []
      const { input, fresh, actor } = at.ask
      const asker = actor.by === 'post' ? actor.post.unit : undefined
      const known = {
        input,
        record: at.before,
        place: fresh?.place,
        asker,
        askerArea: asker === undefined ? undefined : at.world.directory.units.get(asker)?.area,
        askerCommittee: asker === undefined ? undefined : committeeFor(at.world.directory, asker),
        today: dayOf(at.ask.at),
      }
      if ('figure' in fact) {
        const figure = askedFigure(fact, (ref) => valueOf(ref, known))
        return [[name, figureValue(figure && at.figures?.(figure))]]
      }
      if ('holder' in fact) {
        const asked = askedHolder(fact, (ref) => valueOf(ref, known))
        return [[name, holderValue(asked && at.holders?.(asked))]]
      }
      if ('readings' in fact) {
        const items = itemsOf(index, kind, { fact, known })
        const asked = askedReadings(fact, items, (ref) => valueOf(ref, known))
        return [[name, readingsValue(asked && readingsFrom(asked, at.figures, at.world))]]
      }
      const found = factRecords(index, fact, known)
      const rows = fact.want === 'count' ? [] : found.slice(0, mostRows).map(factRow)
      return [[name, { count: found.length, rows }]]
    }),
  )
}

/** What references of a fact may name. */
type Known = {
  readonly input: Values
  readonly record: RecordState | undefined
  readonly place: Place | undefined
  readonly asker: number | undefined
  readonly askerArea: number | undefined
  readonly askerCommittee: number | undefined
  readonly today: Day
}

/** The lines a readings fact is about: given, or those of the record that another fact finds. */
function itemsOf(
  index: RecordIndex,
  kind: Kind,
  { fact: { readings }, known }: { readonly fact: ReadingsFact; readonly known: Known },
): Value | undefined {
  if (!('fact' in readings)) return valueOf(readings, known)
  const other = kind.facts?.[readings.fact]
  if (other === undefined || !('kind' in other)) return undefined
  return factRecords(index, other, known)[0]?.fields[readings.field]
}

/** The records a fact finds, newest first, as a store would give them. */
function factRecords(index: RecordIndex, fact: RecordFact, at: Known): readonly RecordState[] {
  const where: Record<string, Value> = {}
  for (const [name, ref] of Object.entries(fact.where)) {
    const value = valueOf(ref, at)
    if (value === undefined || value === null) return []
    where[name] = value
  }
  const from = fact.opened && valueOf(fact.opened.from, at)
  const to = fact.opened && valueOf(fact.opened.to, at)
  if (fact.opened !== undefined && !(isDate(from) && isDate(to))) return []
  const own = at.record?.place ?? at.place
  return index
    .find(fact.kind, where)
    .filter(
      (record) =>
        (fact.states === undefined || fact.states.includes(record.state)) &&
        (!isDate(from) || dayOf(record.openedAt) >= from) &&
        (!isDate(to) || dayOf(record.openedAt) <= to) &&
        (fact.within === undefined || (own !== undefined && covers(narrowest(own), record.place))),
    )
    .toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1))
}

function isDate(value: Value | undefined): value is string {
  return typeof value === 'string' && isDay(value)
}

function factRow({ id, version, state, title, number, openedAt, fields }: RecordState): FactRow {
  return { id, version, state, title, number, openedAt, fields }
}

const placeNames = ['city', 'district', 'street', 'community'] as const

function valueOf(ref: FactRef, at: Known): Value | undefined {
  if ('value' in ref) return ref.value
  if ('input' in ref) return at.input[ref.input]
  if ('field' in ref) return at.record?.fields[ref.field]
  if (ref.own === 'id') return at.record?.id
  if (ref.own === 'asker' || ref.own === 'askerArea' || ref.own === 'askerCommittee')
    return at[ref.own]
  if (ref.own === 'today') return at.today
  return (at.record?.place ?? at.place)?.[ref.own]
}

function keysCompared(kinds: ReadonlyMap<string, Kind>): ReadonlyMap<string, readonly string[][]> {
  const keys = new Map<string, string[][]>()
  for (const kind of kinds.values())
    for (const fact of Object.values(kind.facts ?? {})) {
      if (!('kind' in fact)) continue
      const names = Object.keys(fact.where).toSorted()
      if (names.includes('id')) continue
      keys.set(fact.kind, [...(keys.get(fact.kind) ?? []), names])
    }
  return keys
}

function keyOf(record: RecordState, names: readonly string[]): string {
  return keyText(record.kind, names, (name) => {
    const level = placeNames.find((one) => one === name)
    return level === undefined ? record.fields[name] : record.place[level]
  })
}

function keyText(
  kind: string,
  names: readonly string[],
  value: (name: string) => Value | undefined,
): string {
  return [kind, ...names.map((name) => `${name}=${JSON.stringify(value(name) ?? null)}`)].join('|')
}
