import { sql } from 'kysely'
import type { Database } from '../store/database.ts'

/** What moved since the last look: counts of the city, or what units were told of. */
export type Moved = {
  /** How far the counts are folded, where they moved. */
  readonly counts?: number
  /** Units that were told of something. */
  readonly units: ReadonlySet<number>
}

type Options = {
  readonly city: () => number | undefined
  readonly now: () => number
  readonly everyMs?: number
  readonly moved: (moved: Moved) => void
}

/** Resolves when nothing is looked for any more. */
export type Watch = { stop(): Promise<void> }

/**
 * Looks at one small row and the newest notices more than once a second, for all viewers of a process
 * together. What cannot be read is looked for again; nothing is lost by it, for what is told is
 * only that something moved.
 */
export function startWatch(db: Pick<Database, 'read' | 'far'>, options: Options): Watch {
  const { everyMs = 600, moved } = options
  let seq: number | undefined
  let known: ReadonlySet<string> | undefined
  const began = firstIdAt(options.now())
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    const city = options.city()
    const found = city === undefined ? undefined : await looked(db, city, options.now())
    if (found === undefined || isStopped) return
    // Whoever began to listen asked for everything just before: the first look tells what came since.
    const isNew = (id: string) => (known === undefined ? id >= began : !known.has(id))
    const fresh = found.notices.filter(({ id }) => isNew(id))
    const counts = found.seq === seq ? {} : { counts: found.seq }
    seq = found.seq
    known = new Set(found.notices.map(({ id }) => id))
    if ('counts' in counts || fresh.length > 0)
      moved({ ...counts, units: new Set(fresh.map(({ unit }) => unit)) })
  }
  let running = Promise.resolve()
  const turn = () => {
    running = look()
      .catch(() => undefined)
      .then(() => {
        if (!isStopped) timer = setTimeout(turn, everyMs)
      })
  }
  turn()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      return running
    },
  }
}

type Looked = {
  readonly seq: number
  readonly notices: readonly { readonly id: string; readonly unit: number }[]
}

/** Longer than any commit takes: an id made earlier may come to sight later. */
const lookBackMs = 15_000

async function looked(
  { read, far }: Pick<Database, 'read' | 'far'>,
  city: number,
  now: number,
): Promise<Looked> {
  // Viewers are told that counts moved when they have moved where viewers read them.
  const fold = await far
    .selectFrom('fold')
    .select('seq')
    .where('city', '=', city)
    .executeTakeFirst()
  const notices = await read
    .selectFrom('notice')
    .select(['id', 'unit'])
    .where('city', '=', city)
    .where('id', '>=', sql<string>`${firstIdAt(now - lookBackMs)}::uuid`)
    .execute()
  return { seq: Number(fold?.seq ?? 0), notices }
}

/** The least id that is made at a moment: ids are in order of time. */
function firstIdAt(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
