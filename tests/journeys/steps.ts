import { expect } from 'vitest'
import type { Database } from '../../src/platform/store/database.ts'
import {
  type Counts,
  countsAt,
  eventsIn,
  levels,
  type Level,
  type Measures,
  movesBetween,
} from './main-job-store.ts'
import type { AskBody, Other } from './others.ts'

/** One step of an appeal's life: what is asked, who else tries it, and what it moves. */
export type Step = {
  readonly path: string
  readonly body: AskBody
  readonly others: readonly Other[]
  /** The right person does it, in the browser. */
  readonly does: () => Promise<void>
  readonly moves?: Moves
}

/** What moves wherever the appeal lies, and what moves for the unit that answers for it, where
 *  that is something else. */
export type Moves = { readonly area: Measures; readonly unit?: Measures }

type Story = {
  readonly db: Database
  readonly where: Readonly<Record<Level, number>>
  /** The appeal, once it has been asked. */
  readonly record: () => string | undefined
}

/**
 * Takes a step: everybody else is refused and leaves no event anywhere, then the right person does
 * it, which is one event of the record, and the counts of every level move by just what is said.
 */
export async function take(story: Story, step: Step): Promise<void> {
  const { db, where } = story
  const before = await eventsIn(db, story.record())
  const counted = await countsAt(db, where)
  const answers = await refusals(step)
  expect(answers.filter(({ status }) => status !== 403 && status !== 404)).toEqual([])
  expect(answers.length).toBeGreaterThan(2)
  expect(await eventsIn(db, story.record())).toEqual(before)
  await step.does()
  expect(await eventsIn(db, story.record())).toEqual({
    all: before.all + 1,
    ofRecord: before.ofRecord + 1,
  })
  expect(movesOf(counted, await countsAt(db, where))).toEqual(expectedMoves(step.moves))
}

/** One after the other, so that what one of them left behind would be seen as theirs. */
async function refusals({ path, body, others }: Step) {
  const answers: { readonly who: string; readonly status: number }[] = []
  for (const { who, ask } of others) answers.push({ who, status: await ask(path, body) })
  return answers
}

function movesOf(before: Counts, after: Counts) {
  return Object.fromEntries(
    levels.map((level) => [level, movesBetween(before[level], after[level])]),
  )
}

function expectedMoves({ area, unit = area }: Moves = { area: {} }) {
  return Object.fromEntries(levels.map((level) => [level, level === 'unit' ? unit : area]))
}
