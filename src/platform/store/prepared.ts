import { createHash } from 'node:crypto'
import type { Compilable, CompiledQuery, RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { reached } from './faults.ts'

/**
 * Runs a statement prepared under a name made of its text. For reads that indexes bound, whatever
 * the values: others would hold up what waits on the same connection. What may be read farther off
 * is read there. A plan is kept where a list of values would not change its estimate: a single
 * value is compared by `=`.
 */
export async function prepared<R extends object>(
  db: Database,
  statement: RawBuilder<R>,
): Promise<readonly R[]> {
  if (db.read === db.far) return (await reached(() => statement.execute(db.read))).rows
  return runPrepared(db.quick, statement.compile(db.read))
}

/** A read for numbers, however long it takes. */
export function preparedNumbers<R extends object>(
  db: Pick<Database, 'numbers' | 'read'>,
  statement: RawBuilder<R>,
): Promise<readonly R[]> {
  return runPrepared(db.numbers, statement.compile(db.read))
}

/** The same for a query that was built. */
export function preparedQuery<R extends object>(
  db: Pick<Database, 'quick'>,
  query: Compilable<R>,
): Promise<readonly R[]> {
  return runPrepared(db.quick, query.compile())
}

function runPrepared<R extends object>(
  on: Database['quick'],
  { sql: text, parameters: values }: Pick<CompiledQuery, 'sql' | 'parameters'>,
): Promise<readonly R[]> {
  return reached(() => on.run<R>({ name: nameOf(text), text, values }))
}

/** More texts than this are run without being kept: each takes memory on every connection. */
const mostNames = 500

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}
