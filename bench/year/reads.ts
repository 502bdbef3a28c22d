import { desk, logins, openAppeal, street } from '../load/appeal-life.ts'
import { openCrew } from '../load/workers.ts'
import { lessIsBetter, type Line, never } from '../line.ts'
import { sequentialScans } from '../sequential-scans.ts'
import { behind } from './background.ts'
import { type Cities, settled, type SizedCity } from './cities.ts'
import { openSide } from './side.ts'

type Size = { readonly reads: number; readonly waiting: number }
type Asked = { readonly name: string; readonly login: string; readonly path: string }
type Times = ReadonlyMap<string, { readonly quiet: number; readonly loaded: number }>

/** One after another: how long somebody waits. How many can read at once is measured with the lists. */
const readers = 1

/** What desks look at all day, one read in a hundred being slower than this: alone and under load. */
export async function readLines(cities: Cities, size: Size): Promise<readonly Line[]> {
  // Counting, which numbers are compared with, reads whole tables.
  const before = await sequentialScans(cities.large.url)
  const small = await timesOf(cities, cities.small, size)
  const large = await timesOf(cities, cities.large, size)
  const lines = [...large].flatMap(([name, { quiet, loaded }]) => {
    const before = small.get(name)
    const unit = 'ms'
    const growth = `${name}-p99-at-${cities.large.records}`
    return [
      lessIsBetter({ name: `${name}-p99`, ours: quiet, limit: 15, unit }),
      lessIsBetter({ name: `${name}-p99-under-load`, ours: loaded, limit: 50, unit }),
      lessIsBetter({ name: growth, ours: quiet, limit: (before?.quiet ?? 0) * 1.2, unit }),
    ]
  })
  const scans = await sequentialScans(cities.large.url, before.count)
  const { count, words } = scans
  return [...lines, never({ name: 'sequential-scans', ours: count, unit: 'scans', note: words })]
}

async function timesOf(
  { home }: Cities,
  city: SizedCity,
  { reads, waiting }: Size,
): Promise<Times> {
  const side = await openSide(home, city)
  const crew = await openCrew(side.product.url, { connections: readers, logins })
  try {
    let opened = ''
    await side.crew.run(waiting, async (worker, index) => {
      opened = (await openAppeal(worker, index, 'resident-appeal')).id
    })
    await settled(city)
    const asked: readonly Asked[] = [
      { name: 'inbox', login: street, path: '/api/todos' },
      { name: 'open-list', login: desk, path: '/api/records/resident-appeal?open=1&sort=due' },
      { name: 'record', login: street, path: `/api/record/${opened}` },
    ]
    const p99 = async ({ login, path }: Asked) => {
      const times: number[] = []
      await crew.run(reads, async (worker, index) => {
        const began = performance.now()
        await worker.read(login, path)
        // The first of each connection find nothing prepared.
        if (index >= readers * 2) times.push(performance.now() - began)
      })
      return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0
    }
    const found = new Map<string, { quiet: number; loaded: number }>()
    for (const one of asked) found.set(one.name, { quiet: await p99(one), loaded: 0 })
    await behind(side.crew, async () => {
      for (const one of asked) {
        const own = found.get(one.name)
        if (own !== undefined) own.loaded = await p99(one)
      }
    })
    return found
  } finally {
    crew.close()
    await side.stop()
  }
}
