import { sql } from 'kysely'
import { actorName, actorPost, type Post } from '../../kernel/actor.ts'
import { evolve, type EventRecord } from '../../kernel/record.ts'
import { kindOf } from '../asking/effects.ts'
import { nothingPrepared } from '../asking/prepare.ts'
import { inTurn } from '../asking/turns.ts'
import type { AskDeps } from '../asking/types.ts'
import { commit } from '../store/commit.ts'
import { effectName } from '../store/commit-children.ts'
import type { Commit } from '../store/commit-parts.ts'
import { reached } from '../store/faults.ts'
import { loadRecord } from '../store/load.ts'
import { writtenStep } from '../store/step.ts'
import { settleTodos } from './refused-todos.ts'

export type RefusedEffect = {
  readonly city: number
  readonly record: string
  readonly effect: string
}

/** Lets the clockwork ask a refused effect once more. */
export async function retryEffect(deps: AskDeps, at: RefusedEffect): Promise<void> {
  await reached(() =>
    sql`update clock set refused = null where city = ${at.city} and record_id = ${at.record}
      and name = ${effectName(at.effect)}`.execute(deps.db.read),
  )
  await settleTodos(deps, at.city, [at.record])
}

/**
 * Gives up a refused effect: an event of the record, by the post that decided so. True when done;
 * false when there is no such effect or somebody else was quicker.
 */
export async function setEffectAside(deps: AskDeps, at: Aside): Promise<boolean> {
  const name = effectName(at.effect)
  const row = await reached(() =>
    deps.db.read
      .selectFrom('clock')
      .select('refused')
      .where('city', '=', at.city)
      .where('record_id', '=', at.record)
      .where('name', '=', name)
      .executeTakeFirst(),
  )
  if (row === undefined || row.refused === null) return false
  const settles = { settles: { record: at.record, name } }
  const done = await inTurn(`${at.city}:${at.record}`, () => recorded(deps, at, settles))
  if (done) await settleTodos(deps, at.city, [at.record])
  return done
}

/** Lets the courier bring once more what the other city refused. */
export async function retryParcel(deps: AskDeps, at: RefusedEffect): Promise<void> {
  await reached(() =>
    sql`update parcel set refused = null, said = null where city = ${at.city}
      and record_id = ${at.record} and id = ${at.effect} and body is not null`.execute(
      deps.db.read,
    ),
  )
  await settleTodos(deps, at.city, [at.record])
}

/** Gives up what the other city refused: an event of the record, as with an effect. */
export async function setParcelAside(deps: AskDeps, at: Aside): Promise<boolean> {
  const work = () => recorded(deps, at, { drops: at.effect })
  const done = await inTurn(`${at.city}:${at.record}`, work)
  if (done) await settleTodos(deps, at.city, [at.record])
  return done
}

type Aside = RefusedEffect & { readonly post: Post; readonly ask: string }

async function recorded(
  deps: AskDeps,
  at: Aside,
  ends: Pick<Commit, 'settles' | 'drops'>,
): Promise<boolean> {
  const loaded = await loadRecord(deps.db, at.city, at.record)
  if (loaded === undefined) return false
  const actor = { by: 'post', post: at.post } as const
  const event: EventRecord = {
    seq: loaded.record.version + 1,
    at: Math.max(deps.now(), loaded.lastAt),
    type: 'EffectSetAside',
    actor: actorName(actor),
    post: actorPost(actor),
    ask: at.ask,
    input: { effect: at.effect },
    change: {},
  }
  const world = deps.worldOf(at.city)
  const record = evolve(loaded.record, event)
  const step = writtenStep(
    {
      kind: kindOf(deps, record.kind),
      before: loaded.record,
      record,
      event,
      command: { label: '', by: [], records: event.type, says: '' },
      prepared: nothingPrepared,
    },
    loaded.head,
    { ...deps, ...deps.keys, world },
  )
  const committed = await commit(deps.db.writer, {
    city: at.city,
    ask: at.ask,
    at: event.at,
    answer: { by: `post:${at.post.id}`, record: record.id, seq: event.seq, opened: [] },
    world,
    rests: [],
    steps: [step],
    effects: [],
    ...ends,
  })
  return committed.is === 'done' || committed.is === 'again'
}
