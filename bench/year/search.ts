import { logins, street } from '../load/appeal-life.ts'
import { openCrew } from '../load/workers.ts'
import { lessIsBetter, type Line, median } from '../line.ts'
import { withProduct } from '../product/databases.ts'
import { type Cities, settled, type SizedCity } from './cities.ts'

const searched = [
  '路灯不亮',
  '噪音',
  '物业费',
  '井盖',
  '垃圾',
  '电梯',
  '停水',
  '占道经营',
  '漏水',
  '施工',
]

/** Words looked for within a street, a page of twenty: the median over words and rounds. */
export async function searchLines(
  cities: Cities,
  { rounds }: { readonly rounds: number },
): Promise<readonly Line[]> {
  const small = await timeIn(cities.home, cities.small, rounds)
  const large = await timeIn(cities.home, cities.large, rounds)
  const name = `search-at-${cities.large.records}`
  return [lessIsBetter({ name, ours: large, limit: small * 1.5, unit: 'ms' })]
}

async function timeIn(home: string, city: SizedCity, rounds: number): Promise<number> {
  await settled(city)
  return withProduct({ home, url: city.url }, async ({ url }) => {
    const crew = await openCrew(url, { connections: 1, logins })
    const times: number[] = []
    await crew.run(searched.length * (rounds + 1), async (worker, index) => {
      const words = encodeURIComponent(searched[index % searched.length] ?? '')
      const began = performance.now()
      await worker.read(street, `/api/records/resident-appeal?q=${words}`)
      if (index >= searched.length) times.push(performance.now() - began)
    })
    crew.close()
    return median(times)
  })
}
