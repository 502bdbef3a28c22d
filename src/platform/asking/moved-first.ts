import { v5 } from 'uuid'
import { displaced } from '../../kernel/relocating.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Loaded } from '../store/load.ts'
import { reached } from '../store/faults.ts'
import { kindOf } from './effects.ts'
import { nothingPrepared } from './prepare.ts'
import type { AskDeps, AskRequest } from './types.ts'

const moveSpace = '7e0c3f52-0d35-5f57-8f2b-0f1a9a3f6a11'

/**
 * What the system asks of an open record that a reorganisation left behind; nothing when it may
 * stay. The id follows from the record as it stands, so that it is done once, whoever asks: the
 * reorganisation's own work, or anybody who was quicker.
 */
export async function moveRequest(
  deps: Pick<AskDeps, 'db' | 'registry' | 'worldOf'>,
  city: number,
  { record, lastAt, at }: Pick<Loaded, 'record' | 'lastAt'> & { readonly at: Instant },
): Promise<AskRequest | undefined> {
  const world = deps.worldOf(city)
  if (!world.directory.isDated) return undefined
  const left = displaced(kindOf(deps, record.kind), { world, record, lastAt, at })
  if (left === undefined) return undefined
  const { since, by, posts } = left
  const follows = await followingPosts(deps, city, posts)
  return {
    id: v5(`${record.id}|${record.version}`, moveSpace),
    city,
    kind: record.kind,
    command: 'relocate',
    actor: { by: 'effect', of: by ?? '' },
    at,
    record: record.id,
    prepared: {
      ...nothingPrepared,
      input: {
        since,
        ...(by === undefined ? {} : { reorganisation: by }),
        ...(follows.length === 0 ? {} : { posts: follows }),
      },
    },
  }
}

/** 'old>new' for each post that another one goes on from. */
async function followingPosts(
  { db }: Pick<AskDeps, 'db'>,
  city: number,
  posts: readonly string[],
): Promise<readonly string[]> {
  if (posts.length === 0) return []
  const rows = await reached(() =>
    db.read
      .selectFrom('post')
      .select(['id', 'follows'])
      .where('city', '=', city)
      .where('follows', 'in', [...new Set(posts)])
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ id, follows }) => `${follows}>${id}`)
}
