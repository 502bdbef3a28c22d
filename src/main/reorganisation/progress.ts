import { z } from 'zod'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/store/database.ts'
import { readSettings, writeSetting } from '../../platform/world/settings.ts'

/** How far a reorganisation has come, kept beside the city's settings so that any process can go
 *  on with it. Written first in one transaction with the areas and units it changes. */
export type Progress = {
  /** Since when it holds. */
  readonly at: Instant
  readonly records: Readonly<Record<string, number>>
  readonly done: number
}

const shape = z.object({
  at: z.number(),
  records: z.record(z.string(), z.number()),
  done: z.number(),
})

export function progressName(id: string): string {
  return `reorganisation:${id}`
}

export async function readProgress(
  db: Database,
  city: number,
  id: string,
): Promise<Progress | undefined> {
  const [found] = await readSettings(db, city, progressName(id))
  return found === undefined ? undefined : shape.parse(found.value)
}

export async function writeProgress(
  db: Database,
  { city, id, progress, now }: { city: number; id: string; progress: Progress; now: Instant },
): Promise<void> {
  const name = progressName(id)
  await writeSetting(db, { city, name, version: '1', from: progress.at, value: progress, at: now })
}

export function totalOf(records: Readonly<Record<string, number>>): number {
  return Object.values(records).reduce((sum, n) => sum + n, 0)
}
