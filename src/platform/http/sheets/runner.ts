import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { heldPosts } from '../../identity/posts.ts'
import { isAway } from '../../store/faults.ts'
import type { HttpDeps } from '../deps.ts'
import { Refused } from '../errors.ts'
import { cityOf } from '../who.ts'
import { sheetAt } from './at.ts'
import { findJob, type Job, type JobState, moveJob } from './jobs.ts'
import { keepJob, leaseMs, leaveJob, takeJob } from './leases.ts'
import type { GoesOn } from './side-by-side.ts'
import { undoSheet } from './undo.ts'
import { checkSheet, writeSheet } from './work.ts'

export type Runner = {
  /** There is work: the next look is now. */
  readonly poke: () => void
  readonly stop: () => Promise<void>
}

const hands = 2
const lookMs = 1_000

/**
 * Works on sheets that were brought in: those just uploaded, and those another process left behind.
 * Whatever it is broken off in goes on where it was, here or elsewhere.
 */
export function startRunner(deps: HttpDeps, onFault: (error: unknown) => void): Runner {
  const stopping = new AbortController()
  let poked = new AbortController()
  const look = async () => {
    const worker = randomUUID()
    while (!stopping.signal.aborted) {
      const idle = await onePass(deps, { worker, signal: stopping.signal }).catch(
        (error: unknown) => {
          if (!isAway(error)) onFault(error)
          return true
        },
      )
      const wakes = AbortSignal.any([stopping.signal, poked.signal])
      if (idle) await pause(lookMs, undefined, { signal: wakes }).catch(() => undefined)
    }
  }
  const running = Promise.all(Array.from({ length: hands }, look))
  return {
    poke() {
      poked.abort()
      poked = new AbortController()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

type Hand = { readonly worker: string; readonly signal: AbortSignal }

/** Takes one job and works on it; true when there was none. */
async function onePass(deps: HttpDeps, hand: Hand): Promise<boolean> {
  if (deps.state() === undefined) return true
  const id = await takeJob(deps, hand.worker)
  const job = id === undefined ? undefined : await findJob(deps, id)
  if (job === undefined) return true
  const beat = setInterval(() => {
    keepJob(deps, job.id, hand.worker).catch(() => undefined)
  }, leaseMs / 3)
  try {
    await workOn(deps, job, async () => {
      if (hand.signal.aborted || !(await keepJob(deps, job.id, hand.worker))) throw new Ended()
    })
  } catch (error) {
    if (error instanceof Refused) await giveUp(deps, job, error.body.says)
    else if (!(error instanceof Ended)) {
      if (!isAway(error)) await giveUp(deps, job, '系统出错，没有办完；可以再试一次')
      throw error
    }
  } finally {
    clearInterval(beat)
    await leaveJob(deps, job.id, hand.worker).catch(() => undefined)
  }
  return false
}

/** The work was stopped, or is another's now. */
class Ended extends Error {}

async function workOn(deps: HttpDeps, job: Job, goesOn: GoesOn): Promise<void> {
  const { city } = cityOf(deps)
  const [post] = await heldPosts(deps.db, { city, now: deps.now() }, { id: job.post })
  if (post === undefined) return giveUp(deps, job, '导入人已不在这个岗位，没有继续')
  const at = sheetAt(deps, post, job)
  if (job.state === 'checking') return checkSheet(at, job, goesOn)
  return job.state === 'writing' ? writeSheet(at, job, goesOn) : undoSheet(at, job, goesOn)
}

const afterFault: Readonly<Partial<Record<JobState, JobState>>> = {
  checking: 'unreadable',
  writing: 'stopped',
  undoing: 'written',
}

async function giveUp(deps: HttpDeps, { id, state }: Job, says: string): Promise<void> {
  const to = afterFault[state]
  if (to !== undefined) await moveJob(deps, { id, from: [state], to, says })
}
