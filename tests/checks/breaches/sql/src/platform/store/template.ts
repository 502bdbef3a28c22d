// breach: city-moved
import { client } from './database.ts'

export const move = (table: string) => client.query(`update ${table} set city = $1`)
