import { sql } from 'kysely'
import { CITY_CODE } from '../demo/city-code.ts'
import type { AskDeps } from '../../platform/asking/types.ts'

type Recount = {
  readonly registered: number
  readonly answered: number
  readonly returned: number
  readonly late: number
  readonly open: number
  readonly began: number
  readonly evaluated: number
  readonly responded: number
  readonly solved: number
  readonly everLate: number
}

/** The same numbers in another way: plain SQL over what happened, event by event. */
export async function recountBy(
  { db, registry }: Pick<AskDeps, 'db' | 'registry'>,
  { level, code, from, to }: { level: string; code: number; from: string; to: string },
): Promise<Recount> {
  const states = registry.get('resident-appeal')?.states ?? {}
  const ends = Object.keys(states).filter((name) => states[name]?.is === 'end')
  const { rows } = await sql<Recount>`
    with e as materialized (
      select record_id, seq, type, body::jsonb -> 'change' as change,
        (at at time zone 'Asia/Shanghai')::date as day
      from event where city = ${CITY_CODE} and record_id in (
        select record_id from event where city = ${CITY_CODE} and seq = 1 and body::jsonb #>> '{opens,kind}' = 'resident-appeal')
    ), known as (
      select e.*,
        array_remove(array_agg(case when change ? 'place' then coalesce(change #>> ${`{place,${level}}`}, '0') end) over sofar, null) as places,
        array_remove(array_agg(change ->> 'state') over sofar, null) as states,
        min(day) over (partition by record_id) as began
      from e window sofar as (partition by record_id order by seq)
    ), here as (
      select *, change ->> 'state' as entered from known where places[cardinality(places)]::bigint = ${code}
    ), flows as (
      select count(*) filter (where seq = 1) as registered,
        count(*) filter (where entered = 'answered') as answered,
        count(*) filter (where type = 'Returned') as returned,
        count(*) filter (where type = 'RanLate') as late
      from here where day between ${from}::date and ${to}::date
    ), stood as (
      select distinct on (record_id) * from known where day <= ${to}::date order by record_id, seq desc
    ), stock as (
      select count(*) as open from stood
      where places[cardinality(places)]::bigint = ${code}
        and states[cardinality(states)] not in (select unnest(${ends}::text[]))
    ), folded as (
      select min(day) as began,
        (array_agg(change #>> ${`{place,${level}}`} order by seq desc) filter (where change ? 'place'))[1]::bigint as place,
        (array_agg(change #>> '{fields,solved}' order by seq desc) filter (where change -> 'fields' ? 'solved'))[1] as solved,
        (array_agg(change #>> '{fields,responded}' order by seq desc) filter (where change -> 'fields' ? 'responded'))[1] as responded,
        bool_or(change #>> '{fields,lateAt}' is not null) as late,
        (array_agg(change #>> '{fields,exclusion}' order by seq desc) filter (where change -> 'fields' ? 'exclusion'))[1] as left_out
      from e group by record_id
    ), cohorts as (
      select count(*) as began, count(solved) filter (where left_out is null) as evaluated,
        count(*) filter (where solved is not null and responded = 'true' and left_out is null) as responded,
        count(*) filter (where solved = 'solved' and left_out is null) as solved,
        count(*) filter (where late) as "everLate"
      from folded where began between ${from}::date and ${to}::date and place = ${code}
    ) select * from flows, stock, cohorts`.execute(db.read)
  const [row] = rows
  if (row === undefined) throw new Error('nothing was counted')
  return row
}
