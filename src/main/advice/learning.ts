import { sql } from 'kysely'
import { titledText } from '../../platform/suggest/features.ts'
import { seedRows } from '../../platform/suggest/seed-rows.ts'
import {
  type LabelledText,
  type Suggester,
  suggesterFrom,
} from '../../platform/suggest/suggester.ts'
import type { HttpDeps } from '../../platform/http/deps.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import { dutyList, type DutyReads } from './duty-list.ts'
import { trained, type Trainers } from './trained.ts'

export type Learning = { current(): Suggester | undefined; stop(): void }

/** Learns which words speak for which category: from the lists at first, and from the city's own
 *  handled appeals as they come, in the background. */
export function startLearning(deps: HttpDeps, say: (error: unknown) => void): Learning {
  let suggester: Suggester | undefined
  let learned = -1
  let lists = ''
  let busy = false
  let triedAt = -Infinity
  let restMs = 0
  const trainers: Trainers = new Set()

  async function look(): Promise<void> {
    const state = deps.state()
    if (busy || state === undefined || performance.now() - triedAt < restMs) return
    busy = true
    // What fails once may fail each time, and costs seconds of work.
    triedAt = performance.now()
    restMs = Math.min(longestRestMs, restMs === 0 ? lookEveryMs : restMs * 2)
    try {
      const handled = await countHandled(deps, state)
      const grown = handled > learned * 1.2 + 50 || learned < 0
      if (!grown && lists === state.version) {
        restMs = 0
        return
      }
      suggester = suggesterFrom(await trained(textsOf(deps, state), trainers)) ?? suggester
      learned = handled
      lists = state.version
      restMs = 0
    } finally {
      busy = false
    }
  }

  let isStopped = false
  const quietly = () =>
    void look().catch((error: unknown) => {
      if (!isStopped) say(error)
    })
  const timer = setInterval(quietly, lookEveryMs)
  timer.unref()
  setTimeout(quietly, 200).unref()
  return {
    current: () => suggester,
    stop() {
      isStopped = true
      clearInterval(timer)
      for (const trainer of trainers) trainer.kill()
    },
  }
}

const lookEveryMs = 30_000
const longestRestMs = 3_600_000

/** What the categories and the duty list say in their own words. */
export async function declared(
  deps: DutyReads,
  state: CityState,
): Promise<readonly LabelledText[]> {
  const categories = (state.lists['categories'] ?? []).filter((item) => item.parent !== undefined)
  const items = await dutyList(deps, state)
  return seedRows([
    ...categories.map(({ value, label, keywords = [] }) => ({
      label: value,
      name: label,
      keywords,
    })),
    ...items.flatMap((item) =>
      item.categories.map((label) => ({ label, name: item.name, keywords: item.keywords })),
    ),
  ])
}

async function countHandled(deps: HttpDeps, { city }: CityState): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from record where city = ${city} and kind = 'resident-appeal' and t1 is not null
    limit ${most}) as handled`.execute(deps.db.read)
  return rows[0]?.n ?? 0
}

/** The newest answered appeals with the categories they were handled under. */
export async function decided(
  deps: DecidedReads,
  state: CityState,
): Promise<readonly LabelledText[]> {
  const all: LabelledText[] = []
  for await (const some of decidedPages(deps, state)) all.push(...some)
  return all
}

type DecidedReads = Pick<HttpDeps, 'db' | 'keys'>

async function* textsOf(deps: HttpDeps, state: CityState): AsyncGenerator<readonly LabelledText[]> {
  yield await declared(deps, state)
  yield* decidedPages(deps, state)
}

/** Page by page: opening all at once would hold up what else is asked. */
async function* decidedPages(
  deps: DecidedReads,
  { city }: CityState,
): AsyncGenerator<readonly LabelledText[]> {
  for (let from = 0; from < most; from += page) {
    const { rows } = await sql<{
      title: string
      category: string
      id: string
      text: string | null
    }>`
      select r.title, r.k1 as category, c.id, c.text
      from (select id, title, k1, fields from record
        where city = ${city} and kind = 'resident-appeal' and t1 is not null and k1 is not null
        order by t1 desc, id desc limit ${page} offset ${from}) r
      left join content c on c.city = ${city}
        and c.id = (r.fields->'detail'->>'content')::uuid`.execute(deps.db.read)
    yield rows.map(({ title, category, id, text }) => ({
      text: titledText(title, text === null ? '' : deps.keys.openWords(id, text)),
      label: category,
    }))
    if (rows.length < page) return
  }
}

const most = 6_000
const page = 250
