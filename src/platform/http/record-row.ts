import { pathText, unitName } from '../../kernel/directory.ts'
import { dueOf, responsibleUnit } from '../../kernel/derive.ts'
import { type Field, isGiven, keepOf, numberOf, textOf } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { dayOf, type Instant, yearOf } from '../../kernel/time.ts'
import type { CityState } from '../world/city-state.ts'
import { optionLabel, readable } from './readable.ts'
import { cityIso, maybeIso } from './wire.ts'

/** A record as one line of a list. */
export function recordRow(
  kind: Kind,
  record: RecordState,
  { state, now }: { state: CityState; now: Instant },
) {
  const { world } = state
  const due = dueOf(kind, record)
  const unit = responsibleUnit(kind, world, record)
  const counted = kind.countedBy
  const field = counted === undefined ? undefined : kind.fields[counted]
  const category = counted === undefined ? undefined : textOf(record.fields, counted)
  const { community } = record.place
  return {
    id: record.id,
    kind: kind.name,
    kindLabel: kind.label,
    number: record.number,
    title: record.title,
    state: record.state,
    stateLabel: kind.states[record.state]?.label ?? record.state,
    is: kind.states[record.state]?.is ?? 'working',
    place: pathText(world.directory, record.place),
    community: community === undefined ? '' : (world.directory.areas.get(community)?.name ?? ''),
    category,
    categoryLabel:
      field === undefined || category === undefined
        ? undefined
        : optionLabel(field, category, state),
    lead: unit === 0 ? undefined : { id: unit, name: unitName(world.directory, unit) },
    due: record.closedAt === undefined ? maybeIso(due) : undefined,
    late: isLate(kind, record, now),
    openedAt: cityIso(record.openedAt),
    closedAt: maybeIso(record.closedAt),
    recurrence: isGiven(record.fields['recurrenceOf']),
    returns: numberOf(record.fields, 'returns'),
    fields: shortTexts(kind, record, { state, now }),
  }
}

/** A kind's short public fields in words: what stands in the record itself and everyone who sees it
 *  may read. */
function shortTexts(
  kind: Kind,
  record: RecordState,
  { state, now }: { state: CityState; now: Instant },
): Readonly<Record<string, string>> {
  const known = { ...nothingKnown, state, year: yearOf(dayOf(now)) }
  return Object.fromEntries(
    shortFields(kind).flatMap(([name, field]) => {
      const value = record.fields[name]
      return isGiven(value) ? [[name, readable(field, value, known)]] : []
    }),
  )
}

type Named = readonly (readonly [string, Field])[]

const short = new WeakMap<Kind, Named>()

function shortFields(kind: Kind): Named {
  const before = short.get(kind)
  if (before !== undefined) return before
  const found = Object.entries(kind.fields).filter(
    ([, field]) =>
      keepOf(field) === 'record' &&
      field.seenBy === undefined &&
      field.type !== 'record' &&
      field.type !== 'post',
  )
  short.set(kind, found)
  return found
}

export const nothingKnown = {
  texts: new Map<string, string>(),
  records: new Map<string, string>(),
  posts: new Map<string, string>(),
  contacts: new Map<string, never>(),
}

/** Somebody is expected and the record's main clock is past. */
function isLate(kind: Kind, record: RecordState, now: Instant): boolean {
  const due = dueOf(kind, record)
  return kind.states[record.state]?.is === 'working' && due !== undefined && due < now
}
