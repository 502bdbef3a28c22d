import { createHash } from 'node:crypto'
import type pg from 'pg'
import { withClient } from './database.ts'
import { distribute } from './distribute.ts'
import { localTables, steps, textOf, versionTable } from './steps.ts'

/**
 * Brings a database to this release: missing schema steps, and the commit functions when their
 * text changed. On a cluster what is new is spread over it. Safe to run at every start and from
 * several processes at once.
 */
export async function migrate(url: string, say: (line: string) => void): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock(7265001)')
    await client.query(versionTable)
    await bringUp(client, say)
    await distribute(client, { local: localTables, say })
  })
}

async function bringUp(client: pg.Client, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ version: number; functions: string }>(
    'select version, functions from schema_version order by version desc limit 1',
  )
  const at = rows[0]?.version ?? 0
  const functions = await textOf('commit.sql')
  const digest = createHash('sha256').update(functions).digest('hex')
  if (at > steps.length) throw new Error(`the database is of a newer release (${at})`)
  if (at === steps.length && rows[0]?.functions === digest) return
  say(at === 0 ? '正在建立数据表' : '正在升级数据表')
  await inTransaction(client, async () => {
    for (const step of steps.slice(at)) await client.query(await textOf(step))
    await dropFunctions(client)
    await client.query(functions)
    await client.query('delete from schema_version')
    await client.query('insert into schema_version(version, functions) values ($1, $2)', [
      steps.length,
      digest,
    ])
  })
}

/** Does work in one transaction, undone whole when it throws. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** A function whose parameters changed would otherwise stand beside its successor. */
async function dropFunctions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
     where proname in ('commit_ask', 'commit_rare', 'commit_many') and pronamespace = current_schema()::regnamespace`,
  )
  for (const { name } of rows) await client.query(`drop function ${name}`)
}
