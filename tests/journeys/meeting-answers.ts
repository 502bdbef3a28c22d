import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the server answers whoever is signed in on a page. */
export async function answerOf(page: Page, path: string): Promise<unknown> {
  const answer = await page.request.get(path)
  expect({ path, status: answer.status() }).toEqual({ path, status: 200 })
  const body: unknown = await answer.json()
  return body
}

/** Effects and clocks take a moment. */
export async function waitForState(page: Page, id: string, state: string): Promise<void> {
  await expect
    .poll(() => answerOf(page, `/api/record/${id}`), { timeout: 15_000 })
    .toMatchObject({ record: { state } })
}
