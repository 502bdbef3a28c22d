import { clockRowsOf } from '../../../kernel/derive.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { type Line, rehearse, type Step } from '../../../kernel/rehearsal.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import type { SimulatedLife } from '../simulate.ts'
import { commandName } from './asked-lines.ts'

export type Stage = {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly digest: (text: string) => string
  /** What lives refer to: the duty list. */
  readonly records: readonly RecordState[]
}

/** A clock's ask: its id follows from these and from the record. */
export type ClockAsk = {
  readonly name: string
  readonly role: string
  readonly party: number
  readonly due: Instant
}

export type Replayed = {
  readonly life: SimulatedLife
  /** When each id was made, in order; `idOf` says how it reads. */
  readonly idMoments: readonly Instant[]
  readonly newId: (at: Instant) => string
  readonly clockAsks: readonly ClockAsk[]
  /** The ids of contacts, in the order in which they were given. */
  readonly contacts: readonly string[]
}

export type Marks = {
  /** Stands before every id, eight digits. */
  readonly ids: string
  /** The same for the ids of what clocks ask. */
  readonly clocks: string
}

export function markedId(mark: string, n: number): string {
  return `${mark}-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** What a number, or a contact's digest, reads until a copy gets its own. */
export const numberMark = '§n:§'
export const contactMark = (n: number) => `§c:${n}§`

/** Asks the lines of one life again, so much later, with nothing else in the city; nothing when any
 *  is refused, or anything else comes of it. */
export function replayed(
  stage: Stage,
  lines: readonly Line[],
  {
    marks,
    shift,
    until,
  }: { readonly marks: Marks; readonly shift: number; readonly until: Instant },
): Replayed | undefined {
  const idMoments: Instant[] = []
  const newId = (at: Instant) => markedId(marks.ids, idMoments.push(at) - 1)
  const clockAsks: ClockAsk[] = []
  const contacts = new Map<string, Contact>()
  const others: string[] = []
  const city = rehearse({
    ...stage,
    nextId: newId,
    nextNumber: () => numberMark,
    posted: (parcel) => void others.push(parcel.command),
    parked: (_, { refused }) => void others.push(refused),
  })
  const steps: Step[] = []
  const clocked = (told: readonly Step[]) => {
    for (const step of told) {
      const ask = markedId(marks.clocks, clockAsks.push(clockAskOf(step)) - 1)
      steps.push({ ...step, event: { ...step.event, ask } })
    }
  }
  let record: string | undefined
  for (const line of lines) {
    const at = line.at + shift
    clocked(city.until(at))
    const data = Object.entries(line.data ?? {}).map(
      ([name, value]) => [name, contactFor(value, contacts, () => newId(at))] as const,
    )
    const actor = line.actor.by === 'link' ? { ...line.actor, record: record ?? '' } : line.actor
    const told = city.ask({ ...line, actor, at, record, data: Object.fromEntries(data) })
    if (!told.ok) return undefined
    record = told.record.id
    steps.push(...told.steps)
  }
  clocked(city.until(until + shift))
  const [first] = steps
  const isOwn = others.length === 0 && steps.every(({ after }) => after.id === record)
  if (first === undefined || !isOwn) return undefined
  const life = { kind: first.kind, steps }
  const given = [...contacts.values()].map(({ contact }) => contact)
  return { life, idMoments, newId, clockAsks, contacts: given }
}

type Contact = { readonly contact: string; readonly digest: string }

/** A contact under an id of this life; everything else as it is. */
function contactFor(value: Value, known: Map<string, Contact>, newId: () => string): Value {
  if (typeof value !== 'object' || value === null || !('contact' in value)) return value
  const own = known.get(value.contact) ?? { contact: newId(), digest: contactMark(known.size) }
  known.set(value.contact, own)
  return own
}

/** Which of a record's clocks had asked. */
function clockAskOf({ kind, before, command, event }: Step): ClockAsk {
  const name = commandName({ kind, command })
  const row =
    before === undefined
      ? undefined
      : clockRowsOf(before)
          .filter(({ asks, due }) => asks === name && due <= event.at)
          .toSorted((a, b) => a.due - b.due)[0]
  if (row === undefined) throw new Error(`no clock of ${before?.id} asked ${name}`)
  return { name: row.name, role: row.role, party: row.party, due: row.due }
}
