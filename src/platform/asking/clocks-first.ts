import { v5 } from 'uuid'
import { type ClockRow, clockRowsOf } from '../../kernel/derive.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { Instant } from '../../kernel/time.ts'
import { nothingPrepared } from './prepare.ts'
import type { AskRequest } from './types.ts'

const clockSpace = 'd2b0b1de-8f3e-5c56-9a50-0c5d1f5f8a44'

/** The id of what a clock asks: the same however often and by whomever it is sent. */
export function clockAskId(record: string, row: Omit<ClockRow, 'asks'>): string {
  return v5(`${record}|${row.name}|${row.role}|${row.party}|${row.due}`, clockSpace)
}

/** What a due clock of a record asks, at the moment it was due. */
export function clockRequest(
  city: number,
  record: Pick<RecordState, 'id' | 'kind'>,
  row: ClockRow,
): AskRequest {
  const { name, role, party, due } = row
  return {
    id: clockAskId(record.id, row),
    city,
    kind: record.kind,
    command: row.asks,
    actor: { by: 'clock' },
    at: due,
    record: record.id,
    party: role === '' ? undefined : { role, unit: party },
    clock: { name, due },
    prepared: nothingPrepared,
  }
}

/** The earliest of a record's own clocks that is due and was not tried yet. */
export function dueFirst(
  record: RecordState,
  { at, tried }: { at: Instant; tried: ReadonlySet<string> },
): ClockRow | undefined {
  return clockRowsOf(record)
    .filter((row) => row.due <= at && !tried.has(clockAskId(record.id, row)))
    .toSorted((a, b) => a.due - b.due)[0]
}
