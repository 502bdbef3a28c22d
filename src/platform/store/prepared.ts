import { createHash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { reached } from './faults.ts'

/**
 * Runs a statement prepared under a name made of its text. For reads that indexes bound, whatever
 * the values: others would hold up what waits on the same connection.
 */
export async function prepared<R extends object>(
  db: Database,
  statement: RawBuilder<R>,
): Promise<readonly R[]> {
  const { sql: text, parameters: values } = statement.compile(db.read)
  return reached(() => db.quick.run<R>({ name: nameOf(text), text, values }))
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
