import { narrowest, type Place } from './directory.ts'
import { textOf, type Value } from './field.ts'
import { seatUnit } from './access.ts'
import type { Context, Expectation, Kind, Slot } from './kind.ts'
import type { ClockState, EventRecord, Party, RecordState } from './record.ts'
import { flowsOf, flowsOfBeginning } from './flows.ts'
import { takenBackEvent, takenBackState } from './taken-back.ts'
import { type Day, dayOf, type Instant } from './time.ts'
import { type World, worldAt } from './world.ts'

/** Rows that follow from a record and its events. They are never edited, only derived anew. */
export type Todo = {
  readonly unit: number
  readonly command: string
  readonly role: string
  readonly party: number
  readonly due?: Instant | undefined
  readonly provisional: boolean
  readonly taker?: string | undefined
}

export type ClockRow = {
  readonly name: string
  readonly role: string
  readonly party: number
  readonly asks: string
  readonly due: Instant
}

export type Delta = {
  readonly place: Place
  readonly unit: number
  readonly day: Day
  readonly measure: string
  readonly category: string
  readonly n: number
}

/** Everything somebody is expected to do about a record, with its due moment. */
export function todosOf(kind: Kind, world: World, record: RecordState): readonly Todo[] {
  const state = kind.states[record.state]
  if (state === undefined || state.is === 'end') return []
  const own = (state.expects ?? []).flatMap((expected) => todo(kind, expected, { world, record }))
  const parties = record.parties.flatMap((party) =>
    (kind.parties?.[party.role]?.states[party.state]?.expects ?? []).flatMap((expected) =>
      todo(kind, expected, { world, record, party }),
    ),
  )
  return [...own, ...parties]
}

function todo(
  kind: Kind,
  expected: Expectation,
  at: { world: World; record: RecordState; party?: Party },
): readonly Todo[] {
  if (expected.when !== undefined && !holdsQuietly(kind, expected.when, at)) return []
  const seat = kind.seats[expected.seat]
  const unit = seat === undefined ? undefined : seatUnit(seat, at)
  if (unit === undefined) return []
  const clocks = at.party?.clocks ?? at.record.clocks
  const stage = expected.clock === undefined ? undefined : currentStage(clocks[expected.clock])
  return [
    {
      unit,
      command: expected.command,
      role: at.party?.role ?? '',
      party: at.party?.unit ?? 0,
      due: stage?.due,
      provisional: stage?.provisional ?? false,
      taker: at.record.takers[String(unit)],
    },
  ]
}

/** A rule judged with nothing asked: for to-dos and clocks that depend on the record alone. */
export function holdsQuietly(
  kind: Kind,
  rule: string,
  { world, record, party }: { world: World; record: RecordState; party?: Party | undefined },
): boolean {
  const context: Context = {
    record,
    starting: false,
    input: {},
    words: {},
    actor: { by: 'clock' },
    at: record.openedAt,
    world,
    facts: {},
    party,
  }
  return kind.rules[rule]?.holds(context) ?? false
}

/** The stage a clock is in: the first not fired, or the last one. */
export function currentStage(clock: ClockState | undefined) {
  return clock?.stages.find((stage) => !stage.fired) ?? clock?.stages.at(-1)
}

/** Due moments the system will ask at. A suspended clock asks nothing. */
export function clockRowsOf(record: RecordState): readonly ClockRow[] {
  const rows = (clocks: RecordState['clocks'], role: string, party: number) =>
    Object.entries(clocks).flatMap(([name, clock]) => {
      const stage = clock.stages.find((one) => !one.fired)
      return stage === undefined || clock.pausedAt !== undefined
        ? []
        : [{ name, role, party, asks: stage.asks, due: stage.due }]
    })
  return [
    ...rows(record.clocks, '', 0),
    ...record.parties.flatMap((party) => rows(party.clocks, party.role, party.unit)),
  ]
}

/** Keys that no other record of the kind may hold now. */
export function claimsOf(kind: Kind, record: RecordState): readonly string[] {
  if (record.state === takenBackState) return []
  return Object.entries(kind.claims ?? {}).flatMap(([name, claim]) => {
    if (claim.while === 'open' && kind.states[record.state]?.is === 'end') return []
    if (claim.states !== undefined && !claim.states.includes(record.state)) return []
    const values = claim.fields.map((field) => keyText(record.fields[field]))
    return values.includes('') ? [] : [[name, ...values].join('|')]
  })
}

function keyText(value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function slotsOf(kind: Kind, record: RecordState): Readonly<Partial<Record<Slot, Value>>> {
  return Object.fromEntries(
    Object.entries(kind.slots ?? {}).map(([slot, field]) => [slot, record.fields[field] ?? null]),
  )
}

/** The unit by which a record is listed and counted. */
export function responsibleUnit(kind: Kind, world: World, record: RecordState): number {
  const seat = kind.seats[kind.responsible]
  return (seat === undefined ? undefined : seatUnit(seat, { world, record })) ?? 0
}

export function dueOf(kind: Kind, record: RecordState): Instant | undefined {
  const clock = kind.mainClock === undefined ? undefined : record.clocks[kind.mainClock]
  return clock?.pausedAt === undefined ? currentStage(clock)?.due : undefined
}

/** What a step adds to the counts: net change of stock by day, flows, and cohorts. */
export function deltasOf(
  kind: Kind,
  world: World,
  step: { before: RecordState | undefined; after: RecordState; event: EventRecord },
): readonly Delta[] {
  const { before, after, event } = step
  const day = dayOf(event.at)
  const then = worldAt(world, event.at)
  const since = event.type === 'Relocated' ? event.input['since'] : undefined
  // Before it was moved it was counted under what ended then.
  const earlier = typeof since === 'number' ? worldAt(world, since - 1) : then
  const key = (record: RecordState, as = then) => ({
    place: record.place,
    unit: responsibleUnit(kind, as, record),
    category: kind.countedBy === undefined ? '' : (textOf(record.fields, kind.countedBy) ?? ''),
  })
  const now = key(after)
  const was = before === undefined ? undefined : key(before, earlier)
  const moved = was !== undefined && !sameKey(was, now)
  const stock =
    before === undefined || was === undefined
      ? [{ ...now, day, measure: `state:${after.state}`, n: 1 }]
      : before.state === after.state && !moved
        ? []
        : [
            { ...was, day, measure: `state:${before.state}`, n: -1 },
            { ...now, day, measure: `state:${after.state}`, n: 1 },
          ]
  const flows = flowsOf(kind, step).map((measure) => ({ ...now, day, measure, n: 1 }))
  const back = before !== undefined && event.type === takenBackEvent
  const undone = back ? flowsOfBeginning(kind, { record: before, event }) : []
  const began = before === undefined ? day : dayOf(before.openedAt)
  return [
    ...stock,
    ...flows,
    ...undone.map((measure) => ({ ...now, day: began, measure, n: -1 })),
    ...cohortDeltas({ before, after, was, now, moved }),
  ]
}

/** The cohort counters a record stands in, as what is true of it now; those of a party carry its
 *  unit ('called@13'). */
export function countedNow(kind: Kind, record: RecordState): Readonly<Record<string, number>> {
  if (record.state === takenBackState) return {}
  return Object.fromEntries(
    Object.entries(kind.counters ?? {})
      .flatMap(([name, counter]): (readonly [string, number])[] => {
        if ('cohort' in counter) return [[name, Number(counter.cohort(record))]]
        if ('on' in counter) return []
        return record.parties
          .filter((party) => party.role === counter.party)
          .map((party) => [`${name}@${party.unit}`, Number(counter.counts(party, record))])
      })
      .filter(([, n]) => n !== 0),
  )
}

type Key = { readonly place: Place; readonly unit: number; readonly category: string }

function cohortDeltas(step: {
  before: RecordState | undefined
  after: RecordState
  was: Key | undefined
  now: Key
  moved: boolean
}): readonly Delta[] {
  const { before, after, was, now, moved } = step
  const day = dayOf(after.openedAt)
  const old = before?.counted ?? {}
  const names = [...new Set([...Object.keys(old), ...Object.keys(after.counted)])]
  return names.flatMap((name) => {
    const from = old[name] ?? 0
    const to = after.counted[name] ?? 0
    const [measure = name, unit] = name.split('@')
    const own = unit === undefined ? { measure, day } : { measure, day, unit: Number(unit) }
    if (moved && was !== undefined)
      return [
        ...(from === 0 ? [] : [{ ...was, ...own, n: -from }]),
        ...(to === 0 ? [] : [{ ...now, ...own, n: to }]),
      ]
    return from === to ? [] : [{ ...now, ...own, n: to - from }]
  })
}

function sameKey(a: Key, b: Key): boolean {
  return a.unit === b.unit && a.category === b.category && narrowest(a.place) === narrowest(b.place)
}
