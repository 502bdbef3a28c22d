import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Database } from '../../src/platform/store/database.ts'
import { done, pick, press, told } from './official-page.ts'
import type { Other } from './others.ts'
import { eventsByPeople } from './whistle-store.ts'

export type WhistleStep = {
  readonly db: Database
  /** Whose events are looked at. */
  readonly record: string
  readonly others: readonly Other[]
  readonly path: string
  readonly data: object
  /** The right person in another post, or somebody who takes part but not in this. */
  readonly wrong: readonly Other[]
  readonly does: () => Promise<void>
}

/** Everybody else is refused and leaves no event anywhere; then the right person's ask is one. */
export async function takeStep(step: WhistleStep): Promise<void> {
  const { db, record, path, data, others, wrong, does } = step
  const before = await eventsByPeople(db, record)
  const answers: { readonly who: string; readonly status: number }[] = []
  for (const { who, ask } of [...others, ...wrong])
    answers.push({ who, status: await ask(path, { data }) })
  expect(answers.filter(({ status }) => status !== 403 && status !== 404)).toEqual([])
  expect(answers.length).toBeGreaterThan(3)
  expect(await eventsByPeople(db, record)).toEqual(before)
  await does()
  expect(await eventsByPeople(db, record)).toEqual({
    all: before.all + 1,
    ofRecord: before.ofRecord + 1,
  })
}

export async function presses(page: Page, label: string, says: string): Promise<void> {
  await press(page, label)
  await told(page, says)
}

export async function closes(page: Page, label: string, says = label): Promise<void> {
  await press(page, label)
  await done(page, says)
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  const radio = page.getByRole('article').getByRole('radio', { name: option })
  if ((await radio.count()) > 0) return radio.check()
  return pick(page, label, option)
}
