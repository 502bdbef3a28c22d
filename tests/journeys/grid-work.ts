import { findingCategories } from '../../src/main/demo/finding-categories.ts'
import type { Database } from '../../src/platform/store/database.ts'
import { unitNamed } from './main-job-stage.ts'
import type { Official } from './official.ts'

export type Arrived = {
  readonly id: string
  readonly number: string
  readonly category: string
  readonly foundBy: string
  readonly photos: number
}

/** Every finding that the platform has, as its store says. */
export async function findingsOf(db: Database): Promise<readonly Arrived[]> {
  const rows = await db.read
    .selectFrom('record')
    .select(['id', 'number', 'fields'])
    .where('kind', '=', 'grid-finding')
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, number, fields }) => {
    const { category, foundBy, photos } = Object(fields)
    return {
      id,
      number,
      category: String(category),
      foundBy: String(foundBy),
      photos: Array.isArray(photos) ? photos.length : 0,
    }
  })
}

/** The community looks into a finding, takes it on itself and settles it. */
export async function handleFinding(worker: Official, id: string): Promise<void> {
  const ask = (command: string, data: object) =>
    worker.post(`/api/grid-finding/${id}/${command}`, { data })
  await ask('verify', { limitClass: 'ordinary' })
  await ask('dispatch', { handler: unitNamed('华山街道翠湖西路社区') })
  await ask('sign', {})
  await ask('finish', { result: '垃圾已清运，并增加一次巡查。' })
}

/** The city's code for what is said on a button. */
export function codeOf(category: string): string {
  const found = findingCategories.find(({ label }) => label === category)
  if (found === undefined) throw new Error(`the demo city has no category ${category}`)
  return found.value
}
