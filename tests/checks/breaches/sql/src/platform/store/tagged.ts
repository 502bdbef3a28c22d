// breach: volatile-in-change
import { sql } from './database.ts'

export const touch = (city: number) => sql<void>`
  update record
  set at = now()
  where city = ${city}
`
