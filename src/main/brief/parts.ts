import { sql } from 'kysely'
import { residentAppeal } from '../../capabilities/command-response/resident-appeal/kind.ts'
import { pathText, placeOf } from '../../kernel/directory.ts'
import { addDays, startOfDay } from '../../kernel/time.ts'
import { isSeen } from '../../platform/http/sight.ts'
import { recordRow } from '../../platform/http/record-row.ts'
import { loadRecords } from '../../platform/store/load.ts'
import { labelIn } from '../../platform/world/city-state.ts'
import { moment } from '../../platform/world/sql-moment.ts'
import { appealsIn, type BriefAt } from './sight.ts'

const shown = 5
const clusterDays = 7
const smallestCluster = 3

/** What is past its due moment, by the unit that answers for it. */
export async function lateByUnit(at: BriefAt) {
  const rows = await openByUnit(at, 'late')
  return Promise.all(
    rows.slice(0, 10).map(async ({ unit, late }) => ({
      unit: named(at, unit),
      count: late,
      rows: await rowsOf(
        at,
        await ids(
          openOnes(at)
            .where('record.unit', '=', unit)
            .where('record.due_at', '<', moment(at.now))
            .orderBy('record.due_at'),
        ),
      ),
    })),
  )
}

/** How much each unit has in hand, the most burdened first. */
export async function unitLoads(at: BriefAt) {
  const rows = await openByUnit(at, 'open')
  return rows.slice(0, 15).map(({ unit, open, late }) => ({ unit: named(at, unit), open, late }))
}

/** The same category in the same community, more than before: what may be one cause. */
export async function clusters(at: BriefAt) {
  const end = startOfDay(addDays(at.date, 1))
  const from = startOfDay(addDays(at.date, 1 - clusterDays))
  const before = startOfDay(addDays(at.date, 1 - 2 * clusterDays))
  const rows = await appealsIn(at)
    .where('record.opened_at', '>=', moment(before))
    .where('record.opened_at', '<', moment(end))
    .where('record.k1', 'is not', null)
    .where('record.community', 'is not', null)
    .groupBy(['record.k1', 'record.community'])
    .select(['record.k1 as category', 'record.community as area'])
    .select(sql<number>`count(*) filter (where record.opened_at >= ${moment(from)})::int`.as('n'))
    .select(sql<number>`count(*) filter (where record.opened_at < ${moment(from)})::int`.as('was'))
    .having(sql`count(*) filter (where record.opened_at >= ${moment(from)})`, '>=', smallestCluster)
    .orderBy('n', 'desc')
    .limit(30)
    .execute()
  const grown = rows.filter(({ n, was }) => n > was).slice(0, 8)
  return Promise.all(
    grown.map(async ({ category, area, n, was }) => {
      const place = placeOf(at.state.world.directory, area ?? 0)
      const found = appealsIn(at)
        .where('record.k1', '=', category)
        .where('record.community', '=', area)
        .where('record.opened_at', '>=', moment(from))
        .orderBy('record.opened_at', 'desc')
      return {
        category,
        categoryLabel: labelIn(at.state.lists, 'categories', category ?? ''),
        area: {
          code: area,
          path: place === undefined ? '' : pathText(at.state.world.directory, place),
        },
        place: place === undefined ? '' : pathText(at.state.world.directory, place),
        count: n,
        before: was,
        rows: await rowsOf(at, await ids(found)),
      }
    }),
  )
}

/** Disputes over who is responsible, and matters put off with a plan. */
export async function inState(at: BriefAt, states: readonly string[]) {
  const found = appealsIn(at)
    .where('record.closed_at', 'is', null)
    .where('record.state', 'in', [...states])
    .orderBy('record.opened_at')
  return rowsOf(at, await ids(found, 20))
}

function openOnes(at: BriefAt) {
  return appealsIn(at).where('record.closed_at', 'is', null).where('record.is', '=', 'working')
}

async function openByUnit(at: BriefAt, by: 'late' | 'open') {
  const rows = await openOnes(at)
    .where('record.unit', '>', 0)
    .groupBy('record.unit')
    .select('record.unit as unit')
    .select(sql<number>`count(*)::int`.as('open'))
    .select(sql<number>`count(*) filter (where record.due_at < ${moment(at.now)})::int`.as('late'))
    .execute()
  return rows.filter((row) => row[by] > 0).toSorted((a, b) => b[by] - a[by] || a.unit - b.unit)
}

type Query = ReturnType<typeof appealsIn>

async function ids(query: Query, most = shown): Promise<readonly string[]> {
  const rows = await query.select('record.id').limit(most).execute()
  return rows.map(({ id }) => id)
}

async function rowsOf(at: BriefAt, wanted: readonly string[]) {
  const { deps, state, post, now } = at
  const records = await loadRecords(deps.db, state.city, wanted)
  return wanted.flatMap((id) => {
    const record = records.get(id)?.record
    const actor = { by: 'post', post } as const
    if (record === undefined) return []
    if (!isSeen(residentAppeal, { world: state.world, record, actor })) return []
    const reviewOn = record.fields['reviewOn']
    return [{ ...recordRow(residentAppeal, record, { state, now }), reviewOn }]
  })
}

function named({ state }: BriefAt, unit: number) {
  return { id: unit, name: state.world.directory.units.get(unit)?.name ?? String(unit) }
}
