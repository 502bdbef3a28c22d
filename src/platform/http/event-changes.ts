import { mayRead } from '../../kernel/access.ts'
import { narrowest, pathText } from '../../kernel/directory.ts'
import { type Field, isGiven, keepOf, type Value, type Values } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import {
  type EventRecord,
  evolve,
  partyOf,
  type RecordState,
  unopenedRecord,
} from '../../kernel/record.ts'
import { fieldNamed } from './kind-commands.ts'
import { type Known, readable } from './readable.ts'

/** An event with the record before and after it. */
export type EventStep = {
  readonly event: EventRecord
  readonly before: RecordState | undefined
  readonly after: RecordState
}

/** What stood in a field before an event, and what stands there since. */
export type ChangeView = {
  readonly name: string
  readonly label: string
  readonly before: string
  readonly after: string
}

type At = {
  readonly kind: Kind
  readonly relations: ReadonlySet<string>
  readonly known: Known
}

export function stepsOfEvents(events: readonly EventRecord[]): readonly EventStep[] {
  const steps: EventStep[] = []
  let before: RecordState | undefined
  for (const event of events) {
    const place = event.change.place ?? { city: 0 }
    const after: RecordState = evolve(
      before ?? unopenedRecord({ openedAt: event.at, place }),
      event,
    )
    steps.push({ event, before, after })
    before = after
  }
  return steps
}

/** What an event changed of what stood there already, as far as the reader may read it. */
export function changesOf({ event, before, after }: EventStep, at: At): readonly ChangeView[] {
  if (before === undefined) return []
  const own = changedFields(before.fields, after.fields, at)
  const { party } = event
  const was = party && partyOf(before, party.role, party.unit)
  const is = party && partyOf(after, party.role, party.unit)
  const ofParty =
    was === undefined || is === undefined ? [] : changedFields(was.fields, is.fields, at)
  return [...own, ...ofParty, ...moved(before, after, at)]
}

/** Where the record, or the party that the event is of, went: '待签收 → 处置中'. */
export function movedOf({ event, before, after }: EventStep, kind: Kind): string | undefined {
  if (before === undefined) return undefined
  const { party } = event
  const states = party === undefined ? kind.states : kind.parties?.[party.role]?.states
  const stateOf = (record: RecordState) =>
    party === undefined ? record.state : partyOf(record, party.role, party.unit)?.state
  const [from, to] = [stateOf(before), stateOf(after)]
  if (from === undefined || to === undefined || from === to) return undefined
  return `${states?.[from]?.label ?? from} → ${states?.[to]?.label ?? to}`
}

function changedFields(was: Values, is: Values, at: At): readonly ChangeView[] {
  return Object.keys({ ...was, ...is }).flatMap((name) => {
    const field = fieldNamed(at.kind, name)
    const [old, now] = [was[name], is[name]]
    if (field === undefined || old === now || !isTold(field, at) || !isGiven(old)) return []
    const before = words(field, old, at)
    const after = words(field, now, at)
    return before === after ? [] : [{ name, label: field.label, before, after }]
  })
}

function isTold(field: Field, { relations }: At): boolean {
  const keep = keepOf(field)
  return keep !== 'contact' && keep !== 'apart' && mayRead(field, relations)
}

function words(field: Field, value: Value | undefined, { known }: At): string {
  return isGiven(value) ? readable(field, value, known) : ''
}

function moved(before: RecordState, after: RecordState, { known }: At): readonly ChangeView[] {
  if (narrowest(before.place) === narrowest(after.place)) return []
  const { directory } = known.state.world
  const path = (record: RecordState) => pathText(directory, record.place)
  return [{ name: 'place', label: '所在地', before: path(before), after: path(after) }]
}
