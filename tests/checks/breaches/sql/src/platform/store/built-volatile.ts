// breach: volatile-in-change
import { db, sql } from './database.ts'

export const touch = () => db.updateTable('record').set({ at: sql<Date>`now()` })
