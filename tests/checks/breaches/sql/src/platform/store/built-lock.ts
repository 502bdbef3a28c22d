// breach: skip-locked
import { db } from './database.ts'

export const read = () => db.selectFrom('clock').where('city', '=', 1).forUpdate().skipLocked()
