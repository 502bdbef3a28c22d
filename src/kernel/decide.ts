import { isComplainedOf, maySee, relationsOf } from './access.ts'
import { type Actor, actorName, actorPost } from './actor.ts'
import { commonCommands, commonRules, commonSetters } from './common.ts'
import { countedNow, holdsQuietly, todosOf } from './derive.ts'
import type { Place } from './directory.ts'
import { type Fields, keepOf, listOf, numberOf, textOf, type Value, type Values } from './field.ts'
import type { Command, Context, Effect, FactValue, Kind, Move, Setting } from './kind.ts'
import {
  type Change,
  type EventRecord,
  evolve,
  type Party,
  partyOf,
  type RecordState,
} from './record.ts'
import { engineRefusal, type Refusal } from './refusal.ts'
import type { Instant } from './time.ts'
import { turnClocks } from './turn.ts'
import { practiceIsOn, type World } from './world.ts'

/** What someone, or the clock, wants done. Ids, numbers and the time are handed in. */
export type Ask = {
  readonly id: string
  readonly command: string
  readonly actor: Actor
  readonly at: Instant
  readonly input: Values
  readonly words: Readonly<Record<string, string>>
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly clock?: { readonly name: string; readonly due: Instant } | undefined
  readonly fresh?:
    | { readonly id: string; readonly number: string; readonly place: Place }
    | undefined
}

export type Standing = {
  readonly record: RecordState | undefined
  readonly facts: Readonly<Record<string, FactValue>>
}

export type Decision =
  | {
      readonly ok: true
      readonly record: RecordState
      readonly event: EventRecord
      readonly effects: readonly Effect[]
      readonly command: Command
    }
  | Refusal

/** Decides what an ask does to a record: one event, or a refusal. Reads its arguments only. */
export function decide(kind: Kind, world: World, standing: Standing, ask: Ask): Decision {
  const before = standing.record ?? blank(kind, ask)
  const starting = standing.record === undefined
  if (starting && kind.practice !== undefined && !practiceIsOn(world, kind.practice, ask.at))
    return engineRefusal('practiceIsOn')
  const party = ask.party && partyOf(before, ask.party.role, ask.party.unit)
  const asked = commandOf(kind, { before, starting, party, ask })
  const context = { ...contextOf(standing, ask, before), starting, party }
  const barred = barring(kind, { world, before, starting, asked, ask, party })
  if (barred !== undefined) return barred
  if (asked === undefined) return engineRefusal('notOffered')
  const broken = brokenRule(kind, asked, { ...context, world })
  if (broken !== undefined) return broken
  return outcome(kind, asked, { ...context, world })

  function contextOf(at: Standing, from: Ask, record: RecordState) {
    return {
      record,
      input: from.input,
      words: from.words,
      actor: from.actor,
      at: from.at,
      facts: at.facts,
      ask: from,
    }
  }
}

/** The command an ask names, where the record or the party stands now. */
export function commandOf(
  kind: Kind,
  at: {
    before: RecordState
    starting: boolean
    party: Party | undefined
    ask: { readonly command: string; readonly party?: Ask['party'] }
  },
): Command | undefined {
  const { before, starting, party, ask } = at
  if (starting) return kind.starts[ask.command]
  if (ask.party !== undefined)
    return party === undefined
      ? undefined
      : kind.parties?.[party.role]?.states[party.state]?.commands?.[ask.command]
  const state = kind.states[before.state]
  const own = state?.commands?.[ask.command]
  if (own !== undefined) return own
  if (ask.command === 'reveal')
    return (
      commonCommands['reveal'] && {
        ...commonCommands['reveal'],
        requires: kind.revealRequires ?? [],
      }
    )
  return state?.is === 'working' ? commonCommands[ask.command] : undefined
}

/** Relations of an actor, with those the engine makes: the party itself, a unit that is expected,
 *  one that may reveal. */
export function standingOf(
  kind: Kind,
  at: { world: World; record: RecordState; actor: Actor; party?: Party | undefined },
): ReadonlySet<string> {
  const relations = new Set(relationsOf(kind, at))
  const { actor, record, party } = at
  if (actor.by !== 'post' || relations.size === 0) return relations
  if (party?.unit === actor.post.unit) relations.add('self')
  if ((kind.reveal ?? []).some((name) => relations.has(name))) relations.add('reveals')
  const units = todosOf(kind, at.world, record).map((todo) => todo.unit)
  if (units.includes(actor.post.unit)) relations.add('expected')
  return relations
}

type Full = Context & { readonly ask: Ask }

function barring(
  kind: Kind,
  at: {
    world: World
    before: RecordState
    starting: boolean
    asked: Command | undefined
    ask: Ask
    party: Party | undefined
  },
): Refusal | undefined {
  const { world, before, asked, ask, party, starting } = at
  const relations = standingOf(kind, { world, record: before, actor: ask.actor, party })
  const system = ask.actor.by === 'clock' || ask.actor.by === 'effect'
  if (!system && !starting && !maySee(kind, relations)) return engineRefusal('notVisible')
  if (asked === undefined) return engineRefusal('notOffered')
  if (!asked.by.some((name) => relations.has(name))) return engineRefusal('notAllowed')
  if (ask.actor.by === 'clock' && isStale(before, party, ask)) return engineRefusal('clockIsStale')
  const fields = { ...before.fields, ...ask.input }
  const assigned = Object.entries(asked.input ?? {})
    .filter(([, field]) => field.assigns === true)
    .flatMap(([name]) => [numberOf(ask.input, name), ...listOf(ask.input, name)])
    .filter((unit) => typeof unit === 'number')
  return assigned.some((unit) => isComplainedOf(kind, fields, { world, unit }))
    ? engineRefusal('notToTheComplainedOf')
    : undefined
}

function isStale(record: RecordState, party: Party | undefined, { clock }: Ask): boolean {
  if (clock === undefined) return true
  const running = (party?.clocks ?? record.clocks)[clock.name]
  const stage = running?.stages.find((one) => !one.fired)
  return running?.pausedAt !== undefined || stage?.due !== clock.due
}

function brokenRule(kind: Kind, asked: Command, context: Full): Refusal | undefined {
  const broken = (asked.requires ?? []).find((name) => !ruleOf(kind, name)?.holds(context))
  if (broken === undefined) return undefined
  const rule = ruleOf(kind, broken)
  return {
    ok: false,
    refused: broken,
    says: rule?.says ?? broken,
    basis: rule?.basis,
    instead: rule?.instead,
    as: 'rule',
  }
}

export function ruleOf(kind: Kind, name: string) {
  return kind.rules[name] ?? commonRules[name]
}

function outcome(kind: Kind, asked: Command, context: Full): Decision {
  const { record: before, ask, party } = context
  const settings = (asked.sets ?? []).map(
    (name) => (kind.setters?.[name] ?? commonSetters[name])?.(context) ?? {},
  )
  const base = eventOf(before, asked, ask)
  const set = changed(kind, asked, { context, settings })
  const held = evolve(before, { ...base, change: set })
  const heldParty = party && partyOf(held, party.role, party.unit)
  const moved = moves(kind, asked, { ...context, record: held, party: heldParty })
  const change = withClocks(kind, { context, settings, set, moved, event: asked.records })
  const isEnd = kind.states[moved.state]?.is === 'end'
  const closing =
    isEnd && before.closedAt === undefined
      ? { closedAt: ask.at }
      : !isEnd && before.closedAt !== undefined
        ? { closedAt: null }
        : {}
  const draft = { ...base, change: { ...change, ...closing } }
  const counted = countedNow(kind, evolve(before, draft))
  const event = sameCounts(counted, before.counted)
    ? draft
    : { ...draft, change: { ...draft.change, counted } }
  const after = evolve(before, event)
  if (
    kind.states[after.state]?.is === 'working' &&
    todosOf(kind, context.world, after).length === 0
  )
    return engineRefusal('somebodyIsExpected')
  const ending = {
    ...context,
    record: after,
    party: party && partyOf(after, party.role, party.unit),
  }
  const effects = (asked.effects ?? []).flatMap((name) => kind.effects?.[name]?.(ending) ?? [])
  return { ok: true, record: after, event, effects, command: asked }
}

function eventOf(before: RecordState, asked: Command, ask: Ask): EventRecord {
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

function changed(
  kind: Kind,
  asked: Command,
  { context, settings }: { context: Full; settings: readonly Setting[] },
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
  const place = settings.findLast((setting) => setting.place !== undefined)?.place
  const title = settings.findLast((setting) => setting.title !== undefined)?.title
  const named = title ?? titleIn(kind, asked, context)
  const takers = Object.assign({}, ...settings.map((setting) => setting.takers ?? {}))
  const removed = settings.flatMap((setting) => setting.leave ?? [])
  return {
    ...(isEmpty(fields) ? {} : { fields }),
    ...(place === undefined ? {} : { place }),
    ...(named === undefined ? {} : { title: named }),
    ...(isEmpty(takers) ? {} : { takers }),
    ...(removed.length === 0 ? {} : { removed }),
    ...(joined.length + touched.length === 0 ? {} : { parties: [...touched, ...joined] }),
  }
}

function titleIn(kind: Kind, asked: Command, context: Full): string | undefined {
  if (!(asked.keeps ?? []).includes(kind.title)) return undefined
  return context.words[kind.title] ?? textOf(context.input, kind.title)
}

type Moved = { readonly state: string; readonly party?: string | undefined }

function moves(kind: Kind, asked: Command, after: Full): Moved {
  const first = (list: readonly Move[] | undefined) =>
    (list ?? []).find((move) => ruleOf(kind, move.when)?.holds(after) === true)?.to
  const to = first(asked.moves) ?? asked.to
  return after.party === undefined
    ? { state: to ?? after.record.state }
    : { state: first(asked.carries) ?? after.record.state, party: to ?? after.party.state }
}

function withClocks(
  kind: Kind,
  at: { context: Full; settings: readonly Setting[]; set: Change; moved: Moved; event: string },
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
  const parties = (set.parties ?? []).map((one) => {
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
    return { ...next, clocks: mended(next.clocks, patch) }
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

function blank(kind: Kind, ask: Ask): RecordState {
  return {
    id: ask.fresh?.id ?? '',
    kind: kind.name,
    number: ask.fresh?.number ?? '',
    title: '',
    place: ask.fresh?.place ?? { city: 0 },
    state: '',
    version: 0,
    fields: {},
    parties: [],
    clocks: {},
    takers: {},
    counted: {},
    openedAt: ask.at,
  }
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}

function sameCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => name in b)
  )
}
