import type pg from 'pg'

/** How the tables of a release lie on a cluster spread by city. */
export type Spread = {
  readonly tables: readonly string[]
  readonly functions: readonly string[]
  /** What Citus is told, in this order; every table lies beside the first. */
  readonly statements: readonly string[]
}

/** Other tables lie where this one's rows of the same city lie. */
const anchor = 'record'

/**
 * On a cluster with Citus every table of a city is spread by `city` and lies beside the others, and
 * the functions that commit run where their city lies. Elsewhere nothing is done. What is spread
 * already is left as it is, so that a start cut short is gone on with by the next.
 */
export async function distribute(
  client: pg.Client,
  { local, say }: { readonly local: ReadonlySet<string>; readonly say: (line: string) => void },
): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select 1 from pg_extension where extname = 'citus') as there`,
  )
  if (rows[0]?.there !== true) return
  const spread = await client.query<{ name: string }>(
    'select logicalrelid::text as name from pg_dist_partition',
  )
  const done = new Set(spread.rows.map(({ name }) => name))
  const { statements, tables } = await spreadOf(client, { local, done })
  if (tables.length > 0) say(`正在按城市分布 ${tables.length} 张数据表`)
  for (const statement of statements) await client.query(statement)
}

/** What has to be said to Citus, derived from the tables and functions that are there. */
export async function spreadOf(
  client: pg.Client,
  { local, done = new Set() }: { local: ReadonlySet<string>; done?: ReadonlySet<string> },
): Promise<Spread> {
  const tables = (await namesOf(client, tablesThere))
    .filter((name) => !local.has(name) && !done.has(name))
    .toSorted((a, b) => Number(b === anchor) - Number(a === anchor))
  const functions = await namesOf(client, functionsThere)
  return {
    tables,
    functions,
    statements: [
      ...tables.map((name) => {
        const beside = name === anchor ? 'none' : anchor
        return `select create_distributed_table('${name}', 'city', colocate_with => '${beside}')`
      }),
      ...functions.map(
        (name) =>
          `select create_distributed_function('${name}', 'p_city', colocate_with => '${anchor}')`,
      ),
    ],
  }
}

/** The tables that a schema step keeps on one node: `-- local: why` in the line before. */
export function localTablesIn(schema: string): readonly string[] {
  return [...schema.matchAll(/-- local: *\S[^\n]*\s+create table (?:if not exists )?(\w+)/g)].map(
    ([, name = '']) => name,
  )
}

// A partition follows its table.
const tablesThere = `select c.oid::regclass::text as name from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1`

const functionsThere = `select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = current_schema()::regnamespace and p.proargnames[1] = 'p_city'
  order by 1`

async function namesOf(client: pg.Client, text: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(text)
  return rows.map(({ name }) => name)
}
