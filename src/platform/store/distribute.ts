import type pg from 'pg'
import { spreadOf } from './spread.ts'

/**
 * On a cluster with Citus every table of a city is spread by `city` and lies beside the others, and
 * the functions that commit run where their city lies. Elsewhere nothing is done. What is spread
 * already is left as it is, so that a start cut short is gone on with by the next.
 */
export async function distribute(
  client: pg.Client,
  {
    local,
    say,
  }: { readonly local: () => Promise<ReadonlySet<string>>; readonly say: (line: string) => void },
): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select 1 from pg_extension where extname = 'citus') as there`,
  )
  if (rows[0]?.there !== true) return
  const spread = await client.query<{ name: string }>(
    'select logicalrelid::text as name from pg_dist_partition',
  )
  const done = new Set(spread.rows.map(({ name }) => name))
  const { statements, tables } = await spreadOf(client, { local: await local(), done })
  if (tables.length > 0) say(`正在按城市分布 ${tables.length} 张数据表`)
  for (const statement of statements) await client.query(statement)
}
