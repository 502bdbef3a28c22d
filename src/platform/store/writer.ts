import type pg from 'pg'
import { codeOf, isAway, StoreAway } from './faults.ts'
import { openLanes } from './lanes.ts'

export type Writer = {
  /** Calls the commit function with its values. See `commit` for what the answers mean. */
  commit(values: readonly unknown[]): Promise<string | null>
  close(): Promise<void>
}

const laneCount = 4

/** The commit function, on four pipelined connections. */
export function openWriter(newClient: () => pg.Client): Writer {
  const lanes = openLanes(newClient, laneCount)
  let text = ''
  return {
    async commit(values) {
      text ||= textFor('commit_ask', values.length)
      try {
        const rows = await lanes.run<{ said: string | null }>({ name: 'commit', text, values })
        return rows[0]?.said ?? null
      } catch (error) {
        return saidBy(error)
      }
    },
    close: () => lanes.close(),
  }
}

export function saidBy(error: unknown): string {
  const code = codeOf(error)
  if (code === 'TX001' && error instanceof Error) return error.message
  // Two commits that waited for each other, or met in a unique key: decided again.
  if (code === '40P01' || code === '40001' || code === '23505') return 'conflict'
  throw isAway(error) ? new StoreAway(error) : error
}

export function textFor(name: string, size: number): string {
  const places = Array.from({ length: size }, (_, index) => `$${index + 1}`)
  return `select ${name}(${places.join(', ')}) as said`
}
