import type { Selectable } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A row of the clock table: what asks, of which record, and when. */
export type ClockEntry = Selectable<Tables['clock']>
