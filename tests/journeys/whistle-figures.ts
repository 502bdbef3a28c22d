import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays, dayOf } from '../../src/kernel/time.ts'

type Figure = {
  readonly part: string
  readonly numerator: number
  readonly denominator: number
}

/** An indicator's parts for an area since yesterday, by name, as a signed-in page reads them. */
export async function figuresOf(page: Page, id: string, area: number) {
  const today = dayOf(Date.now())
  const path = `/api/indicators/${id}?area=${area}&from=${addDays(today, -1)}&to=${today}`
  const answer = await page.request.get(new URL(path, page.url()).href)
  expect(answer.status()).toBe(200)
  const { figures }: { figures: readonly Figure[] } = await answer.json()
  return Object.fromEntries(figures.map((figure) => [figure.part, figure]))
}

type Counted = { readonly name: string; readonly value: number }

/** What the overview of an area counts of a kind's records that began since yesterday, by name. */
export async function overviewOf(page: Page, kind: string, area: number) {
  const today = dayOf(Date.now())
  const query = `kind=${kind}&area=${area}&from=${addDays(today, -1)}&to=${today}`
  const answer = await page.request.get(new URL(`/api/overview?${query}`, page.url()).href)
  expect(answer.status()).toBe(200)
  const { cohorts }: { cohorts: readonly Counted[] } = await answer.json()
  return Object.fromEntries(cohorts.map(({ name, value }) => [name, value]))
}
