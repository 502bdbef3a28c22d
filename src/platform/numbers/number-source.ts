import { addDays, type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { casesPerDay, formatCaseNumber } from './case-number.ts'

export type NumberSource = {
  /** The next number of a moment's day, without waiting. */
  next(at: Instant): string
  /** Takes blocks ahead for today and tomorrow where they run low. */
  refill(): Promise<void>
  stop(): void
}

type Options = {
  /** Gives the block that comes next on a day, to this process and to no other. */
  readonly takeBlock: (day: Day) => Promise<number>
  readonly now: () => Instant
  /** A number from 0 up to 1, for days whose blocks nobody takes. */
  readonly random: () => number
  readonly onError: (error: unknown) => void
}

/**
 * Case numbers from blocks that each process takes ahead, so that no writer waits for another;
 * what is left of a block when a process ends is never used. A day long past gets numbers from
 * the upper half of its range, from a start of this process's own.
 */
export function numberSource({ takeBlock, now, random, onError }: Options): NumberSource {
  const left = new Map<Day, { next: number; end: number }[]>()
  const past = new Map<Day, number>()
  let filling: Promise<void> | undefined

  async function fill(day: Day): Promise<void> {
    const blocks = left.get(day) ?? []
    const sum = blocks.reduce((all, block) => all + block.end - block.next, 0)
    if (sum > blockSize / 2) return
    const at = (await takeBlock(day)) * blockSize
    if (at + blockSize > firstOfPast) throw new Error(`the numbers of ${day} are used up`)
    left.set(day, [...blocks, { next: at, end: at + blockSize }])
  }

  function refill(): Promise<void> {
    const today = dayOf(now())
    for (const day of left.keys()) if (day < addDays(today, -1)) left.delete(day)
    filling ??= Promise.all([fill(today), fill(addDays(today, 1))])
      .then(() => undefined)
      .finally(() => (filling = undefined))
    return filling
  }

  function take(day: Day): number | undefined {
    const blocks = left.get(day) ?? []
    const block = blocks.find((one) => one.next < one.end)
    if (block === undefined) return undefined
    block.next += 1
    if (block.end - block.next < blockSize / 2) void refill().catch(onError)
    return block.next - 1
  }

  function takeOfPast(day: Day): number {
    const next = past.get(day) ?? firstOfPast + Math.floor(random() * pastSpread)
    past.set(day, next + 1)
    return next
  }

  const timer = setInterval(() => void refill().catch(onError), 60_000)
  timer.unref()
  return {
    next(at) {
      const day = dayOf(at)
      return formatCaseNumber(day, take(day) ?? takeOfPast(day))
    },
    refill,
    stop: () => clearInterval(timer),
  }
}

const blockSize = 5_000
const firstOfPast = Math.floor(casesPerDay / 2)
const pastSpread = Math.floor(casesPerDay / 2) - 1_000_000
