import type { Kind } from '../../kernel/kind.ts'
import { worldAt } from '../../kernel/world.ts'
import { bulkTables, type BulkLife } from './bulk-tables.ts'
import { copyRows } from './copy.ts'
import type { Database } from './database.ts'
import { derivedOf } from './derived.ts'
import { reached } from './faults.ts'
import { inTransaction } from './migrate.ts'
import { type Step, writtenStep, type WriteTools } from './step.ts'

/** A record's whole life: its steps in order, as the kernel decided them. */
export type Life = { readonly kind: Kind; readonly steps: readonly Step[] }

const livesAtOnce = 1000

/**
 * Writes whole lives, of records that are not stored yet, as if each step had been committed: the
 * same chain, rows and counts. For histories and imports; people's asks go through `ask`. Asks
 * that effects send to other records are for the caller to decide. Notices are not written.
 */
export async function bulkWrite(
  db: Database,
  tools: WriteTools,
  lives: readonly Life[],
): Promise<void> {
  await reached(() =>
    db.bulk(async (client) => {
      for (let at = 0; at < lives.length; at += livesAtOnce) {
        const tables = bulkTables(
          lives.slice(at, at + livesAtOnce).flatMap((life) => writtenLife(life, tools)),
          tools.world,
        )
        await inTransaction(client, async () => {
          for (const table of tables) await copyRows(client, table)
        })
      }
    }),
  )
}

/** A life in the form in which it is stored. */
export function writtenLife({ kind, steps }: Life, tools: WriteTools): readonly BulkLife[] {
  let head: Buffer = Buffer.alloc(0)
  const written = steps.map((step) => {
    const one = writtenStep(step, head, tools)
    head = one.hash
    return one
  })
  const last = written.at(-1)
  if (last === undefined) return []
  const { record, event } = last
  const derived = derivedOf(kind, worldAt(tools.world, event.at), record)
  const openedBy = steps[0]?.openedBy
  return [{ steps: written, standing: { kind, record, lastAt: event.at, head, derived, openedBy } }]
}
