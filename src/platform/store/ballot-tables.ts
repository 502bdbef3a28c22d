import type { ColumnType } from 'kysely'
import type { Int, Json, Text } from './column-types.ts'

/** The columns of votes without names. */
export type BallotTables = {
  ballot_poll: {
    city: number
    id: string
    record_id: string
    lines: Json
    made: number
    handed: Int
    cast: Int
    closed_on: Text
    totals: ColumnType<unknown, string | null, string | null>
  }
  ballot_slip: { city: number; digest: Buffer; poll: string }
  ballot_cast: { city: number; poll: string; id: string; sealed: string }
  ballot: { city: number; poll: string; id: string; line: string; choice: string }
}
