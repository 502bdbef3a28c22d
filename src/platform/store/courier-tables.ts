import type { ColumnType } from 'kysely'
import type { MaybeMoment, Moment, Text } from './column-types.ts'

/** The columns of what goes to neighbouring cities. */
export type CourierTables = {
  parcel: {
    city: number
    id: string
    to_city: number
    kind: string
    command: string
    record_id: string
    seq: number
    /** Sealed; gone once it was taken or given up. */
    body: Text
    at: Moment
    taken_at: MaybeMoment
    dropped_at: MaybeMoment
    tries: ColumnType<number, number | undefined, number>
    tried_at: MaybeMoment
    refused: ColumnType<Text, Text | undefined, Text>
    said: ColumnType<Text, Text | undefined, Text>
  }
}
