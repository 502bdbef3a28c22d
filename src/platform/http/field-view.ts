import { mayRead } from '../../kernel/access.ts'
import type { Actor } from '../../kernel/actor.ts'
import { type Field, type Fields, isGiven, type Value, type Values } from '../../kernel/field.ts'
import type { Context, Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { Instant } from '../../kernel/time.ts'
import type { CityState } from '../world/city-state.ts'
import { type Known, readable, textOfValue } from './readable.ts'
import { cityIso } from './wire.ts'

type At = {
  readonly kind: Kind
  readonly record: RecordState
  readonly actor: Actor
  readonly state: CityState
  readonly relations: ReadonlySet<string>
  readonly known: Known
  readonly now: Instant
}

/** The values an actor may read, each as data and in words. What is empty or not theirs to read
 *  is left out. */
export function fieldViews(fields: Fields, values: Values, at: At) {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    if (value === undefined || !isGiven(value) || !mayRead(field, at.relations)) return []
    return [
      {
        name,
        label: field.label,
        type: field.type,
        value: valueView(field, value, at),
        text: field.type === 'contact' && isKept(at) ? keptWords : readable(field, value, at.known),
      },
    ]
  })
}

const keptWords = '要求保密'

function valueView(field: Field, value: Value, at: At): unknown {
  switch (field.type) {
    case 'text':
    case 'long':
      return textOfValue(value, at.known)
    case 'moment':
      return typeof value === 'number' ? cityIso(value) : value
    case 'contact':
      return contactView(value, at)
    case 'files':
      return Array.isArray(value) ? value.flatMap(fileView) : []
    case 'code':
    case 'number':
    case 'day':
    case 'flag':
    case 'choice':
    case 'choices':
    case 'area':
    case 'unit':
    case 'units':
    case 'post':
    case 'record':
    case 'limit':
      return value
  }
}

function contactView(value: Value, at: At) {
  if (typeof value !== 'object' || value === null || !('contact' in value)) return null
  if (isKept(at)) return { masked: { name: keptWords, phone: '' }, kept: true }
  return { masked: at.known.contacts.get(value.contact) ?? { name: '(已按期清除)', phone: '' } }
}

export function fileView(value: Value) {
  if (typeof value !== 'object' || value === null || !('file' in value)) return []
  return [{ id: value.file, type: value.type, url: `/api/files/${value.file}` }]
}

/** Whoever may not reveal a contact because of a rule does not see it masked either. */
function isKept({ kind, record, actor, state, now }: At): boolean {
  if (actor.by !== 'post') return false
  const context: Context = {
    record,
    starting: false,
    input: {},
    words: {},
    actor,
    at: now,
    world: state.world,
    facts: {},
  }
  return (kind.revealRequires ?? []).some((name) => kind.rules[name]?.holds(context) === false)
}
