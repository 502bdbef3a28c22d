// breach: join-without-city
import { db } from './database.ts'

export const read = () => db.selectFrom('record as r').innerJoin('event as e', 'e.id', 'r.id')
