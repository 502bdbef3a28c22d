import { type Delta, deltasOf } from '../../kernel/derive.ts'
import type { Kind } from '../../kernel/kind.ts'
import { evolve, type RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'
import { archivedLives } from '../archive/stored-lives.ts'
import type { Database } from '../store/database.ts'
import { eventIn, type EventRow, unopened } from '../store/events.ts'
import { reached } from '../store/faults.ts'

type Asked = {
  readonly city: number
  readonly kind: Kind
  readonly world: World
  /** What of the counts is asked for. */
  readonly wanted: (delta: Delta) => boolean
}

/**
 * How much each record adds to what is asked for of the counts: its events are taken once more
 * through the very function that counted them, so that a list and its number cannot differ.
 * Records that add nothing are left out.
 */
export async function addedBy(
  db: Pick<Database, 'quick' | 'read'>,
  asked: Asked,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await eventsOf(db, asked.city, ids)
  const sums = [...Map.groupBy(rows, (row) => row.record_id)].map(
    ([id, events]) => [id, sumOf(asked, events)] as const,
  )
  return new Map(sums.filter(([, n]) => n !== 0))
}

function sumOf({ kind, world, wanted }: Asked, rows: readonly EventRow[]): number {
  let before: RecordState | undefined
  let sum = 0
  for (const row of rows) {
    const event = eventIn(row, nothing)
    const after = evolve(before ?? unopened(row), event)
    for (const delta of deltasOf(kind, world, { before, after, event }))
      if (wanted(delta)) sum += delta.n
    before = after
  }
  return sum
}

/** Titles count nothing. */
const nothing: ReadonlyMap<string, string> = new Map()

/** Of what was put away, as it lies packed: to count it is no reason to bring it back. */
async function eventsOf(
  db: Pick<Database, 'quick' | 'read'>,
  city: number,
  ids: readonly string[],
): Promise<readonly EventRow[]> {
  const values = [city, ids]
  const rows = await reached(() =>
    db.quick.run<EventRow>({ name: 'histories', text: eventsText, values }),
  )
  const there = new Set(rows.map((row) => row.record_id))
  const missing = ids.filter((id) => !there.has(id))
  const away = await reached(() => archivedLives(db.read, { city, ids: missing }))
  return [...rows, ...[...away.values()].flatMap(({ event }) => event)]
}

const eventsText = `select * from event
  where city = $1::int and record_id = any($2::uuid[]) order by record_id, seq`
