import type { Post } from '../../../kernel/actor.ts'
import type { Line } from '../../../kernel/rehearsal.ts'
import { minuteMs } from '../../../kernel/time.ts'
import { patternOf } from './compare.ts'
import { type Pattern, written } from './pattern.ts'
import { askedLines } from './asked-lines.ts'
import { replayed, type Stage } from './replay.ts'
import type { SimulatedLife } from '../simulate.ts'

const marks = { ids: 'aaaaaaaa', clocks: 'aaaaaaac' } as const
const otherMarks = { ids: 'bbbbbbbb', clocks: 'bbbbbbbc' } as const

/** By how much later a life may happen within its day; the next when it changes by that. */
const spans = [50 * minuteMs, 10 * minuteMs, minuteMs]

/**
 * The pattern of a life that is over and had to do with no other: it is played twice by itself,
 * the second time later, and what differs tells what is another in each copy.
 */
export function madePattern(
  stage: Stage,
  life: SimulatedLife,
  posts: ReadonlyMap<string, Post>,
): Pattern | undefined {
  const last = life.steps.at(-1)
  const until = last?.after.closedAt
  const lines = until === undefined ? undefined : askedLines(life, posts)
  if (last === undefined || lines === undefined) return undefined
  const one = play(stage, lines, { marks, shift: 0, until: last.event.at })
  if (one === undefined || !isOver(one)) return undefined
  for (const span of spans) {
    const other = play(stage, lines, { marks: otherMarks, shift: span, until: last.event.at })
    const pattern = other && patternOf({ written: [one, other], marks: [marks, otherMarks], span })
    if (pattern !== undefined) return pattern
  }
  return undefined
}

function play(stage: Stage, lines: readonly Line[], how: Parameters<typeof replayed>[2]) {
  const again = replayed(stage, lines, how)
  return again && written(stage, again)
}

/** Closed, with nothing of it that another record could not have as well. */
function isOver({ steps, tables }: NonNullable<ReturnType<typeof written>>): boolean {
  const claims = tables.find(({ name }) => name === 'claim')
  return steps.at(-1)?.record.closedAt !== undefined && claims?.rows.length === 0
}
