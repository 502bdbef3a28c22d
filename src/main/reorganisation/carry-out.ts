import { setTimeout as pause } from 'node:timers/promises'
import { v5 } from 'uuid'
import { planOf } from '../../capabilities/city/reorganisation/plan.ts'
import { problemsOf } from '../../capabilities/city/reorganisation/problems.ts'
import { rowsIn } from '../../capabilities/city/reorganisation/rows.ts'
import type { RecordState } from '../../kernel/record.ts'
import { restructured, type Restructuring } from '../../kernel/restructuring.ts'
import { ask } from '../../platform/asking/ask.ts'
import { nothingPrepared } from '../../platform/asking/prepare.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import { applyRestructuring } from '../../platform/reorganising/apply.ts'
import { moveAll, type NotMoved } from '../../platform/reorganising/move-all.ts'
import { handRefusedOn } from '../../platform/reorganising/settle-refused.ts'
import { wouldMove } from '../../platform/reorganising/would-move.ts'
import { loadRecord } from '../../platform/store/load.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { touchWorld } from '../../platform/world/settings.ts'
import { type Progress, progressName, readProgress, totalOf, writeProgress } from './progress.ts'
import { tellHeirs } from './tell.ts'

export type Carrying = {
  readonly deps: AskDeps
  readonly city: number
  readonly reload: () => Promise<void>
  readonly signal: AbortSignal
  /** How far ahead the moment lies from which it holds, so that every process has heard by then. */
  readonly aheadMs: number
}

/**
 * Carries out one approved reorganisation: first the areas, units and posts, all at once and from
 * one moment on; then the open work, record by record. Broken off anywhere and begun again, it
 * goes on where it was.
 */
export async function carryOut(at: Carrying, record: RecordState): Promise<void> {
  const { deps, city } = at
  const rows = rowsIn(record.fields) ?? { areas: [], units: [] }
  const begun = await readProgress(deps.db, city, record.id)
  const { directory } = deps.worldOf(city)
  const problems = begun === undefined ? problemsOf(directory, rows, record.place) : []
  if (problems.length > 0) {
    await finish(at, record, { moved: {}, troubles: problems })
    return
  }
  const progress = begun ?? (await begin(at, record, planOf(directory, rows)))
  await untilMoment(at, progress.at)
  let done = progress.done
  const stuck = await moveAll(deps, city, {
    signal: at.signal,
    moved: async (n) => {
      done += n
      const step = { ...progress, done }
      await writeProgress(deps.db, { city, id: record.id, progress: step, now: deps.now() })
    },
  })
  const units = [...deps.worldOf(city).directory.units.values()]
  const ended = units.filter(({ endedBy }) => endedBy === record.id)
  await handRefusedOn(
    deps,
    city,
    ended.map(({ id }) => id),
  )
  await tellHeirs(deps, { city, record: record.id, at: deps.now() })
  const left = stuck.filter((one) => one.record.id !== record.id)
  const troubles = left.map((one) => `${one.record.number} ${one.record.title}：${one.says}`)
  await finish(at, record, { moved: lessStuck(progress.records, left), troubles })
}

async function begin(
  { deps, city, reload, aheadMs }: Carrying,
  { id }: RecordState,
  plan: Restructuring,
): Promise<Progress> {
  const world = deps.worldOf(city)
  const at = deps.now() + aheadMs
  const directory = restructured(world.directory, plan, { at, by: id })
  const { records } = await wouldMove(deps, { city, world: { ...world, directory }, at, but: id })
  const progress: Progress = { at, records, done: 0 }
  const now = momentOf(deps.now())
  await deps.db.bulk((client) =>
    applyRestructuring(client, plan, {
      city,
      at,
      by: id,
      newId: deps.newId,
      also: async () => {
        await client.query(
          `insert into setting(city, name, version, valid_from, value, at)
           values ($1::int, $2, '1', $3::timestamptz, $4::jsonb, $5::timestamptz)`,
          [city, progressName(id), momentOf(at), JSON.stringify(progress), now],
        )
      },
    }),
  )
  await touchWorld(deps.db, city, deps.now())
  await reload()
  return progress
}

/** A process begun anew may know the city from before: it reads it once more. */
async function untilMoment({ deps, reload, signal }: Carrying, at: number): Promise<void> {
  await reload()
  const wait = at - deps.now()
  if (wait > 0) await pause(wait + 1, undefined, { signal })
}

type Outcome = {
  readonly moved: Readonly<Record<string, number>>
  readonly troubles: readonly string[]
}

async function finish(
  { deps, city }: Carrying,
  { id, kind }: RecordState,
  { moved, troubles }: Outcome,
): Promise<void> {
  const now = await loadRecord(deps.db, city, id)
  if (now === undefined) return
  const report = Object.entries(moved)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${deps.registry.get(name)?.label ?? name} ${n} 件`)
  const answer = await ask(deps, {
    id: v5(`${id}|finish|${now.record.version}`, finishSpace),
    city,
    kind,
    command: 'finish',
    actor: { by: 'effect', of: id },
    at: deps.now(),
    record: id,
    prepared: {
      ...nothingPrepared,
      input: {
        moved: totalOf(moved),
        left: troubles.length,
        report,
        troubles: troubles.slice(0, mostTroubles),
      },
    },
  })
  if (!answer.ok) throw new Error(`${id} cannot be finished: ${answer.refused}`)
}

const finishSpace = '4d0f6a51-6a0e-5c39-9a4e-5b1c3e7f2d20'
const mostTroubles = 500

function lessStuck(
  records: Readonly<Record<string, number>>,
  stuck: readonly NotMoved[],
): Readonly<Record<string, number>> {
  const left = Map.groupBy(stuck, (one) => one.record.kind)
  return Object.fromEntries(
    Object.entries(records).map(([kind, n]) => [
      kind,
      Math.max(0, n - (left.get(kind)?.length ?? 0)),
    ]),
  )
}
