import { dayMs, type Instant } from '../../../kernel/time.ts'
import { reached } from '../../store/faults.ts'
import { momentOf } from '../../store/value-types.ts'
import { moment } from '../../world/sql-moment.ts'
import type { HttpDeps } from '../deps.ts'
import { cityOf } from '../who.ts'
import { busyStates } from './jobs.ts'

/** So long a process may be silent before another goes on with its job. */
export const leaseMs = 3_500

/** Takes a job that nobody works on; several processes may try, one gets it. */
export async function takeJob(deps: HttpDeps, worker: string): Promise<string | undefined> {
  const { city } = cityOf(deps)
  const now = deps.now()
  const free = await reached(() =>
    deps.db.read
      .selectFrom('import_job')
      .select('id')
      .where('city', '=', city)
      .where('state', 'in', [...busyStates])
      .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', moment(now))]))
      .orderBy('id')
      .limit(4)
      .execute(),
  )
  for (const { id } of free) {
    const taken = await reached(() =>
      deps.db.read
        .updateTable('import_job')
        .set({ held_by: worker, held_until: momentOf(now + leaseMs) })
        .where('city', '=', city)
        .where('id', '=', id)
        .where('state', 'in', [...busyStates])
        .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', moment(now))]))
        .executeTakeFirst(),
    )
    if (taken.numUpdatedRows > 0n) return id
  }
  return undefined
}

/** Says that the work goes on; false when the job was stopped or another process has it now. */
export async function keepJob(deps: HttpDeps, id: string, worker: string): Promise<boolean> {
  const kept = await reached(() =>
    deps.db.read
      .updateTable('import_job')
      .set({ held_until: momentOf(deps.now() + leaseMs) })
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .where('held_by', '=', worker)
      .where('state', 'in', [...busyStates])
      .executeTakeFirst(),
  )
  return kept.numUpdatedRows > 0n
}

/** A process that ends lets others go on at once. */
export async function leaveJob(deps: HttpDeps, id: string, worker: string): Promise<void> {
  await deps.db.read
    .updateTable('import_job')
    .set({ held_by: null, held_until: null })
    .where('city', '=', cityOf(deps).city)
    .where('id', '=', id)
    .where('held_by', '=', worker)
    .execute()
}

const keptMs = 30 * dayMs

/** Removes uploaded sheets with what became of their rows after thirty days, and gives how many. */
export async function sweepJobs(
  { db }: Pick<HttpDeps, 'db'>,
  city: number,
  now: Instant,
): Promise<number> {
  const old = await db.read
    .selectFrom('import_job')
    .select('id')
    .where('city', '=', city)
    .where('at', '<', moment(now - keptMs))
    .where('state', 'not in', [...busyStates])
    .limit(100)
    .execute()
  for (const { id } of old) {
    await db.read.deleteFrom('import_row').where('city', '=', city).where('job', '=', id).execute()
    await db.read.deleteFrom('import_job').where('city', '=', city).where('id', '=', id).execute()
  }
  return old.length
}
