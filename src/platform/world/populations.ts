import { z } from 'zod'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { readSettings } from './settings.ts'

/** How many people live in an area, of which year, and who published it. */
export type Population = {
  readonly people: number
  readonly year: number
  readonly source: string
}

/** What was said of an area, and from when on it holds. */
type Since = { readonly said: Population; readonly from: Instant }

export const populationSetting = 'population:'

const shape = z.object({ people: z.number(), year: z.number(), source: z.string() })

export function populationIn(value: unknown): Population | undefined {
  const read = shape.safeParse(value)
  return read.success ? read.data : undefined
}

/** By area, as they held at a moment; areas of which nobody said it are left out. */
export async function readPopulations(
  db: Database,
  city: number,
  at: Instant,
): Promise<ReadonlyMap<number, Since>> {
  const settings = await readSettings(db, city, populationSetting)
  return new Map(
    settings.flatMap(({ name, from, value }) => {
      const said = populationIn(value)
      if (said === undefined || from > at) return []
      return [[Number(name.slice(populationSetting.length)), { said, from }] as const]
    }),
  )
}
