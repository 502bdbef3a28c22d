import type { TodoRow } from '../api/types.ts'
import type { Kinds } from '../api/use-directory.ts'

/** Whether the expected step needs nothing typed, so that a key or a tick is enough. A party's
 *  step is asked of its record one by one. */
export function isPlainStep(kinds: Kinds, row: TodoRow): boolean {
  const command = kinds.get(row.record.kind)?.commands[row.record.state]?.[row.command]
  if (row.party !== undefined || command === undefined || command.grave === true) return false
  return Object.keys(command.input ?? {}).length === 0
}
