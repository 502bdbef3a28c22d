import { todosOf } from '../../kernel/derive.ts'
import { displaced } from '../../kernel/relocating.ts'
import type { Instant } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { AskDeps } from '../asking/types.ts'
import { openRecords } from './open-records.ts'

/** How much open work a reorganisation moves. */
export type Moves = {
  /** Open records by kind. */
  readonly records: Readonly<Record<string, number>>
  /** To-dos in those records, and parties of them under units that end. */
  readonly todos: number
  readonly parties: number
}

/** Counts, with the very judgement that moves them, what would move in a world to come. */
export async function wouldMove(
  { db, registry }: Pick<AskDeps, 'db' | 'registry'>,
  at: {
    readonly city: number
    readonly world: World
    readonly at: Instant
    /** The reorganisation's own record is no work of the units. */
    readonly but?: string | undefined
  },
): Promise<Moves> {
  const records: Record<string, number> = {}
  let todos = 0
  let parties = 0
  const { units } = at.world.directory
  for await (const page of openRecords(db, at.city, at.world))
    for (const { record, lastAt } of page) {
      const kind = registry.get(record.kind)
      if (kind === undefined || record.id === at.but) continue
      if (displaced(kind, { world: at.world, record, lastAt, at: at.at }) === undefined) continue
      records[record.kind] = (records[record.kind] ?? 0) + 1
      todos += todosOf(kind, at.world, record).length
      parties += record.parties.filter(({ unit }) => units.get(unit)?.to !== undefined).length
    }
  return { records, todos, parties }
}
