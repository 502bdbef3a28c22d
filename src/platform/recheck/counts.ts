import { sql } from 'kysely'
import { apartPrefix, type DeltaRow, ownDeltaRows } from '../store/rows.ts'
import { cells } from '../tallies/fold.ts'
import type { Folded } from './folded.ts'
import type { Checking } from './checking.ts'

/** Lines of the counts by everything that tells them apart. */
export type Counts = Map<string, DeltaRow>

/** Adds what a record's events count. */
export function countsOf(checking: Checking, folded: Folded, counts: Counts): void {
  const world = checking.worldOf(checking.city)
  for (const step of folded.steps) {
    for (const row of ownDeltaRows({ ...step, kind: folded.kind }, world)) {
      const { n, ...rest } = row
      const key = Object.values(rest).join('|')
      counts.set(key, { ...row, n: n + (counts.get(key)?.n ?? 0) })
    }
  }
}

type Cell = {
  readonly level: number
  readonly area: number
  readonly category: string
  readonly day: string
  readonly kind: string
  readonly measure: string
  readonly had: number
  readonly due: number
}

const rowsAtOnce = 5000

/** Holds the tallies, with the lines that still wait, against the recount. Values kept apart have
 *  no events and are left as they are. */
export async function checkCounts(checking: Checking, counts: Counts): Promise<void> {
  await recounted(checking, counts)
  const { read, city, differs, repair } = checking
  const apart = `${apartPrefix}%`
  const { rows } = await sql<Cell>`
    select level, area, category, day, kind, measure, sum(had)::bigint as had, sum(due)::bigint as due from (
      select level, area, category, day, kind, measure, n as had, 0 as due from tally where city = ${city}
      union all
      select v.level, v.area, v.category, v.day, d.kind, d.measure, d.n, 0
      from delta d cross join ${sql.raw(cells)} where d.city = ${city}
      union all
      select v.level, v.area, v.category, v.day, d.kind, d.measure, 0, d.n
      from recount d cross join ${sql.raw(cells)}
    ) t where measure not like ${apart}
    group by 1, 2, 3, 4, 5, 6 having sum(had) <> sum(due) order by 1, 2, 3, 4, 5, 6`.execute(read)
  for (const row of rows) {
    differs(
      `计数 ${row.kind}/${row.measure} 层级 ${row.level} 区域 ${row.area} ${row.category} ${row.day}:应为 ${row.due},实为 ${row.had}`,
    )
    if (repair) await corrected(checking, row)
  }
  await sql`drop table recount`.execute(read)
}

/** The recount as a table beside `delta`, so that one text says what goes to which cell. */
async function recounted({ read, city }: Checking, counts: Counts): Promise<void> {
  await sql`create temporary table recount on commit drop as
    select * from delta where false`.execute(read)
  const rows = [...counts.values()].filter((row) => row.n !== 0).map((row) => ({ city, ...row }))
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const json = JSON.stringify(rows.slice(at, at + rowsAtOnce))
    await sql`insert into recount(city, district, street, community, unit, category, day, kind, measure, n)
      select city, district, street, community, unit, category, day, kind, measure, n
      from jsonb_populate_recordset(null::delta, ${json}::jsonb)`.execute(read)
  }
}

async function corrected({ read, city }: Checking, row: Cell): Promise<void> {
  await sql`insert into tally(city, level, area, category, day, kind, measure, n)
    values (${city}, ${row.level}, ${row.area}, ${row.category}, ${row.day}, ${row.kind}, ${row.measure}, ${row.due - row.had})
    on conflict (city, level, area, kind, category, day, measure)
    do update set n = tally.n + excluded.n`.execute(read)
}
