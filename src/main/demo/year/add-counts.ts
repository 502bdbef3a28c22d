import type pg from 'pg'
import type { DeltaRow } from '../../../platform/store/rows.ts'
import { momentOf } from '../../../platform/store/value-types.ts'
import { cells } from '../../../platform/tallies/fold.ts'

/** Adds lines of the counts to a city's tallies at once, as the folder would have, in the
 *  transaction of the client. */
export async function addCounts(
  client: pg.Client,
  { city, at }: { readonly city: number; readonly at: number },
  rows: readonly DeltaRow[],
): Promise<void> {
  await client.query({
    name: 'add counts',
    text: statement,
    values: [city, momentOf(at), JSON.stringify(rows)],
  })
}

const statement = `
with d as (
  select $1::int as city, t.*
  from jsonb_to_recordset($3::jsonb) t(district int, street int, community bigint, unit int, category text,
    day date, kind text, measure text, n int)
), s as (
  select v.level, v.area, v.category, v.day, d.kind, d.measure, sum(d.n) as n
  from d cross join ${cells} group by 1, 2, 3, 4, 5, 6 having sum(d.n) <> 0
), f as (
  insert into fold(city, seq, at) select $1::int, 1, $2::timestamptz where exists (select 1 from d)
  on conflict (city) do update set seq = fold.seq + 1, at = excluded.at
)
insert into tally(city, level, area, category, day, kind, measure, n)
select $1::int, level, area, category, day, kind, measure, n from s order by 2, 3, 6, 4, 5, 7
on conflict (city, level, area, kind, category, day, measure) do update set n = tally.n + excluded.n`
