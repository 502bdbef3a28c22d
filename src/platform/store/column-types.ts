import type { ColumnType } from 'kysely'

/** Moments are read as milliseconds and written as text; see `value-types.ts`. */
export type Moment = ColumnType<number, string, string>
export type MaybeMoment = ColumnType<number | null, string | null | undefined, string | null>
/** Written as JSON text; whoever reads it checks its shape. */
export type Json<T = unknown> = ColumnType<T, string, string>
export type Int = number | null
export type Text = string | null
