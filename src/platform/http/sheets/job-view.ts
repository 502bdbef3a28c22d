import { cityIso } from '../wire.ts'
import type { SheetAt } from './at.ts'
import type { Counts } from './job-rows.ts'
import { busyStates, type Job } from './jobs.ts'
import { undoOf } from './undo.ts'

/** A job as pages follow it. */
export function jobView(
  at: SheetAt,
  { id, kind, command, name, state, says, at: when }: Job,
  counts: Counts,
) {
  const undo = undoOf(at)
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  return {
    id,
    kind,
    command,
    label: at.command.label,
    file: name,
    state,
    says: says ?? undefined,
    at: cityIso(when),
    busy: busyStates.some((one) => one === state),
    counts,
    total,
    undo: undo && { label: undo.label, input: undo.input ?? {} },
  }
}
