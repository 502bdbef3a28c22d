import { sql } from 'kysely'
import type { AskDeps } from '../asking/types.ts'
import { settleTodos } from '../clockwork/refused-todos.ts'
import { reached } from '../store/faults.ts'

/** Hands what was refused, whose to-dos follow from no record, to whoever looks after it now. */
export async function handRefusedOn(
  deps: Pick<AskDeps, 'db' | 'worldOf' | 'registry'>,
  city: number,
  ended: readonly number[],
): Promise<void> {
  const todos = await reached(() =>
    sql<{ record_id: string }>`select distinct record_id from todo where city = ${city}
      and unit = any(${[...ended]}::int[]) and command = 'effectRefused'`.execute(deps.db.read),
  )
  await settleTodos(
    deps,
    city,
    todos.rows.map((row) => row.record_id),
  )
}
