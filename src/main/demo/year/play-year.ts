import type { Post } from '../../../kernel/actor.ts'
import { dayOf, type Instant, startOfDay } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import type { AskDeps } from '../../../platform/asking/types.ts'
import { bulkWrite } from '../../../platform/store/bulk.ts'
import { settleTables } from '../../../platform/store/settle-tables.ts'
import { kinds } from '../../registry.ts'
import { pastIds } from '../past-ids.ts'
import { simulate, type SimulatedLife } from '../simulate.ts'
import { storedLife } from '../stored-life.ts'
import { madePattern } from './made-patterns.ts'
import type { Pattern } from './pattern.ts'

type Wanted = {
  readonly world: World
  readonly posts: readonly Post[]
  readonly digest: (text: string) => string
  readonly end: Instant
  /** So many appeals are played, and findings in proportion. */
  readonly lives: number
  readonly seed: number
}

export type PlayedYear = {
  readonly patterns: readonly Pattern[]
  /** The duty list, to which the others refer. */
  readonly duties: readonly SimulatedLife[]
}

const days = 365

/** Plays a year of a city and makes patterns of the appeals and findings that ended in it and met
 *  no other life. */
export function playYear({ world, posts, digest, end, lives, seed }: Wanted): PlayedYear {
  const last = startOfDay(dayOf(end))
  const play = { kinds, indicators: [], world, posts, digest, days, seed, end: last }
  const past = simulate({ ...play, ...pastIds(seed), appeals: lives, samples: false })
  const all = [...past.lives]
  const duties = all.filter(({ kind }) => kind.name === 'duty-item')
  const records = duties.flatMap(({ steps }) => steps.at(-1)?.after ?? [])
  const byId = new Map(posts.map((post) => [post.id, post]))
  const stage = { kinds, world, digest, records }
  const patterns = all.flatMap((life) =>
    loaded.has(life.kind.name) ? (madePattern(stage, life, byId) ?? []) : [],
  )
  return { patterns, duties }
}

const loaded = new Set(['resident-appeal', 'grid-finding'])

/** Writes the duty list, unless it is there. */
export async function writeDuties(
  { db, keys, worldOf, segment }: Pick<AskDeps, 'db' | 'keys' | 'worldOf' | 'segment'>,
  city: number,
  duties: readonly SimulatedLife[],
): Promise<void> {
  const first = duties[0]?.steps[0]?.after
  const found = db.read.selectFrom('record').select('id').where('city', '=', city)
  if (first === undefined || (await found.where('id', '=', first.id).executeTakeFirst())) return
  const { newId } = pastIds(1)
  await bulkWrite(
    db,
    {
      world: worldOf(city),
      segment,
      newId: () => newId(first.openedAt),
      digest: (text) => keys.digest(text),
      sealWords: (id, text) => keys.sealWords(id, text),
    },
    duties.map((life) => storedLife(life, keys, () => undefined)),
  )
  await db.bulk(settleTables)
}
