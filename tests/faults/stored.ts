import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../../src/platform/store/database.ts'

/** The settings that keep what was committed through a crash, as the running server has them. */
export async function durability(url: string): Promise<Readonly<Record<string, string>>> {
  const rows = await select<{ name: string; setting: string }>(
    url,
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
  )
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}

export type StoredEvents = {
  readonly count: number
  /** Asks that made more than one event of one record. */
  readonly twice: readonly string[]
  of(ask: string, record: string): { readonly onRecord: number; readonly inAll: number }
  inAll(ask: string): number
}

/** How many events each ask has made, by record and in all. */
export async function eventsOfAsks(url: string): Promise<StoredEvents> {
  const rows = await select<{ ask: string; record: string; n: number }>(
    url,
    'select ask, record_id as record, count(*)::int as n from event group by ask, record_id',
  )
  const onRecord = new Map(rows.map(({ ask, record, n }) => [`${ask} ${record}`, n]))
  const inAll = new Map<string, number>()
  for (const { ask, n } of rows) inAll.set(ask, (inAll.get(ask) ?? 0) + n)
  return {
    count: rows.reduce((sum, { n }) => sum + n, 0),
    twice: rows.flatMap(({ ask, n }) => (n > 1 ? [ask] : [])),
    of: (ask, record) => ({
      onRecord: onRecord.get(`${ask} ${record}`) ?? 0,
      inAll: inAll.get(ask) ?? 0,
    }),
    inAll: (ask) => inAll.get(ask) ?? 0,
  }
}

/** Waits until everything that asks sent to other records was asked of them. */
export async function untilEffectsAreDone(url: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const [row] = await select<{ n: number }>(
      url,
      'select count(*)::int as n from clock where effect_id is not null',
    )
    if (row?.n === 0) return
    await pause(100)
  }
  throw new Error('effects are left over')
}

function select<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  return withClient(
    url,
    async (client) => (await client.query<Row & Record<string, unknown>>(sql)).rows,
  )
}
