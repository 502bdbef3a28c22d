import type pg from 'pg'
import { putSeal, batch } from '../../../platform/evidence/seal-batch.ts'
import { copyChunks } from '../../../platform/store/copy.ts'
import { inTransaction } from '../../../platform/store/migrate.ts'
import type { DeltaRow } from '../../../platform/store/rows.ts'
import { momentOf } from '../../../platform/store/value-types.ts'
import { addCounts } from './add-counts.ts'
import type { Copies, Wanted } from './copies.ts'

/** Tallies and seals of a city are one chain each: one loader writes them after the other. The
 *  product, which writes them too, does not run meanwhile: with a database of one's own one sees to
 *  that oneself. */
const loadLock = 7_265_009

type Written = {
  readonly city: number
  /** What the chunk is remembered by: it is not loaded twice. */
  readonly name: string
  readonly now: number
  readonly wanted: readonly Wanted[]
  readonly copies: Copies
}

/** Writes a chunk whole: its rows, its counts, its seals, and that it is done. */
export function writeChunk(client: pg.Client, written: Written): Promise<void> {
  const { city, name, now, wanted, copies } = written
  return inTransaction(client, async () => {
    await client.query('set local synchronous_commit = off')
    for (const [table, { columns, lines }] of copies.tables)
      await copyChunks(client, { name: table, columns, chunks: inPieces(lines) })
    await client.query('select pg_advisory_xact_lock($1)', [loadLock])
    await addCounts(client, { city, at: now }, countsOf(wanted))
    for (let at = 0; at < copies.entries.length; at += batch)
      await putSeal(client, city, { now, entries: copies.entries.slice(at, at + batch) })
    await client.query(
      `insert into setting(city, name, version, valid_from, value, at)
       values ($1, $2, '1', $3, 'true', $3)`,
      [city, name, momentOf(now)],
    )
  })
}

const linesAtOnce = 500

function* inPieces(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += linesAtOnce)
    yield Buffer.from(lines.slice(at, at + linesAtOnce).join(''))
}

/** What all copies count together. */
function countsOf(wanted: readonly Wanted[]): readonly DeltaRow[] {
  const sums = new Map<DeltaRow, number>()
  for (const { pattern } of wanted)
    for (const row of pattern.deltas) sums.set(row, (sums.get(row) ?? 0) + row.n)
  return [...sums].flatMap(([row, n]) => (n === 0 ? [] : [{ ...row, n }]))
}
