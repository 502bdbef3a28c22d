import { actorName, actorPost } from './actor.ts'
import type { Ask, Asked } from './ask.ts'
import { holdsQuietly } from './derive.ts'
import { type Fields, keepOf, textOf, type Value, type Values } from './field.ts'
import type { Command, Kind, Move, Setting } from './kind.ts'
import {
  type Change,
  type EventRecord,
  evolve,
  type Party,
  partyOf,
  type RecordState,
} from './record.ts'
import { ruleOf } from './standing.ts'
import type { Instant } from './time.ts'
import { turnClocks } from './turn.ts'

/** The event an ask records, before what it changes is known. */
export function eventOf(before: RecordState, asked: Command, ask: Ask): EventRecord {
  return {
    seq: before.version + 1,
    at: ask.at,
    type: asked.records,
    actor: actorName(ask.actor),
    post: actorPost(ask.actor),
    ask: ask.id,
    ...(ask.party === undefined ? {} : { party: ask.party }),
    input: kept(asked.input ?? {}, ask.input),
    change: {},
  }
}

/** What of an input may stand in an event: never what is counted apart. */
function kept(declared: Fields, input: Values): Values {
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => {
      const field = declared[name]
      return field !== undefined && keepOf(field) !== 'apart'
    }),
  )
}

/** What the command's inputs and setters change, clocks and moves apart. */
export function changed(
  kind: Kind,
  asked: Command,
  { context, settings }: { context: Asked; settings: readonly Setting[] },
): Change {
  const { record: before, ask, party, at } = context
  const copies = Object.fromEntries(
    (asked.keeps ?? []).flatMap((name): (readonly [string, Value])[] =>
      ask.input[name] === undefined ? [] : [[name, ask.input[name]]],
    ),
  )
  const fields = Object.assign(copies, ...settings.map((setting) => setting.fields ?? {}))
  const joined = settings.flatMap((setting) =>
    (setting.join ?? []).map((one) => ({
      unit: one.unit,
      role: one.role,
      state: kind.parties?.[one.role]?.start ?? '',
      fields: one.fields ?? {},
      clocks: {},
      joinedAt: at,
    })),
  )
  const patch = Object.assign({}, ...settings.map((setting) => setting.party ?? {}))
  const own = party && partyOf(before, party.role, party.unit)
  const touched = own === undefined ? [] : [{ ...own, fields: { ...own.fields, ...patch } }]
  // A first event says where its record lies, so that its events alone make the record.
  const place =
    settings.findLast((setting) => setting.place !== undefined)?.place ??
    (context.starting ? before.place : undefined)
  const title =
    settings.findLast((setting) => setting.title !== undefined)?.title ??
    titleOf(kind, asked, context)
  const takers = Object.assign({}, ...settings.map((setting) => setting.takers ?? {}))
  const removed = settings.flatMap((setting) => setting.leave ?? [])
  return {
    ...(isEmpty(fields) ? {} : { fields }),
    ...(place === undefined ? {} : { place }),
    ...(title === undefined ? {} : { title }),
    ...(isEmpty(takers) ? {} : { takers }),
    ...(removed.length === 0 ? {} : { removed }),
    ...(joined.length + touched.length === 0 ? {} : { parties: [...touched, ...joined] }),
  }
}

/** The words that name a record: its title, or the head of a longer text. */
function titleOf(kind: Kind, asked: Command, context: Asked): string | undefined {
  const { words, input, record: before } = context
  const kept = (name: string) => (asked.keeps ?? []).includes(name)
  if (!kept(kind.title) && !kept(kind.titleElse ?? '')) return undefined
  const given = words[kind.title] ?? textOf(input, kind.title) ?? ''
  if (given.trim() !== '') return given.trim()
  if (kind.titleElse === undefined || before.fields[kind.title] !== undefined) return undefined
  const longer = words[kind.titleElse]
  return longer === undefined ? undefined : headOf(longer)
}

/** As much of a longer text as names a record. */
function headOf(text: string): string {
  const flat = [...text.replaceAll(/\s+/gu, ' ').trim()]
  return flat.length <= 28 ? flat.join('') : `${flat.slice(0, 27).join('')}…`
}

export type Moved = { readonly state: string; readonly party?: string | undefined }

/** Where record and party go: the first move whose rule holds afterwards. What carries the record
 *  is judged with the party already where it goes. */
export function moves(kind: Kind, asked: Command, after: Asked): Moved {
  const first = (list: readonly Move[] | undefined, at = after) =>
    (list ?? []).find((move) => ruleOf(kind, move.when)?.holds(at) === true)?.to
  const to = first(asked.moves) ?? asked.to
  const { party, record } = after
  if (party === undefined) return { state: to ?? record.state }
  const moved = { ...party, state: to ?? party.state }
  const isIt = (one: Party) => one.role === party.role && one.unit === party.unit
  const parties = record.parties.map((one) => (isIt(one) ? moved : one))
  const settled = { ...after, record: { ...record, parties }, party: moved }
  return { state: first(asked.carries, settled) ?? record.state, party: moved.state }
}

/** The change with its moves, and what they do to every clock. */
export function withClocks(
  kind: Kind,
  at: { context: Asked; settings: readonly Setting[]; set: Change; moved: Moved; event: string },
): Change {
  const { context, set, moved, event } = at
  const { record: before, ask, party, world } = context
  const turns = Object.assign({}, ...at.settings.map((setting) => setting.clocks ?? {}))
  const held = evolve(before, { ...bare(before, ask.at), change: set })
  const after: RecordState = { ...held, state: moved.state }
  const shared = { at: ask.at, event, world, turns, fired: ask.clock }
  const clocks = turnClocks(kind.clocks ?? {}, {
    ...shared,
    clocks: before.clocks,
    from: context.starting ? undefined : before.state,
    to: moved.state,
    fields: after.fields,
    allows: (rule) => holdsQuietly(kind, rule, { world, record: after }),
    fired: party === undefined ? ask.clock : undefined,
  })
  const ends = kind.states[moved.state]?.is === 'end'
  const ticking = ends ? held.parties.filter((one) => !isEmpty(one.clocks)) : []
  const others = ticking.filter(
    (one) =>
      !(set.parties ?? []).some((other) => other.unit === one.unit && other.role === one.role),
  )
  const parties = [...(set.parties ?? []), ...others].map((one) => {
    const isAsked = party !== undefined && one.unit === party.unit && one.role === party.role
    const next = { ...one, state: isAsked ? (moved.party ?? one.state) : one.state }
    const patch = turnClocks(kind.parties?.[one.role]?.clocks ?? {}, {
      ...shared,
      clocks: one.clocks,
      from: isAsked ? one.state : undefined,
      to: next.state,
      fields: { ...after.fields, ...next.fields },
      allows: (rule) => holdsQuietly(kind, rule, { world, record: after, party: next }),
      fired: isAsked ? ask.clock : undefined,
    })
    return { ...next, clocks: ends ? {} : mended(next.clocks, patch) }
  })
  return {
    ...set,
    ...(moved.state === before.state && !context.starting ? {} : { state: moved.state }),
    ...(isEmpty(clocks) ? {} : { clocks }),
    ...(parties.length === 0 ? {} : { parties }),
  }
}

function mended(before: Party['clocks'], patch: NonNullable<Change['clocks']>): Party['clocks'] {
  const after = { ...before }
  for (const [name, clock] of Object.entries(patch)) {
    if (clock === null) delete after[name]
    else after[name] = clock
  }
  return after
}

function bare(before: RecordState, at: Instant): Omit<EventRecord, 'change'> {
  return { seq: before.version, at, type: '', actor: '', post: '', ask: '', input: {} }
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}
