import type pg from 'pg'
import { momentOf } from '../store/value-types.ts'

/** The numbers by which `tally` knows what an area is; ten more for its months. */
export const levels = { city: 0, district: 1, street: 2, community: 3, unit: 9 } as const
export const monthly = 10

const batch = 10_000

/**
 * Which cells a line of the counts (`d`) goes to. By day without category at every level and by
 * unit; with category by day for city and districts, by month down to streets, never for a
 * community. Every level has months besides. A line without category has no second kind of cell.
 */
export const cells = `lateral (
  select v.level, v.area, v.category, v.day from (values
    (0, d.city::bigint, '', d.day), (1, d.district::bigint, '', d.day), (2, d.street::bigint, '', d.day),
    (3, d.community, '', d.day), (9, d.unit::bigint, '', d.day),
    (10, d.city::bigint, '', date_trunc('month', d.day)::date), (11, d.district::bigint, '', date_trunc('month', d.day)::date),
    (12, d.street::bigint, '', date_trunc('month', d.day)::date), (13, d.community, '', date_trunc('month', d.day)::date),
    (19, d.unit::bigint, '', date_trunc('month', d.day)::date),
    (0, d.city::bigint, nullif(d.category, ''), d.day), (1, d.district::bigint, nullif(d.category, ''), d.day),
    (10, d.city::bigint, nullif(d.category, ''), date_trunc('month', d.day)::date),
    (11, d.district::bigint, nullif(d.category, ''), date_trunc('month', d.day)::date),
    (12, d.street::bigint, nullif(d.category, ''), date_trunc('month', d.day)::date)
  ) v(level, area, category, day)
  where v.area is not null and v.category is not null and not (v.level in (9, 19) and v.area = 0)
) v`

/**
 * Folds one batch of a city's lines into its tallies, in one statement: a line is either waiting
 * or counted, never both. Gives the number of lines folded.
 */
export async function foldBatch(client: pg.Client, city: number, at: number): Promise<number> {
  const { rows } = await client.query<{ folded: number }>({
    name: 'fold',
    text: statement,
    values: [city, momentOf(at)],
  })
  return rows[0]?.folded ?? 0
}

const statement = `
with d as (
  delete from delta where city = $1::int and ctid = any(array(select ctid from delta where city = $1::int limit ${batch}))
  returning city, district, street, community, unit, category, day, kind, measure, n
), g as (
  -- Of one place and day many lines come at once.
  select city, district, street, community, unit, category, day, kind, measure, sum(n) as n
  from d group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0
), s as (
  select v.level, v.area, v.category, v.day, d.kind, d.measure, sum(d.n) as n
  from g d cross join ${cells} group by 1, 2, 3, 4, 5, 6 having sum(d.n) <> 0
), u as (
  insert into tally(city, level, area, category, day, kind, measure, n)
  select $1::int, level, area, category, day, kind, measure, n from s order by 2, 3, 6, 4, 5, 7
  on conflict (city, level, area, kind, category, day, measure) do update set n = tally.n + excluded.n
  returning 1
), f as (
  insert into fold(city, seq, at) select $1::int, 1, $2::timestamptz where exists (select 1 from d)
  on conflict (city) do update set seq = fold.seq + 1, at = excluded.at
)
select (select count(*) from d)::int as folded, (select count(*) from u)::int as cells`
