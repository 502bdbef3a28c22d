import { endOfWork } from './calendar.ts'
import { textOf, type Values } from './field.ts'
import type { Clock, ClockTurn, LimitRef } from './kind.ts'
import { dueAt, explainMove, type Limit, leftUntil, resumeAt } from './limit.ts'
import type { ClockStage, ClockState } from './record.ts'
import type { Instant } from './time.ts'
import { parameterAt, type World } from './world.ts'

type Clocks = Readonly<Record<string, ClockState>>
type ClockPatch = Readonly<Record<string, ClockState | null>>

export type Passage = {
  readonly clocks: Clocks
  readonly from: string | undefined
  readonly to: string
  readonly event: string
  readonly at: Instant
  readonly fields: Values
  readonly world: World
  readonly allows: (rule: string) => boolean
  readonly turns: Readonly<Record<string, ClockTurn>>
  /** The clock that asked, if one did: its stage counts as fired. */
  readonly fired?: { readonly name: string; readonly due: Instant } | undefined
}

/** What a passage from one state to the next does to the declared clocks. */
export function turnClocks(
  declared: Readonly<Record<string, Clock>>,
  passage: Passage,
): ClockPatch {
  const patch: Record<string, ClockState | null> = {}
  for (const [name, clock] of Object.entries(declared)) {
    const before = passage.clocks[name]
    const after = turned(clock, before, { ...passage, name })
    if (after !== before) patch[name] = after ?? null
  }
  return patch
}

function turned(
  clock: Clock,
  before: ClockState | undefined,
  passage: Passage & { readonly name: string },
): ClockState | undefined {
  const { from, to, event, at } = passage
  const within = (state: string | undefined) =>
    state !== undefined && (clock.runs.includes(state) || (clock.pauses ?? []).includes(state))
  if (!within(to) || (clock.ends ?? []).includes(event)) return undefined
  const starts = !within(from) || (clock.restarts ?? []).includes(event)
  if (starts) {
    if (clock.when !== undefined && !passage.allows(clock.when)) return undefined
    return started(clock, passage)
  }
  if (before === undefined) return undefined
  return paused(clock, turnedByHand(clock, firedStage(before, passage), passage), {
    ...passage,
    at,
  })
}

function started(clock: Clock, passage: Passage): ClockState | undefined {
  const stages = clock.stages.flatMap((stage) => {
    const found = limitOf(stage.limit, passage)
    if (found === undefined) return []
    return [{ asks: stage.asks, fired: false, ...found }]
  })
  if (stages.length === 0) return undefined
  const inOrder = stages.toSorted((a, b) => a.due - b.due)
  const running = { started: passage.at, stages: inOrder }
  return (clock.pauses ?? []).includes(passage.to) ? pause(running, passage) : running
}

function limitOf(
  ref: LimitRef,
  { world, at, fields }: { world: World; at: Instant; fields: Values },
): Pick<ClockStage, 'limit' | 'version' | 'due' | 'provisional'> | undefined {
  if ('until' in ref) {
    const day = textOf(fields, ref.until)
    if (day === undefined) return undefined
    const due = endOfWork(world.calendar, day)
    return { limit: { qty: 1, unit: 'day' }, version: '', due, provisional: false }
  }
  const name = 'parameter' in ref ? ref.parameter : ref.parameters[textOf(fields, ref.field) ?? '']
  const dated = name === undefined ? undefined : parameterAt(world, name, at)
  const limit = asLimit(dated?.value)
  if (limit === undefined || dated === undefined) return undefined
  return { limit, version: dated.version, ...dueAt(world.calendar, at, limit) }
}

function firedStage(clock: ClockState, { fired, name }: Passage & { name: string }): ClockState {
  if (fired === undefined || fired.name !== name) return clock
  return {
    ...clock,
    stages: clock.stages.map((stage) =>
      stage.due === fired.due ? { ...stage, fired: true } : stage,
    ),
  }
}

function turnedByHand(
  clock: Clock,
  before: ClockState,
  passage: Passage & { name: string },
): ClockState {
  const turn = passage.turns[passage.name]
  if (turn === undefined) return before
  if (turn === 'restart') return started(clock, passage) ?? before
  if (turn === 'recount') return started(clock, { ...passage, at: before.started }) ?? before
  const { calendar } = passage.world
  const counted =
    turn.recount === true ? started(clock, { ...passage, at: before.started }) : before
  return {
    ...(counted ?? before),
    stages: (counted ?? before).stages.map((stage) => {
      const base = Math.max(stage.due, passage.at)
      const next = dueAt(calendar, base, turn.extend)
      return {
        ...stage,
        ...next,
        fired: false,
        moved: [...(stage.moved ?? []), explainMove(turn.words, next.due)],
      }
    }),
  }
}

function paused(clock: Clock, before: ClockState, passage: Passage): ClockState {
  const stands = (clock.pauses ?? []).includes(passage.to)
  if (stands === (before.pausedAt !== undefined)) return before
  return stands ? pause(before, passage) : resume(before, passage)
}

function pause(clock: ClockState, { at, world }: Passage): ClockState {
  return {
    ...clock,
    pausedAt: at,
    stages: clock.stages.map((stage) =>
      stage.fired ? stage : { ...stage, left: leftUntil(world.calendar, at, stage) },
    ),
  }
}

function resume(clock: ClockState, { at, world }: Passage): ClockState {
  return {
    started: clock.started,
    stages: clock.stages.map(({ left, ...stage }) => {
      if (left === undefined) return stage
      const next = resumeAt(world.calendar, at, left)
      return {
        ...stage,
        ...next,
        moved: [...(stage.moved ?? []), explainMove('恢复办理，接着计时', next.due)],
      }
    }),
  }
}

/** Reads a limit from a parameter's value. */
export function asLimit(value: unknown): Limit | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('qty' in value) || !('unit' in value)) return undefined
  const { qty, unit } = value
  if (typeof qty !== 'number' || typeof unit !== 'string') return undefined
  const known = units.find((one) => one === unit)
  return known === undefined ? undefined : { qty, unit: known }
}

const units = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const
