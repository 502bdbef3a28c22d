// breach: lock-without-city
import { db } from './database.ts'

export const held = () => db.selectFrom('record').select('id').where('id', '=', 'x').forUpdate()
