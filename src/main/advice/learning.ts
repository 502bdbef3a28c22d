import { Worker } from 'node:worker_threads'
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

export type Learning = { current(): Suggester | undefined; stop(): void }

/** Learns which words speak for which category: from the lists at first, and from the city's own
 *  handled appeals as they come, in the background. */
export function startLearning(deps: HttpDeps): Learning {
  let suggester: Suggester | undefined
  let learned = -1
  let lists = ''
  let busy = false
  const workers = new Set<Worker>()

  async function look(): Promise<void> {
    const state = deps.state()
    if (busy || state === undefined) return
    busy = true
    try {
      const handled = await countHandled(deps, state)
      const grown = handled > learned * 1.2 + 50 || learned < 0
      if (!grown && lists === state.version) return
      const rows = [...(await declared(deps, state)), ...(await decided(deps, state))]
      if (rows.length === 0) return
      suggester = suggesterFrom(JSON.parse(await train(rows, workers))) ?? suggester
      learned = handled
      lists = state.version
    } finally {
      busy = false
    }
  }

  const quietly = () => void look().catch(() => undefined)
  const timer = setInterval(quietly, 30_000)
  timer.unref()
  setTimeout(quietly, 200).unref()
  return {
    current: () => suggester,
    stop() {
      clearInterval(timer)
      for (const worker of workers) void worker.terminate()
    },
  }
}

function train(rows: readonly LabelledText[], workers: Set<Worker>): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: rows })
    worker.unref()
    workers.add(worker)
    worker.once('message', (text: string) => resolve(text))
    worker.once('error', reject)
    worker.once('exit', () => {
      workers.delete(worker)
      reject(new Error('learning was stopped'))
    })
  })
}

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
  deps: Pick<HttpDeps, 'db' | 'keys'>,
  { city }: CityState,
): Promise<readonly LabelledText[]> {
  const { rows } = await sql<{ title: string; category: string; id: string; text: string | null }>`
    select r.title, r.k1 as category, c.id, c.text
    from (select id, title, k1, fields from record
      where city = ${city} and kind = 'resident-appeal' and t1 is not null and k1 is not null
      order by t1 desc limit ${most}) r
    left join content c on c.city = ${city} and c.id = (r.fields->'detail'->>'content')::uuid`.execute(
    deps.db.read,
  )
  return rows.map(({ title, category, id, text }) => ({
    text: titledText(title, text === null ? '' : deps.keys.openWords(id, text)),
    label: category,
  }))
}

const most = 6_000
