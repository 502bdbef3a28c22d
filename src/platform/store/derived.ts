import {
  claimsOf,
  type ClockRow,
  clockRowsOf,
  dueOf,
  responsibleUnit,
  slotsOf,
  type Todo,
  todosOf,
} from '../../kernel/derive.ts'
import type { Value } from '../../kernel/field.ts'
import type { Kind, Slot } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { isDay, startOfDay } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import { momentOf } from './value-types.ts'

export type LinkRow = { readonly to: string; readonly kind: string }
export type SlotValues = Readonly<Record<Slot, string | number | null>>

/** Everything stored of a record that follows from it and is never edited. */
export type Derived = {
  readonly unit: number
  readonly is: 'working' | 'resting' | 'end'
  readonly due: number | undefined
  readonly slots: SlotValues
  readonly todos: readonly Todo[]
  readonly clocks: readonly ClockRow[]
  readonly claims: readonly string[]
  readonly links: readonly LinkRow[]
}

export function derivedOf(kind: Kind, world: World, record: RecordState): Derived {
  return {
    unit: responsibleUnit(kind, world, record),
    is: kind.states[record.state]?.is ?? 'working',
    due: dueOf(kind, record),
    slots: slotValues(kind, record),
    todos: distinct(todosOf(kind, world, record)),
    clocks: clockRowsOf(record),
    claims: claimsOf(kind, record),
    links: linksOf(kind, record),
  }
}

/** Ids of other records in fields that refer to records. */
function linksOf(kind: Kind, record: RecordState): readonly LinkRow[] {
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    if (field.type !== 'record') return []
    const value = record.fields[name]
    const ids = Array.isArray(value) ? value : [value]
    return ids
      .filter((id): id is string => typeof id === 'string' && id !== '')
      .map((to) => ({ to, kind: name }))
  })
}

/** The text of a value in a slot of its type: `k` any word, `n` a number, `t` a moment. */
export function slotText(slot: Slot, value: Value | undefined): string | number | null {
  if (value === undefined || value === null || value === '') return null
  if (slot.startsWith('n')) return numberIn(value)
  if (slot.startsWith('t')) return momentIn(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function slotValues(kind: Kind, record: RecordState): SlotValues {
  const values = slotsOf(kind, record)
  const at = (slot: Slot) => slotText(slot, values[slot])
  return {
    k1: at('k1'),
    k2: at('k2'),
    k3: at('k3'),
    n1: at('n1'),
    n2: at('n2'),
    t1: at('t1'),
    t2: at('t2'),
  }
}

function numberIn(value: Value): number | null {
  if (typeof value === 'object' && value !== null && 'qty' in value) return value.qty
  const number = typeof value === 'object' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}

function momentIn(value: Value): string | null {
  if (typeof value === 'number') return momentOf(value)
  if (typeof value !== 'string') return null
  if (isDay(value)) return momentOf(startOfDay(value))
  const instant = Date.parse(value)
  return Number.isNaN(instant) ? null : momentOf(instant)
}

/** Two seats held by one unit expect one thing of it, not two. */
function distinct(todos: readonly Todo[]): readonly Todo[] {
  const seen = new Map<string, Todo>()
  for (const todo of todos) {
    const key = `${todo.unit}|${todo.command}|${todo.role}|${todo.party}`
    if (!seen.has(key)) seen.set(key, todo)
  }
  return [...seen.values()]
}
