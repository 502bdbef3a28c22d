import type pg from 'pg'

export type BackupTable = { readonly name: string; readonly columns: readonly string[] }

/** Every table that holds a city's rows, with its columns in order. Found from the database, so
 *  that a new table is never forgotten. */
export async function cityTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns
      where table_schema = current_schema() and table_name in (
        select table_name from information_schema.columns
         where table_schema = current_schema() and column_name = 'city')
      group by table_name order by table_name`,
  )
  return rows
}

/** Sessions open doors, and counts of wrong tries are of the hour: they are not carried over. Nor is
 *  what an open vote holds: two copies of its days would tell what was cast between them. */
export const leftBehind: ReadonlySet<string> = new Set([
  'session',
  'half_session',
  'challenge',
  'known_device',
  'tries',
  'ballot_slip',
  'ballot_cast',
])
