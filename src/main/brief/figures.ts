import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { addDays, startOfDay } from '../../kernel/time.ts'
import { readTally } from '../../platform/tallies/read.ts'
import { moment } from '../../platform/world/sql-moment.ts'
import { appealsIn, type BriefAt } from './sight.ts'

export type Figure = {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly base?: string
  readonly before?: number
}

/** The day's flows beside the day before's, and how things stand now. */
export async function figures(at: BriefAt): Promise<readonly Figure[]> {
  const yesterday = addDays(at.date, -1)
  const [flows, standing] = await Promise.all([flowsOf(at, yesterday), standingNow(at)])
  const flow = (name: string, label: string): Figure => ({
    name,
    label,
    value: flows.get(`${name}|${yesterday}`) ?? 0,
    before: flows.get(`${name}|${addDays(yesterday, -1)}`) ?? 0,
    base: '与前一日比',
  })
  const stand = (name: keyof typeof standing, label: string): Figure => ({
    name,
    label,
    value: standing[name],
  })
  return [
    flow('registered', '昨日受理'),
    flow('answered', '昨日答复'),
    stand('open', '在办'),
    stand('late', '已超时'),
    stand('dueToday', '今日到期'),
    stand('returned', '退单待审'),
    stand('suspended', '挂账'),
    flow('reopened', '昨日重办'),
    stand('recurrence', '同地复发（在办）'),
    stand('unsolved', '评为未解决（在办）'),
  ]
}

async function flowsOf({ deps, state, area }: BriefAt, yesterday: string) {
  const own = state.world.directory.areas.get(area)?.level ?? 'city'
  const level = own === 'grid' ? 'community' : own
  const cells = await readTally(deps.db, {
    city: state.city,
    level,
    areas: [area],
    kinds: ['resident-appeal'],
    measures: ['registered', 'answered', 'reopened'],
    from: addDays(yesterday, -1),
    to: yesterday,
    by: ['day'],
  })
  return new Map(cells.map(({ measure, day, n }) => [`${measure}|${day}`, n]))
}

async function standingNow(at: BriefAt) {
  const count = (condition: RawBuilder<SqlBool>) =>
    sql<number>`count(*) filter (where ${condition})::int`
  const working = sql<SqlBool>`record."is" = 'working'`
  const tomorrow = startOfDay(addDays(at.date, 1))
  const row = await appealsIn(at)
    .where('record.closed_at', 'is', null)
    .select([
      sql<number>`count(*)::int`.as('open'),
      count(sql<SqlBool>`${working} and record.due_at < ${moment(at.now)}`).as('late'),
      count(
        sql<SqlBool>`${working} and record.due_at >= ${moment(startOfDay(at.date))} and record.due_at < ${moment(tomorrow)}`,
      ).as('dueToday'),
      count(sql<SqlBool>`record.state in ('returned', 'ruling')`).as('returned'),
      count(sql<SqlBool>`record.state = 'suspended'`).as('suspended'),
      count(sql<SqlBool>`record.fields->>'recurrenceOf' is not null`).as('recurrence'),
      count(sql<SqlBool>`coalesce((record.fields->>'reopenings')::int, 0) > 0`).as('unsolved'),
    ])
    .executeTakeFirstOrThrow()
  return row
}
