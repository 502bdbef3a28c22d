// breach: join-without-city
import { client } from './database.ts'

export const read = (table: string) =>
  client.query('select r.id from record r ' + `join ${table} e on e.record_id = r.id`)
