import type { Kind, Slot } from '../../kernel/kind.ts'

const own = ['id', 'district', 'street', 'community', 'number'] as const
const slots = ['k1', 'k2', 'k3', 'n1', 'n2', 't1', 't2'] as const

type Column = (typeof own)[number] | Slot

/** Where a field that facts are found by stands in a record's line: in the slot its kind gave it. */
export function columnOf(registry: ReadonlyMap<string, Kind>, name: string, field: string): Column {
  const kind = registry.get(name)
  if (kind === undefined) throw new Error(`a fact asks for ${name}, which is no kind`)
  const slot = slots.find((one) => kind.slots?.[one] === field)
  const column = slot ?? own.find((one) => one === field)
  if (column === undefined) throw new Error(`a fact asks ${name} for ${field}, which has no slot`)
  return column
}

export function isSlot(column: Column): column is Slot {
  return slots.some((slot) => slot === column)
}
