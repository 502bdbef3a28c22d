import { asApiError, type ApiError } from '../api/api-error.ts'
import type { PartyKey } from '../api/types.ts'

export type BulkTarget = {
  readonly kind: string
  readonly id: string
  readonly party?: PartyKey
}

export type BulkJob = {
  readonly command: string
  readonly label: string
  readonly targets: readonly BulkTarget[]
  readonly data: Readonly<Record<string, unknown>>
  /** One id for the whole: what was sent and not answered is sent again and done once. */
  readonly ask: string
}

export type BulkAnswer = {
  readonly done: number
  readonly refused: readonly BulkRefusal[]
}

export type BulkRefusal = { readonly id: string; readonly number: string; readonly says: string }

export type BulkRun = {
  readonly job: BulkJob
  /** How many have been answered, done or refused. */
  readonly answered: number
  readonly done: number
  readonly refused: readonly BulkRefusal[]
  readonly is: 'running' | 'stopped' | 'finished'
  readonly error?: ApiError | undefined
}

export type BulkRuns = {
  readonly watch: (heard: () => void) => () => void
  readonly current: (list: string) => BulkRun | undefined
  readonly start: (list: string, job: BulkJob) => Promise<void>
  /** Goes on where an error broke it off. */
  readonly resume: (list: string) => Promise<void>
  readonly forget: (list: string) => void
}

const atOnce = 10

/** Work on many records, a few at a time, so that its progress is seen. It goes on while another
 *  page is looked at; what an error broke off is kept and can be gone on with. */
export function makeBulkRuns(
  send: (job: BulkJob, targets: readonly BulkTarget[]) => Promise<BulkAnswer>,
  after: () => void,
): BulkRuns {
  const runs = new Map<string, BulkRun>()
  const heard = new Set<() => void>()
  const put = (list: string, run: BulkRun | undefined) => {
    if (run === undefined) runs.delete(list)
    else runs.set(list, run)
    for (const hear of heard) hear()
  }
  const go = async (list: string) => {
    for (let run = runs.get(list); run?.is === 'running'; run = runs.get(list)) {
      const next = await stepOf(run, send)
      put(list, next)
      if (next.is !== 'running') after()
    }
  }
  return {
    watch: (hear) => {
      heard.add(hear)
      return () => heard.delete(hear)
    },
    current: (list) => runs.get(list),
    start: async (list, job) => {
      put(list, { job, answered: 0, done: 0, refused: [], is: 'running' })
      await go(list)
    },
    resume: async (list) => {
      const run = runs.get(list)
      if (run?.is !== 'stopped') return
      put(list, { ...run, is: 'running', error: undefined })
      await go(list)
    },
    forget: (list) => {
      if (runs.get(list)?.is !== 'running') put(list, undefined)
    },
  }
}

async function stepOf(
  run: BulkRun,
  send: (job: BulkJob, targets: readonly BulkTarget[]) => Promise<BulkAnswer>,
): Promise<BulkRun> {
  const { job, answered } = run
  const targets = job.targets.slice(answered, answered + atOnce)
  if (targets.length === 0) return { ...run, is: 'finished' }
  try {
    const { done, refused } = await send(job, targets)
    return {
      ...run,
      answered: answered + targets.length,
      done: run.done + done,
      refused: [...run.refused, ...refused],
      is: answered + targets.length >= job.targets.length ? 'finished' : 'running',
    }
  } catch (problem) {
    return { ...run, is: 'stopped', error: asApiError(problem) }
  }
}
