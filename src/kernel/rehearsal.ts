import type { Actor } from './actor.ts'
import type { Ask } from './ask.ts'
import { decide } from './decide.ts'
import { claimsOf, type ClockRow, clockRowsOf } from './derive.ts'
import type { Place } from './directory.ts'
import { type DueQueue, dueQueue } from './due-queue.ts'
import { type Fields, keepOf, type Value, type Values } from './field.ts'
import type { Command, Effect, FactValue, Kind } from './kind.ts'
import { factsOf } from './offers.ts'
import { factRows, type RecordIndex, recordIndex } from './record-index.ts'
import { type EventRecord, partyOf, type RecordState } from './record.ts'
import type { Refusal } from './refusal.ts'
import { commandOf } from './standing.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

/** What is asked in a rehearsal: plain words where a field holds content. */
export type Line = {
  readonly kind: string
  readonly command: string
  readonly actor: Actor
  readonly at: Instant
  readonly record?: string | undefined
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly place?: Place | undefined
  readonly data?: Readonly<Record<string, Value>>
}

/** One decided step, with everything a store would have written. */
export type Step = {
  readonly kind: Kind
  readonly before: RecordState | undefined
  readonly after: RecordState
  readonly event: EventRecord
  readonly texts: Readonly<Record<string, string>>
  readonly apart: Values
}

export type Rehearsed =
  | { readonly ok: true; readonly record: RecordState; readonly steps: readonly Step[] }
  | Refusal

/** A city in memory that plays asks, effects and clocks through the kernel's own decisions: for a
 *  past that never happened, and for stories told in tests. Nothing is drawn or timed in it. */
export type Rehearsal = {
  readonly ask: (line: Line) => Rehearsed
  /** Lets the clocks ask, in due order, up to and including a moment. */
  readonly until: (at: Instant) => readonly Step[]
  readonly record: (id: string) => RecordState | undefined
  readonly setWorld: (world: World) => void
}

export function rehearse(given: {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly nextId: () => string
  readonly nextNumber: (at: Instant) => string
}): Rehearsal {
  const stage: Stage = {
    ...given,
    index: recordIndex(given.kinds),
    claims: new Map(),
    clocks: dueQueue(),
  }
  return {
    ask: (line) => play(stage, line),
    record: (id) => stage.index.get(id),
    setWorld: (world) => {
      stage.world = world
    },
    until: (at) => {
      const steps: Step[] = []
      for (let next = stage.clocks.pop(at); next !== undefined; next = stage.clocks.pop(at)) {
        const { name, ...line } = next.entry
        const clock = { name, due: next.due }
        const told = play(stage, { ...line, actor: { by: 'clock' }, at: next.due }, clock)
        if (told.ok) steps.push(...told.steps)
      }
      return steps
    },
  }
}

type Stage = {
  readonly kinds: ReadonlyMap<string, Kind>
  world: World
  readonly nextId: () => string
  readonly nextNumber: (at: Instant) => string
  readonly index: RecordIndex
  readonly claims: Map<string, string>
  readonly clocks: DueQueue<ClockEntry>
}

function play(stage: Stage, line: Line, clock?: Ask['clock']): Rehearsed {
  const kind = stage.kinds.get(line.kind)
  if (kind === undefined) throw new Error(`No kind ${line.kind}`)
  const before = line.record === undefined ? undefined : stage.index.get(line.record)
  const command = commandFor(kind, line, before)
  const { texts, apart, ...split } = splitData(command?.input ?? {}, line.data ?? {}, stage.nextId)
  const { party, place, at, actor } = line
  const fresh =
    before === undefined && place !== undefined
      ? { id: stage.nextId(), number: stage.nextNumber(at), place }
      : undefined
  const ask: Ask = {
    id: stage.nextId(),
    command: line.command,
    actor,
    at,
    ...split,
    party,
    clock,
    fresh,
  }
  const facts = factsFor(stage.index, kind, { command, ask, before })
  const decision = decide(kind, { world: stage.world, record: before, facts }, ask)
  if (!decision.ok) return decision
  const taken = claimTaken(stage, kind, decision.record)
  if (taken !== undefined) return taken
  keep(stage, kind, { before, after: decision.record })
  const { record: after, event } = decision
  const step: Step = { kind, before, after, event, texts, apart }
  const follow = decision.effects.flatMap((effect) => played(stage, effect, { line, event }))
  return { ok: true, record: stage.index.get(after.id) ?? after, steps: [step, ...follow] }
}

function played(
  stage: Stage,
  effect: Effect,
  { line, event }: { line: Line; event: EventRecord },
): readonly Step[] {
  const actor: Actor = { by: 'effect', of: event.ask }
  const { at } = line
  const { command } = effect
  const told =
    'open' in effect
      ? play(stage, {
          kind: effect.open,
          command,
          actor,
          at,
          place: effect.place ?? line.place,
          data: { ...effect.input, ...effect.words },
        })
      : play(stage, {
          kind: effect.kind,
          command,
          actor,
          at,
          record: effect.ask,
          data: effect.input,
        })
  return told.ok ? told.steps : []
}

function commandFor(
  kind: Kind,
  line: { readonly command: string; readonly party?: Ask['party'] },
  before: RecordState | undefined,
): Command | undefined {
  const { party: named } = line
  const party = named && before && partyOf(before, named.role, named.unit)
  return commandOf(kind, {
    before: before ?? blankRecord,
    starting: before === undefined,
    party,
    ask: line,
  })
}

function factsFor(
  index: RecordIndex,
  kind: Kind,
  at: { command: Command | undefined; ask: Ask; before: RecordState | undefined },
): Readonly<Record<string, FactValue>> {
  const names = at.command === undefined ? [] : factsOf(kind, [at.command])
  const facts: Record<string, FactValue> = {}
  for (const name of names) {
    const fact = kind.facts?.[name]
    if (fact === undefined) continue
    const place = at.ask.fresh?.place
    const rows = factRows(index, fact, { input: at.ask.input, record: at.before, place })
    facts[name] = { count: rows.length, rows }
  }
  return facts
}

function claimTaken({ claims }: Stage, kind: Kind, record: RecordState): Refusal | undefined {
  const other = claimsOf(kind, record).find(
    (key) => (claims.get(`${kind.name}|${key}`) ?? record.id) !== record.id,
  )
  return other === undefined
    ? undefined
    : { ok: false, refused: 'claimTaken', says: other, as: 'rule' }
}

function keep(
  { claims, index, clocks }: Stage,
  kind: Kind,
  { before, after }: { before: RecordState | undefined; after: RecordState },
): void {
  for (const key of before === undefined ? [] : claimsOf(kind, before))
    claims.delete(`${kind.name}|${key}`)
  for (const key of claimsOf(kind, after)) claims.set(`${kind.name}|${key}`, after.id)
  index.put(after)
  const known = new Set(before === undefined ? [] : clockRowsOf(before).map(clockKey))
  for (const row of clockRowsOf(after)) {
    if (known.has(clockKey(row))) continue
    const party = row.role === '' ? undefined : { role: row.role, unit: row.party }
    const { asks: command, name } = row
    clocks.push(row.due, { record: after.id, kind: kind.name, command, name, party })
  }
}

function clockKey(row: ClockRow): string {
  return [row.role, row.party, row.name, row.asks, row.due].join('|')
}

type ClockEntry = {
  readonly record: string
  readonly kind: string
  readonly command: string
  readonly name: string
  readonly party: { readonly role: string; readonly unit: number } | undefined
}

/** Words are kept beside the input, which holds only their reference; what is counted apart is in
 *  neither. */
function splitData(fields: Fields, data: Readonly<Record<string, Value>>, nextId: () => string) {
  const input: Record<string, Value> = {}
  const words: Record<string, string> = {}
  const texts: Record<string, string> = {}
  const apart: Record<string, Value> = {}
  for (const [name, value] of Object.entries(data)) {
    const field = fields[name]
    if (field === undefined || value === null) continue
    if (keepOf(field) === 'apart') apart[name] = value
    else if (keepOf(field) === 'content' && typeof value === 'string') {
      const content = nextId()
      texts[content] = value
      words[name] = value
      input[name] = { content, digest: '' }
    } else input[name] = value
  }
  return { input, words, texts, apart }
}

const blankRecord: RecordState = {
  id: '',
  kind: '',
  number: '',
  title: '',
  place: { city: 0 },
  state: '',
  version: 0,
  fields: {},
  parties: [],
  clocks: {},
  takers: {},
  counted: {},
  openedAt: 0,
}
