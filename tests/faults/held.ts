import pg from 'pg'
import { withClient } from '../../src/platform/store/database.ts'

/** Holds what a statement locks, so that whoever comes next stands in the middle of their work;
 *  gives what lets go. A database that was killed meanwhile has let go already. */
export async function hold(url: string, statement: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query(statement)
  return () => client.end().catch(() => undefined)
}

/** Waits until somebody waits for what is held. */
export async function untilSomebodyWaits(url: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const [row] = await rowsOf<{ n: number }>(
      url,
      `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`,
    )
    if ((row?.n ?? 0) > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('nobody waits')
}

/** Reads past the product; asked again while the database is coming back. */
export async function rowsOf<Row extends object>(
  url: string,
  sql: string,
): Promise<readonly Row[]> {
  return withClient(
    url,
    async (client) => (await client.query<Row & Record<string, unknown>>(sql)).rows,
  )
}
