import type { Ask } from './ask.ts'
import { decide } from './decide.ts'
import { claimsOf, type ClockRow, clockRowsOf } from './derive.ts'
import { type DueQueue, dueQueue } from './due-queue.ts'
import type { AskEffect, Command, Kind, OpenEffect } from './kind.ts'
import type { Parcel } from './parcel.ts'
import { factsFor, type RecordIndex, recordIndex } from './record-index.ts'
import { partyOf, type RecordState, unopenedRecord } from './record.ts'
import { engineRefusal, type Refusal } from './refusal.ts'
import type { Line, Rehearsal, Rehearsed, Staging, Step } from './rehearsal-parts.ts'
import { splitData } from './split-data.ts'
import { commandOf } from './standing.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

export type { Line, Rehearsal, Rehearsed, Staging, Step }

export function rehearse(given: Staging): Rehearsal {
  const stage: Stage = {
    ...given,
    index: recordIndex(given.kinds),
    claims: new Map(),
    clocks: dueQueue(),
    lastAt: new Map(),
  }
  for (const record of given.records ?? []) hold(stage, undefined, record)
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

type Stage = Omit<Staging, 'world'> & {
  world: World
  readonly index: RecordIndex
  readonly claims: Map<string, string>
  readonly clocks: DueQueue<ClockEntry>
  readonly lastAt: Map<string, Instant>
}

function play(stage: Stage, line: Line, clock?: Ask['clock']): Rehearsed {
  // Time never runs back within a record, whatever a late clock says.
  const at = Math.max(line.at, stage.lastAt.get(line.record ?? '') ?? line.at)
  const whole = decided(stage, { ...line, at }, { ask: stage.nextId(at), clock })
  if (!whole.ok) {
    const place = stage.index.get(line.record ?? '')?.place ?? line.place
    for (const effect of whole.leaves ?? []) play(stage, leftLine(effect, { ...line, at, place }))
    return whole
  }
  const [{ step: asked }] = whole.told
  for (const { step } of whole.told) keep(stage, step)
  for (const { step, parcels } of whole.told)
    for (const parcel of parcels) stage.posted?.(parcel, step)
  const follow = whole.told.flatMap(({ step, sends }) =>
    sends.flatMap((effect) => sent(stage, effect, step)),
  )
  const steps = [...whole.told.map(({ step }) => step), ...follow]
  return { ok: true, record: stage.index.get(asked.after.id) ?? asked.after, steps }
}

type Told = {
  readonly step: Step
  readonly sends: readonly AskEffect[]
  readonly parcels: readonly Parcel[]
}
type Whole = { readonly ok: true; readonly told: readonly [Told, ...Told[]] } | Refusal
type How = {
  readonly ask: string
  readonly clock?: Ask['clock']
  readonly openedBy?: string
}

/** One ask with all that its effects open: refused whole when one of them is. */
function decided(stage: Stage, line: Line, how: How): Whole {
  const kind = stage.kinds.get(line.kind)
  if (kind === undefined) throw new Error(`No kind ${line.kind}`)
  const before = line.record === undefined ? undefined : stage.index.get(line.record)
  if (line.record !== undefined && before === undefined) return engineRefusal('notVisible')
  const command = commandFor(kind, line, before)
  const { input, words, contents, apart } = splitData(command?.input ?? {}, line.data ?? {}, {
    ...stage,
    at: line.at,
  })
  const { party, place, at, actor } = line
  const fresh =
    before === undefined && place !== undefined
      ? { id: line.id ?? stage.nextId(at), number: stage.nextNumber(at), place }
      : undefined
  const { ask: id, clock, openedBy } = how
  const ask: Ask = { id, command: line.command, actor, at, input, words, party, clock, fresh }
  const { world, figures, holders } = stage
  const facts = factsFor(stage.index, kind, { command, ask, before, world, figures, holders })
  const decision = decide(kind, { world, record: before, facts }, ask)
  if (!decision.ok) return decision
  const { record: after, event } = decision
  const taken = claimTaken(stage, kind, after)
  if (taken !== undefined) return taken
  const step: Step = {
    kind,
    command: decision.command,
    before,
    after,
    event,
    input,
    words,
    contents,
    apart,
    openedBy,
  }
  const opened: Told[] = []
  for (const effect of decision.effects) {
    if ('ask' in effect) continue
    const more = decided(stage, openingOf(effect, step), { ask: id, openedBy: after.id })
    if (!more.ok) return more
    opened.push(...more.told)
  }
  const sends = decision.effects.filter((effect) => 'ask' in effect)
  return { ok: true, told: [{ step, sends, parcels: decision.parcels }, ...opened] }
}

function openingOf(effect: OpenEffect, { event, after }: Step): Line {
  return {
    kind: effect.open,
    command: effect.command,
    actor: { by: 'effect', of: after.id },
    at: event.at,
    place: effect.place ?? after.place,
    data: { ...effect.input, ...effect.words },
  }
}

/** What a refusal leaves behind is asked by itself: the ask it came from changed nothing. */
function leftLine(effect: OpenEffect, { at, record = '', place }: Line): Line {
  return {
    kind: effect.open,
    command: effect.command,
    actor: { by: 'effect', of: record },
    at,
    place: effect.place ?? place,
    data: { ...effect.input, ...effect.words },
  }
}

function sent(stage: Stage, effect: AskEffect, { event, after }: Step): readonly Step[] {
  const told = play(stage, {
    kind: effect.kind,
    command: effect.command,
    actor: { by: 'effect', of: after.id },
    at: event.at,
    record: effect.ask,
    data: effect.input,
  })
  if (told.ok) return told.steps
  stage.parked?.(effect, told)
  return []
}

function commandFor(
  kind: Kind,
  line: { readonly command: string; readonly party?: Ask['party'] },
  before: RecordState | undefined,
): Command | undefined {
  const { party: named } = line
  const party = named && before && partyOf(before, named.role, named.unit)
  return commandOf(kind, {
    before: before ?? unopenedRecord({}),
    starting: before === undefined,
    party,
    ask: line,
  })
}

function claimTaken({ claims }: Stage, kind: Kind, record: RecordState): Refusal | undefined {
  const other = claimsOf(kind, record).find(
    (key) => (claims.get(`${kind.name}|${key}`) ?? record.id) !== record.id,
  )
  return other === undefined
    ? undefined
    : { ok: false, refused: 'claimTaken', says: other, as: 'rule' }
}

function keep(stage: Stage, { before, after, event }: Step): void {
  hold(stage, before, after)
  stage.lastAt.set(after.id, event.at)
}

function hold(
  { kinds, claims, index, clocks }: Stage,
  before: RecordState | undefined,
  after: RecordState,
): void {
  const kind = kinds.get(after.kind)
  if (kind === undefined) throw new Error(`No kind ${after.kind}`)
  for (const key of before === undefined ? [] : claimsOf(kind, before))
    claims.delete(`${kind.name}|${key}`)
  for (const key of claimsOf(kind, after)) claims.set(`${kind.name}|${key}`, after.id)
  index.put(after)
  if (before?.clocks === after.clocks && before.parties === after.parties) return
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
