import type pg from 'pg'
import { foldBatch } from '../tallies/fold.ts'

/** Folds all that waits, as the folder does in its own time. */
export async function foldAll(client: pg.Client, city: number, at: number): Promise<number> {
  let total = 0
  for (let folded = await foldBatch(client, city, at); folded > 0;) {
    total += folded
    folded = await foldBatch(client, city, at)
  }
  return total
}
