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
