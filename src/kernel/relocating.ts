import { givesToTheComplainedOf, seatUnit } from './access.ts'
import type { Ask, Decision, Standing } from './ask.ts'
import { builtInCommands } from './built-in.ts'
import { eventOf } from './changing.ts'
import { counterpart } from './counterpart.ts'
import { countedNow, todosOf } from './derive.ts'
import { directoryAt, isEnded, narrowest, type Place } from './directory.ts'
import { type Field, listOf, type Value, type Values } from './field.ts'
import type { Kind } from './kind.ts'
import { standInArea, standInPlace, standInUnit } from './lineage.ts'
import { type Change, evolve, type Party, type RecordState } from './record.ts'
import { engineRefusal } from './refusal.ts'
import type { Instant } from './time.ts'
import { type World, worldAt } from './world.ts'

/** Since when a record lies where nothing lies any more, and whose reorganisation that was. */
export type Displaced = {
  readonly since: Instant
  readonly by: string | undefined
  /** Posts of ended units that the record names. */
  readonly posts: readonly string[]
}

/**
 * Whether an open record has to move as of a moment: its place is cut differently, it names a unit
 * that has ended, or the holder of one of its seats has changed since its last event. Undefined
 * when it may stay.
 */
export function displaced(
  kind: Kind,
  {
    world,
    record,
    lastAt,
    at,
  }: { world: World; record: RecordState; lastAt: Instant; at: Instant },
): Displaced | undefined {
  if (!world.directory.isDated || record.closedAt !== undefined) return undefined
  const now = worldAt(world, at)
  const gone = [...areasIn(kind, now, record), ...unitsIn(kind, { now, record, lastAt })]
  const dates = gone.flatMap(({ to }) => (to === undefined ? [] : [to]))
  if (dates.length === 0) return undefined
  const posts = [
    ...Object.values(record.takers),
    ...Object.entries(kind.fields).flatMap(([name, { type }]) => {
      const value = record.fields[name]
      return type === 'post' && typeof value === 'string' ? [value] : []
    }),
  ]
  return { since: Math.min(...dates), by: gone[0]?.endedBy, posts }
}

/** Moves a record as areas and units are cut now: it keeps its state, its words and its clocks. */
export function relocated(kind: Kind, { world, record }: Standing, ask: Ask): Decision {
  const command = builtInCommands['relocate']
  if (record === undefined || command === undefined || record.closedAt !== undefined)
    return engineRefusal('notOffered')
  const posts = new Map(
    listOf(ask.input, 'posts').map((pair) => {
      const [old = '', heir = ''] = typeof pair === 'string' ? pair.split('>') : []
      return [old, heir] as const
    }),
  )
  const change = changeOf(kind, record, { world, posts })
  const draft = { ...eventOf(record, command, ask), change }
  const drafted = evolve(record, draft)
  const counted = countedNow(kind, drafted)
  const event = { ...draft, change: { ...change, counted } }
  const after = { ...drafted, counted }
  if (givesToTheComplainedOf(kind, world, { before: record, after }))
    return engineRefusal('notToTheComplainedOf')
  const isWorking = kind.states[after.state]?.is === 'working'
  if (isWorking && todosOf(kind, world, after).length === 0)
    return engineRefusal('somebodyIsExpected')
  return { ok: true, record: after, event, effects: [], parcels: [], command }
}

type Gone = { readonly to?: Instant | undefined; readonly endedBy?: string | undefined }

function areasIn(kind: Kind, { directory }: World, record: RecordState): readonly Gone[] {
  const named = Object.entries(kind.fields).flatMap(([name, { type }]) =>
    type === 'area' ? numbersIn(record.fields[name]) : [],
  )
  return [narrowest(record.place), ...named].flatMap((code) => {
    const area = directory.areas.get(code)
    return area === undefined || standInArea(directory, code) === code ? [] : [area]
  })
}

function unitsIn(
  kind: Kind,
  { now, record, lastAt }: { now: World; record: RecordState; lastAt: Instant },
): readonly Gone[] {
  const { directory } = now
  const place = standInPlace(directory, record.place)
  const named = [
    ...Object.entries(kind.fields).flatMap(([name, { type }]) =>
      type === 'unit' || type === 'units' ? numbersIn(record.fields[name]) : [],
    ),
    ...record.parties.map((party) => party.unit),
    ...Object.keys(record.takers).map(Number),
  ]
  const gone = named.flatMap((id) => {
    const unit = directory.units.get(id)
    return unit === undefined || standInUnit(directory, id, place) === id ? [] : [unit]
  })
  return [...gone, ...seatsLost(kind, { now, record, lastAt })]
}

/** Units found by their function that have ended since the record was last written. */
function seatsLost(
  kind: Kind,
  { now, record, lastAt }: { now: World; record: RecordState; lastAt: Instant },
): readonly Gone[] {
  const then = { ...now, directory: directoryAt(now.directory, lastAt) }
  return Object.values(kind.seats).flatMap((seat) => {
    if (!('function' in seat.is)) return []
    const held = seatUnit(seat, { world: then, record })
    const unit = held === undefined ? undefined : now.directory.units.get(held)
    return unit !== undefined && isEnded(now.directory, unit) && !isEnded(then.directory, unit)
      ? [unit]
      : []
  })
}

type Moving = { readonly world: World; readonly posts: ReadonlyMap<string, string> }

function changeOf(kind: Kind, record: RecordState, { world, posts }: Moving): Change {
  const { directory } = world
  const place = standInPlace(directory, record.place)
  const unit = (id: number) =>
    counterpart(directory, standInUnit(directory, id, place), { from: record.place, to: place })
  const move = { unit, posts, place, area: (code: number) => standInArea(directory, code) }
  const fields = movedValues(record.fields, kind.fields, move)
  const parties = movedParties(kind, record, move)
  const takers = movedTakers(record, move)
  return {
    ...(place === record.place ? {} : { place }),
    ...(isEmpty(fields) ? {} : { fields }),
    ...(isEmpty(takers) ? {} : { takers }),
    ...parties,
  }
}

type Move = {
  readonly unit: (id: number) => number
  readonly area: (code: number) => number
  readonly posts: ReadonlyMap<string, string>
  readonly place: Place
}

/** The values that read differently now. */
function movedValues(values: Values, fields: Readonly<Record<string, Field>>, move: Move): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const moved = movedValue(value, fields[name]?.type, move)
      return JSON.stringify(moved) === JSON.stringify(value) ? [] : [[name, moved] as const]
    }),
  )
}

function movedValue(value: Value, type: Field['type'] | undefined, move: Move): Value {
  if (type === 'unit' && typeof value === 'number') return move.unit(value)
  if (type === 'area' && typeof value === 'number') return move.area(value)
  if (type === 'post' && typeof value === 'string') return move.posts.get(value) ?? value
  if (type === 'units') return [...new Set(numbersIn(value).map(move.unit))]
  return value
}

/** Parties under their new units. Where two meet in one, the one that still has work goes on. */
function movedParties(
  kind: Kind,
  record: RecordState,
  move: Move,
): Pick<Change, 'parties' | 'removed'> {
  const works = ({ role, state }: Party) =>
    kind.parties?.[role]?.states[state]?.is === 'working' ? 1 : 0
  const moved = record.parties.map((party) => {
    const unit = move.unit(party.unit)
    const patch = movedValues(party.fields, partyFields(kind, party.role), move)
    return { was: party, now: { ...party, unit, fields: { ...party.fields, ...patch } } }
  })
  const kept = [...Map.groupBy(moved, ({ now }) => `${now.role}|${now.unit}`).values()].flatMap(
    (same) => same.toSorted((a, b) => works(b.was) - works(a.was) || rank(a) - rank(b)).slice(0, 1),
  )
  const parties = kept.filter(isMoved).map(({ now }) => now)
  const stays = new Set(kept.map(({ now }) => `${now.role}|${now.unit}`))
  const removed = moved
    .map(({ was: { role, unit } }) => ({ role, unit }))
    .filter(({ role, unit }) => !stays.has(`${role}|${unit}`))
  return {
    ...(parties.length === 0 ? {} : { parties }),
    ...(removed.length === 0 ? {} : { removed }),
  }
}

type MovedParty = { readonly was: Party; readonly now: Party }

/** A party whose unit goes on comes before one that arrives. */
function rank({ was, now }: MovedParty): number {
  return was.unit === now.unit ? 0 : 1
}

function isMoved({ was, now }: MovedParty): boolean {
  return JSON.stringify(was) !== JSON.stringify(now)
}

/** What a party's own values are: fields of the kind, or inputs of the party's commands. */
function partyFields(kind: Kind, role: string): Readonly<Record<string, Field>> {
  const commands = Object.values(kind.parties?.[role]?.states ?? {}).flatMap((state) =>
    Object.values(state.commands ?? {}),
  )
  return Object.assign({}, ...commands.map(({ input }) => input ?? {}), kind.fields)
}

/** Whoever was on it stays on it, in the post that follows theirs. */
function movedTakers(record: RecordState, move: Move): Record<string, string | null> {
  const takers: Record<string, string | null> = {}
  for (const [unit, post] of Object.entries(record.takers)) {
    const heir = String(move.unit(Number(unit)))
    if (heir === unit) continue
    takers[unit] = null
    const follows = move.posts.get(post)
    if (follows !== undefined && record.takers[heir] === undefined) takers[heir] ??= follows
  }
  return takers
}

function numbersIn(value: Value | undefined): readonly number[] {
  if (typeof value === 'number') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}
