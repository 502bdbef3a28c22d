import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../src/platform/store/database.ts'

/** How often the tables that grow were read whole in a database since it was made, or since they
 *  had been read so often. */
export async function sequentialScans(
  url: string,
  before = 0,
): Promise<{ readonly count: number; readonly words: string }> {
  // The server counts with a delay of about a second.
  await pause(1500)
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string; scans: number }>(
      `select relname as name, seq_scan::int as scans from pg_stat_user_tables
       where relname in ('record', 'todo', 'clock') order by relname`,
    ),
  )
  return {
    count: rows.reduce((sum, { scans }) => sum + scans, -before),
    words: rows.map(({ name, scans }) => `${name} ${scans}`).join(', '),
  }
}
