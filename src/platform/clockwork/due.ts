import { faultWords } from '../log/fault-view.ts'
import { sql } from 'kysely'
import { clockRowsOf } from '../../kernel/derive.ts'
import { ask } from '../asking/ask.ts'
import { clockRequest } from '../asking/clocks-first.ts'
import { effectPrepared } from '../asking/effects.ts'
import type { Answer, AskDeps } from '../asking/types.ts'
import { loadRecord, loadRecords } from '../store/load.ts'
import { isAway, reached } from '../store/faults.ts'
import { momentOf } from '../store/value-types.ts'
import type { ClockEntry } from './entry.ts'
import { dropStale, park } from './parking.ts'

const batch = 400
const abreast = 8

/**
 * Asks everything of a city that is due, in due order; what belongs to one record goes one after
 * the other. Gives the number of rows taken up, so that the caller knows whether to go on.
 */
export async function askDue(
  deps: AskDeps,
  city: number,
  say: (line: string) => void,
): Promise<number> {
  const rows = await dueRows(deps, city)
  const kinds = await loadRecords(
    deps.db,
    city,
    rows.map((row) => row.record_id),
  )
  const byRecord = [...Map.groupBy(rows, (row) => row.record_id).values()]
  let next = 0
  const worker = async () => {
    for (let own = byRecord[next++]; own !== undefined; own = byRecord[next++])
      for (const row of own) {
        const faulty = await faultOf(askOne(deps, row, kinds.get(row.record_id)?.record.kind))
        if (faulty === undefined) continue
        say(`到期事项处理出错:${faulty}`)
        await park(deps, row, 'fault')
      }
  }
  await Promise.all(Array.from({ length: abreast }, worker))
  return rows.length
}

/** Asks what one row says. Whatever refuses it, the row does not come up again by itself. */
async function askOne(deps: AskDeps, row: ClockEntry, kind: string | undefined): Promise<void> {
  const answer =
    row.effect_id === null ? await askClock(deps, row, kind) : await askEffect(deps, row)
  if (answer.ok) return
  if (answer.refused === 'lostRace') return
  if (row.effect_id === null && !(await stillRuns(deps, row))) await dropStale(deps.db, row)
  else await park(deps, row, answer.refused)
}

/** True when the record itself says that this clock runs to this moment. */
async function stillRuns(deps: AskDeps, row: ClockEntry): Promise<boolean> {
  const loaded = await loadRecord(deps.db, row.city, row.record_id)
  if (loaded === undefined) return false
  return clockRowsOf(loaded.record).some(
    (one) =>
      one.name === row.name &&
      one.role === row.role &&
      one.party === row.party &&
      one.due === row.due_at,
  )
}

/** What went wrong with one row, which must not hold up the others. A store that is away is thrown. */
async function faultOf(asking: Promise<void>): Promise<string | undefined> {
  try {
    await asking
    return undefined
  } catch (error) {
    if (isAway(error)) throw error
    return faultWords(error)
  }
}

async function askClock(deps: AskDeps, row: ClockEntry, kind: string | undefined): Promise<Answer> {
  const { name, role, party, asks } = row
  const record = { id: row.record_id, kind: kind ?? '' }
  const due = { name, role, party, asks, due: row.due_at }
  return ask(deps, clockRequest(row.city, record, due))
}

/** Decided under the id that follows from the event that sent it: once, however often it is tried. */
async function askEffect(deps: AskDeps, row: ClockEntry): Promise<Answer> {
  const effect = await effectPrepared(deps, row.city, row.body ?? '{}')
  const id = row.effect_id ?? ''
  return ask(deps, {
    id,
    city: row.city,
    kind: effect.kind,
    command: effect.command,
    actor: { by: 'effect', of: effect.of },
    at: row.due_at,
    record: row.record_id,
    effect: id,
    prepared: effect.prepared,
  })
}

function dueRows(deps: AskDeps, city: number): Promise<readonly ClockEntry[]> {
  return reached(() =>
    deps.db.read
      .selectFrom('clock')
      .selectAll()
      .where('city', '=', city)
      .where('refused', 'is', null)
      .where('due_at', '<=', sql<number>`${momentOf(deps.now())}::timestamptz`)
      .orderBy('due_at')
      .orderBy('record_id')
      .limit(batch)
      .execute(),
  )
}
