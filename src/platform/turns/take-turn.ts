import type pg from 'pg'

/** What one process at a time does in a city, with the number of its lock. */
const locks = {
  folding: 7_265_002,
  reorganising: 7_265_003,
  sealing: 7_265_005,
  carrying: 7_265_006,
  clocks: 7_265_007,
  clearing: 7_265_008,
} as const

export type Work = keyof typeof locks

/** Longer than this nobody who has a turn is silent: whoever is has gone, or stands still. */
const silentMs = 2_500

/**
 * Takes the turn of a work in a city for a connection, and says whether it has it now. The turn is
 * the database's own lock, and ends with the connection. A holder whose machine vanished or stands
 * still never closes it: after a silence by the database's clock its connection is ended for it,
 * and with it whatever it had begun there.
 */
export async function takeTurn(client: pg.Client, work: Work, city: number): Promise<boolean> {
  if (await tried(client, work, city)) return true
  const ended = await client.query({
    name: 'end silent',
    text: endSilent,
    values: [locks[work], city, silentMs],
  })
  return ended.rows.length > 0 && tried(client, work, city)
}

/** Lets another have the turn, while the connection lives on. */
export async function giveBack(client: pg.Client, work: Work, city: number): Promise<void> {
  await client.query('select pg_advisory_unlock($1::int, $2::int)', [locks[work], city])
}

async function tried(client: pg.Client, work: Work, city: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>({
    name: 'try turn',
    text: 'select pg_try_advisory_lock($1::int, $2::int) as mine',
    values: [locks[work], city],
  })
  return rows[0]?.mine ?? false
}

/** Silent is who asks nothing, and who does not take the answer; a long statement is neither. */
const endSilent = `
select pg_terminate_backend(a.pid, 1000) as ended
from pg_locks l join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory' and l.granted and l.objsubid = 2
  and l.classid::bigint = $1::bigint and l.objid::bigint = $2::bigint
  and l.database = (select oid from pg_database where datname = current_database())
  and (a.state <> 'active' or a.wait_event_type = 'Client')
  and a.state_change < clock_timestamp() - $3::int * interval '1 millisecond'`
