import { archivedLives } from '../archive/stored-lives.ts'
import type { Checking, RecheckDeps } from './checking.ts'
import { checkCounts, countsOf, type Counts } from './counts.ts'
import { checkOrphans } from './orphans.ts'
import { checkRows } from './rows.ts'
import { checkSearch } from './search.ts'
import { foldedRecords, nobody } from './folded.ts'

export type RecheckOptions = {
  readonly repair?: boolean
  readonly say: (line: string) => void
}

const recordsAtOnce = 500

/**
 * Derives a city anew from its events - chains, records, parties, to-dos, clocks, claims, links,
 * words for search, counts - and says every difference as a sentence. Gives their number; none is
 * silence. With `repair` what is derived is put right; events are never touched. Reads one
 * snapshot, so that it may run while people work; repairing then may have to be started again.
 */
export async function recheck(
  deps: RecheckDeps,
  city: number,
  options: RecheckOptions,
): Promise<number> {
  let differences = 0
  await deps.db.read
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (read) => {
      const checking: Checking = {
        ...deps,
        // What reads through the database reads the same snapshot.
        db: { ...deps.db, read },
        city,
        read,
        repair: options.repair ?? false,
        differs(sentence) {
          differences += 1
          options.say(sentence)
        },
      }
      const counts: Counts = new Map()
      let after = ''
      for (;;) {
        const ids = await nextIds(checking, after)
        if (ids.length === 0) break
        await checkRecords(checking, ids, counts)
        after = ids.at(-1) ?? ''
      }
      await checkAway(checking, counts)
      await checkOrphans(checking)
      await checkCounts(checking, counts)
    })
  return differences
}

async function checkRecords(
  checking: Checking,
  ids: readonly string[],
  counts: Counts,
): Promise<void> {
  const folded = await foldedRecords(checking, ids)
  await checkRows(checking, ids, folded)
  await checkSearch(checking, ids, folded)
  for (const one of folded) countsOf(checking, one, counts)
}

/** What was put away is held against its own events where it lies. It is repaired once it was
 *  brought back. */
async function checkAway(checking: Checking, counts: Counts): Promise<void> {
  const { read, city } = checking
  let after = nobody
  for (;;) {
    const rows = await read
      .selectFrom('archive')
      .select('id')
      .where('city', '=', city)
      .where('id', '>', after)
      .orderBy('id')
      .limit(recordsAtOnce)
      .execute()
    const ids = rows.map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    const away = await archivedLives(read, { city, ids })
    await checkRecords({ ...checking, away, repair: false }, ids, counts)
    after = last
  }
}

async function nextIds({ read, city }: Checking, after: string): Promise<readonly string[]> {
  const query = read
    .selectFrom('event')
    .select('record_id')
    .where('city', '=', city)
    .where('seq', '=', 1)
    .orderBy('record_id')
    .limit(recordsAtOnce)
  const rows = await (after === '' ? query : query.where('record_id', '>', after)).execute()
  return rows.map((row) => row.record_id)
}
