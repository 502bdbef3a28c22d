import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/store/database.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { type Population, populationSetting } from '../../platform/world/populations.ts'
import { demoAreas } from './areas.ts'
import { between, seededRandom } from './random.ts'
import { chunks } from './write-city.ts'

/** Round figures of nobody: each street's invented, those above it the sum of what lies below. */
function demoPopulations(year: number): ReadonlyMap<number, Population> {
  const areas = demoAreas()
  const random = seededRandom(1_500)
  const people = new Map<number, number>()
  const below = (code: number) =>
    areas.filter(({ parent }) => parent === code).map(({ code: own }) => people.get(own) ?? 0)
  for (const { code, level } of areas)
    if (level === 'street') people.set(code, between(random, 20, 120) * 1_000)
  for (const level of ['district', 'city'] as const)
    for (const { code } of areas.filter((area) => area.level === level))
      people.set(
        code,
        below(code).reduce((sum, one) => sum + one, 0),
      )
  return new Map(
    [...people]
      .filter(([, own]) => own > 0)
      .map(([code, own]) => [code, { people: own, year, source: '演示用的整数，不是公布的人口' }]),
  )
}

/** Written again it changes nothing. */
export async function writePopulations(
  db: Database,
  { city, from, now }: { readonly city: number; readonly from: Instant; readonly now: Instant },
): Promise<void> {
  const year = new Date(now).getUTCFullYear() - 1
  for (const some of chunks([...demoPopulations(year)]))
    await db.read
      .insertInto('setting')
      .values(
        some.map(([area, said]) => ({
          city,
          name: `${populationSetting}${area}`,
          version: '1',
          valid_from: momentOf(from),
          value: JSON.stringify(said),
          by_post: null,
          at: momentOf(now),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
