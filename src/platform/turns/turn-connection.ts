import type pg from 'pg'

/** How long things may take on the connection that holds a turn. */
export type TurnLimits = {
  /** A statement is ended by the server after this long. */
  readonly longestMs: number
  /** A server that answers nothing for so long is asked, on another connection, whether it works. */
  readonly unheardMs: number
}

export const usualLimits: TurnLimits = { longestMs: 300_000, unheardMs: 15_000 }

/** How often the server looks whether whoever asked is still there while a statement runs. */
const lookMs = 1_000

/**
 * Makes a connection fit for holding a turn and gives the number of the process behind it: no
 * statement on it runs on for ever, nor for an asker that died, whose turn would last as long.
 */
export async function turnConnection(client: pg.Client, limits: TurnLimits): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `select pg_backend_pid() as pid, set_config('statement_timeout', $1, false)`,
    [String(limits.longestMs)],
  )
  // Not every system can tell; there a statement runs to its end.
  await client
    .query(`select set_config('client_connection_check_interval', $1, false)`, [String(lookMs)])
    .catch(() => undefined)
  return rows[0]?.pid ?? 0
}

/** Whether the server works on what a connection asked: one that waits for its asker, or that is
 *  there no more, does not. */
export async function isAtWork(client: pg.Client, pid: number): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where pid = $1::int and state = 'active'
      and wait_event_type is distinct from 'Client'`,
    [pid],
  )
  return rows.length > 0
}
