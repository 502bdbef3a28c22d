import type { ColumnType } from 'kysely'
import type { Json, MaybeMoment, Moment } from './column-types.ts'

/** The columns of records that were put away: those of `record`, and the rest of the life packed. */
export type ArchiveTables<RecordColumns> = {
  archive: Omit<RecordColumns, 'fields' | 'clocks' | 'takers'> & {
    /** Its parties' units and roles, for lists. */
    units: number[]
    roles: string[]
    /** Of its fields what seats and lists ask for. */
    marks: Json
    /** All words it is found by, apart by character 30; before those of a field stands its name. */
    words: string
    /** In which form the life is packed. */
    form: number
    life: Buffer
  }
  archive_run: {
    city: number
    day: string
    at: Moment
    ended_at: MaybeMoment
    records: ColumnType<number, number, number>
  }
}
