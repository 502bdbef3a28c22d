import { withClient } from '../../src/platform/store/database.ts'
import { spreadOf } from '../../src/platform/store/spread.ts'
import { localTables } from '../../src/platform/store/steps.ts'

export type Cluster = { readonly version: string | undefined; readonly nodes: number }

/** What kind of cluster answers there. */
export async function clusterOf(url: string): Promise<Cluster> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select extversion as version from pg_extension where extname = 'citus'`,
    )
    const version = rows[0]?.version
    if (version === undefined) return { version, nodes: 0 }
    const nodes = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_dist_node where shouldhaveshards and noderole = 'primary'`,
    )
    return { version, nodes: nodes.rows[0]?.n ?? 0 }
  })
}

/** What of the plan the cluster does not have: tables not spread by city, or not beside the others. */
export async function spreadProblems(url: string): Promise<readonly string[]> {
  const local = await localTables()
  return withClient(url, async (client) => {
    const { tables } = await spreadOf(client, { local })
    const { rows } = await client.query<{ name: string; by: string; beside: number }>(
      `select logicalrelid::text as name, colocationid as beside,
         column_to_column_name(logicalrelid, partkey) as by from pg_dist_partition`,
    )
    const spread = new Map(rows.map((row) => [row.name, row]))
    const group = spread.get('record')?.beside
    return tables.flatMap((name) => {
      const found = spread.get(name)
      if (found === undefined) return [`${name} is not spread`]
      if (found.by !== 'city') return [`${name} is spread by ${found.by}`]
      return found.beside === group ? [] : [`${name} does not lie beside record`]
    })
  })
}
