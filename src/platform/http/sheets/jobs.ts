import { reached } from '../../store/faults.ts'
import { momentOf } from '../../store/value-types.ts'
import type { HttpDeps } from '../deps.ts'
import { cityOf } from '../who.ts'

export const jobStates = [
  'checking',
  'unreadable',
  'checked',
  'writing',
  'stopped',
  'written',
  'undoing',
  'undone',
] as const
export type JobState = (typeof jobStates)[number]

/** States in which the server works on a job by itself. */
export const busyStates = ['checking', 'writing', 'undoing'] as const satisfies readonly JobState[]

export type Job = {
  readonly id: string
  readonly kind: string
  readonly command: string
  readonly post: string
  readonly name: string
  readonly state: JobState
  readonly says: string | null
  readonly at: number
}

const columns = ['id', 'kind', 'command', 'post', 'name', 'state', 'says', 'at'] as const

export type NewJob = Pick<Job, 'kind' | 'command' | 'post' | 'name'> & { readonly bytes: Buffer }

/** Keeps an uploaded sheet as a job that waits to be checked. What people wrote in it lies sealed. */
export async function createJob(deps: HttpDeps, { bytes, ...job }: NewJob): Promise<string> {
  const id = deps.newId()
  await reached(() =>
    deps.db.read
      .insertInto('import_job')
      .values({
        city: cityOf(deps).city,
        id,
        ...job,
        bytes: deps.keys.seal(bytes.toString('base64')),
        state: 'checking',
        at: momentOf(deps.now()),
      })
      .execute(),
  )
  return id
}

export async function findJob(deps: HttpDeps, id: string): Promise<Job | undefined> {
  const row = await reached(() =>
    deps.db.read
      .selectFrom('import_job')
      .select(columns)
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return row && { ...row, state: stateIn(row.state) }
}

/** The last jobs of a post, of one kind. */
export async function jobsOf(
  deps: HttpDeps,
  { post, kind }: { readonly post: string; readonly kind: string },
): Promise<readonly Job[]> {
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('import_job')
      .select(columns)
      .where('city', '=', cityOf(deps).city)
      .where('post', '=', post)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .limit(20)
      .execute(),
  )
  return rows.map((row) => ({ ...row, state: stateIn(row.state) }))
}

export async function bytesOf(deps: HttpDeps, id: string): Promise<Buffer> {
  const { bytes } = await reached(() =>
    deps.db.read
      .selectFrom('import_job')
      .select('bytes')
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return Buffer.from(deps.keys.open(bytes), 'base64')
}

/** What was typed once for all the records that are taken back. */
export async function inputOfUndo(deps: HttpDeps, id: string): Promise<Record<string, unknown>> {
  const row = await reached(() =>
    deps.db.read
      .selectFrom('import_job')
      .select('input')
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  const read: unknown = row.input === null ? {} : JSON.parse(deps.keys.open(row.input))
  return typeof read === 'object' && read !== null ? { ...read } : {}
}

type Move = {
  readonly id: string
  readonly from: readonly JobState[]
  readonly to: JobState
  readonly says?: string | null
  readonly input?: unknown
}

/** Moves a job from one of some states to another; false when it has moved meanwhile. */
export async function moveJob(deps: HttpDeps, { id, from, to, says, input }: Move) {
  const done = await reached(() =>
    deps.db.read
      .updateTable('import_job')
      .set({
        state: to,
        says: says ?? null,
        held_by: null,
        held_until: null,
        ...(input === undefined ? {} : { input: deps.keys.seal(JSON.stringify(input)) }),
      })
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .where('state', 'in', [...from])
      .executeTakeFirst(),
  )
  return done.numUpdatedRows > 0n
}

function stateIn(text: string): JobState {
  const state = jobStates.find((one) => one === text)
  if (state === undefined) throw new Error(`no import job is ${text}`)
  return state
}
