import { db, sql } from './database.ts'

// Sentences are not SQL, whatever they begin with.
export const words = ['select a street', 'notify the street', 'update failed: set it again']

export const open = (city: number, at: Date) =>
  sql<{ id: string }>`update record set at = ${at} where city = ${city} returning id`

export const joined = () =>
  db
    .selectFrom('record as r')
    .innerJoin('event as e', (join) => join.onRef('e.city', '=', 'r.city').onRef('e.id', '=', 'r.id'))
    .select('r.id')

export const names = new Map().set('city', 1)

export const cells = (city: number) =>
  sql`select d.n from delta d cross join ${sql.raw('lateral (values (1)) v(n)')} where d.city = ${city}`

export const held = (city: number) =>
  db.selectFrom('record').select('id').where('city', '=', city).forUpdate()

export const put = (columns: unknown) =>
  sql`insert into record(${columns}, state) select ${columns}, a.state from archive a where a.city = 1`
