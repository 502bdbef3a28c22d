import type pg from 'pg'
import { type CommitValues, recordsIn, valuesOfMany } from './commit-many.ts'
import { codeOf, isAway, StoreAway } from './faults.ts'
import { openLanes } from './lanes.ts'
import { saidBy, textFor, type Writer } from './writer.ts'

const laneCount = 2
/** So many go by one call at most: what one call locks stays locked until all of it is done. */
const mostTogether = 64
/** With fewer, a call waits a little for more. */
const enough = 48
const patienceMs = 25

type Waiting = {
  readonly values: CommitValues
  readonly done: (said: string | null) => void
  readonly failed: (error: unknown) => void
}

/**
 * The commit function for asks that come side by side: those that wait are committed by one call. Where
 * one of them cannot be, none is, and each is committed by itself and hears what became of it.
 */
export function openGatheringWriter(newClient: () => pg.Client): Writer {
  const lanes = openLanes(newClient, laneCount)
  let waiting: readonly Waiting[] = []
  let underWay = 0
  let patience: NodeJS.Timeout | undefined

  return {
    commit: (values) =>
      new Promise((done, failed) => {
        waiting = [...waiting, { values, done, failed }]
        look()
      }),
    close: () => lanes.close(),
  }

  function look(): void {
    if (waiting.length >= enough) return send()
    patience ??= setTimeout(send, patienceMs)
  }

  function send(): void {
    clearTimeout(patience)
    patience = undefined
    while (waiting.length > 0 && underWay < laneCount) {
      const batch = batchOf(waiting)
      waiting = waiting.filter((one) => !batch.has(one))
      underWay += 1
      void together([...batch]).finally(() => {
        underWay -= 1
        if (waiting.length > 0) look()
      })
    }
  }

  async function together(batch: readonly Waiting[]): Promise<void> {
    const isDone = batch.length > 1 && (await areCommitted(batch))
    if (isDone === 'told') return
    if (isDone) for (const { done } of batch) done(null)
    else await Promise.all(batch.map(alone))
  }

  async function areCommitted(batch: readonly Waiting[]): Promise<boolean | 'told'> {
    try {
      const values = valuesOfMany(batch.map((one) => one.values))
      const text = textFor('commit_many', values.length)
      await lanes.run({ name: 'commit_many', text, values })
      return true
    } catch (error) {
      if (isForOneAlone(error)) return false
      for (const { failed } of batch) failed(isAway(error) ? new StoreAway(error) : error)
      return 'told'
    }
  }

  async function alone({ values, done, failed }: Waiting): Promise<void> {
    try {
      const text = textFor('commit_ask', values.length)
      const rows = await lanes.run<{ said: string | null }>({ name: 'commit', text, values })
      done(rows[0]?.said ?? null)
    } catch (error) {
      said(error, { done, failed })
    }
  }
}

/** Of what one of them asks the others know nothing: values that cannot be stored, keys that are taken,
 *  locks and races, and what the function says itself. All else is a fault of the call. */
function isForOneAlone(error: unknown): boolean {
  const code = codeOf(error)
  return !isAway(error) && /^(22|23|40|54|55|TX)/.test(code)
}

function said(error: unknown, { done, failed }: Pick<Waiting, 'done' | 'failed'>): void {
  try {
    done(saidBy(error))
  } catch (fault) {
    failed(fault)
  }
}

/** The first that wait, of one city and no record twice: what meets goes one after the other. */
function batchOf(waiting: readonly Waiting[]): ReadonlySet<Waiting> {
  const batch = new Set<Waiting>()
  const records = new Set<unknown>()
  for (const one of waiting) {
    const own = recordsIn(one.values)
    if (batch.size >= mostTogether || one.values[0] !== waiting[0]?.values[0]) break
    if (own.some((record) => records.has(record))) break
    for (const record of own) records.add(record)
    batch.add(one)
  }
  return batch
}
