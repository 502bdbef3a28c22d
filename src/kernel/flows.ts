import type { Counter, Kind } from './kind.ts'
import type { EventRecord, RecordState } from './record.ts'

type Step = {
  readonly before: RecordState | undefined
  readonly after: RecordState
  readonly event: EventRecord
}

/** The flow counters that a step adds one to. */
export function flowsOf(kind: Kind, step: Step): readonly string[] {
  return Object.entries(kind.counters ?? {}).flatMap(([name, counter]) =>
    'on' in counter && isCounted(counter, step) ? [name] : [],
  )
}

/** The flows that a record was counted in when it began, as nothing has happened to it since. */
export function flowsOfBeginning(
  kind: Kind,
  { record, event }: { readonly record: RecordState; readonly event: EventRecord },
): readonly string[] {
  const starts = Object.values(kind.starts).filter(({ to, moves = [] }) =>
    [to, ...moves.map((move) => move.to)].includes(record.state),
  )
  const counted = starts.flatMap(({ records }) =>
    flowsOf(kind, {
      before: undefined,
      after: record,
      event: { ...event, type: records, input: record.fields, change: {} },
    }),
  )
  return [...new Set(counted)]
}

function isCounted(
  counter: Extract<Counter, { on: object }>,
  { before, after, event }: Step,
): boolean {
  const { on } = counter
  const hit =
    'event' in on
      ? event.type === on.event
      : 'enters' in on
        ? after.state === on.enters && before?.state !== on.enters
        : before === undefined
  return hit && (counter.when === undefined || counter.when(event, after))
}
