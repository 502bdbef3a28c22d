import { mayRead } from '../../kernel/access.ts'
import { currentStage } from '../../kernel/derive.ts'
import type { Field, Fields } from '../../kernel/field.ts'
import type { Command, Kind } from '../../kernel/kind.ts'
import { type EventRecord, partyOf, type RecordState } from '../../kernel/record.ts'
import { durationText } from '../../kernel/time.ts'
import {
  type ChangeView,
  changesOf,
  type EventStep,
  movedOf,
  stepsOfEvents,
} from './event-changes.ts'
import { fileView } from './field-view.ts'
import { commandRecording } from './kind-commands.ts'
import { type Known, readable } from './readable.ts'
import { neighbourList } from '../courier/neighbours.ts'
import { labelIn } from '../world/city-state.ts'
import { cityIso } from './wire.ts'

export type TimelineAt = {
  readonly kind: Kind
  readonly relations: ReadonlySet<string>
  readonly known: Known
  readonly actors: ReadonlyMap<string, ActorWords>
}

export type ActorWords = { readonly name: string; readonly unit: string }

/** What happened, event by event, in sentences; words only of fields that the reader may read. */
export function timeline(events: readonly EventRecord[], at: TimelineAt) {
  const steps = stepsOfEvents(events)
  const late = lateness(at.kind, steps)
  return steps.map((step) => {
    const { event } = step
    const changes = changesOf(step, at)
    const command = commandRecording(at.kind, event.type, event.party?.role)
    const actor = actorText(event, at)
    return {
      seq: event.seq,
      at: cityIso(event.at),
      type: event.type,
      label: command?.label ?? event.type,
      says: sentence(command, event, at),
      actor,
      lateBy: late.get(event.seq),
      moved: movedOf(step, at.kind),
      changes,
      texts: textsOf(command, event, { ...at, changes }),
      files: filesOf(command, event, at),
      party: event.party && {
        role: event.party.role,
        unit: {
          id: event.party.unit,
          name: unitName(event.party.unit, at),
        },
      },
      plain: command?.plain,
    }
  })
}

/** Events that the engine records itself, without a command of the kind. */
const engineSays: Readonly<Record<string, string>> = { EffectSetAside: '不再联动' }

/** The sentence of an event: placeholders become names and labels; long words stand below it. */
function sentence(command: Command | undefined, event: EventRecord, at: TimelineAt): string {
  if (command === undefined) return engineSays[event.type] ?? event.type
  return command.says
    .replaceAll(/\{([^{}]+)\}/g, (_, name: string) => placeholder(name, { command, event, at }))
    .replace(/[:：]\s*$/u, '')
    .trim()
}

function placeholder(
  name: string,
  { command, event, at }: { command: Command; event: EventRecord; at: TimelineAt },
): string {
  const field = command.input?.[name]
  if (field !== undefined)
    return mayRead(field, at.relations) ? readable(field, event.input[name], at.known) : ''
  if (name === 'unit') return at.actors.get(event.post)?.unit ?? ''
  if (name === 'party' && event.party !== undefined) return unitName(event.party.unit, at)
  return ''
}

/** Words of the input that neither the sentence nor a change says already. */
function textsOf(
  command: Command | undefined,
  event: EventRecord,
  at: TimelineAt & { readonly changes: readonly ChangeView[] },
) {
  const input: Fields = command?.input ?? {}
  return Object.entries(input).flatMap(([name, field]) => {
    const value = event.input[name]
    if (value === undefined || value === null || !isWorded(field)) return []
    if (at.changes.some((change) => change.name === name)) return []
    if (command?.says.includes(`{${name}}`) === true || !mayRead(field, at.relations)) return []
    return [{ name, label: field.label, text: readable(field, value, at.known) }]
  })
}

/** Files given with the event that the reader may see. */
function filesOf(command: Command | undefined, event: EventRecord, at: TimelineAt) {
  return Object.entries(command?.input ?? {}).flatMap(([name, field]) => {
    const value = event.input[name]
    if (field.type !== 'files' || !Array.isArray(value) || !mayRead(field, at.relations)) return []
    return value.flatMap(fileView)
  })
}

function isWorded(field: Field): boolean {
  return field.type !== 'contact' && field.type !== 'files'
}

function actorText(event: EventRecord, at: TimelineAt): string {
  if (event.actor === 'clock' || event.actor === 'effect') return '系统'
  const [, sender] = event.actor.split('courier:')
  if (sender !== undefined) return labelIn(at.known.state.lists, neighbourList, sender)
  if (event.actor === 'link' || event.actor === 'public') return '诉求人'
  const words = at.actors.get(event.post)
  return words === undefined ? '' : `${words.name} · ${words.unit}`
}

function unitName(unit: number, { known }: TimelineAt): string {
  return known.state.world.directory.units.get(unit)?.name ?? String(unit)
}

/** By how much an expected step came after its due moment, by event. */
function lateness(kind: Kind, steps: readonly EventStep[]): ReadonlyMap<number, string> {
  return new Map(
    steps.flatMap(({ event, before }) => {
      const due = before && dueOfStep(kind, before, event)
      return due === undefined || event.at <= due
        ? []
        : [[event.seq, durationText(event.at - due)] as const]
    }),
  )
}

function dueOfStep(kind: Kind, record: RecordState, event: EventRecord): number | undefined {
  const party = event.party && partyOf(record, event.party.role, event.party.unit)
  const state =
    party === undefined
      ? kind.states[record.state]
      : kind.parties?.[party.role]?.states[party.state]
  const expected = state?.expects?.find(
    ({ command }) => state.commands?.[command]?.records === event.type,
  )
  const clocks = party?.clocks ?? record.clocks
  return expected?.clock === undefined ? undefined : currentStage(clocks[expected.clock])?.due
}
