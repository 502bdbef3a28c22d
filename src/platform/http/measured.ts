import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Delta } from '../../kernel/derive.ts'
import type { Place } from '../../kernel/directory.ts'
import type { Counter, Kind } from '../../kernel/kind.ts'
import { addDays, isDay, startOfDay } from '../../kernel/time.ts'
import { moment } from '../world/sql-moment.ts'
import { invalid } from './errors.ts'

/** What of the counts a list stands behind. */
export type Measured = {
  /** Narrows records down by what indexes and rows know; may let through too much. */
  readonly conditions: readonly RawBuilder<SqlBool>[]
  /** Judges what was let through by the record's own events; absent where rows know it all. */
  readonly wanted?: (delta: Delta) => boolean
  /** Of what rows know: how much a record adds. */
  readonly adds?: RawBuilder<number>
  /** Counted by the units of parties, not by the unit that answers for the record. */
  readonly ofUnits?: boolean
}

type Asked = {
  readonly measure?: string | undefined
  readonly at?: string | undefined
  readonly state?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** True of places that lie in the area asked about. */
  readonly lies?: ((place: Place) => boolean) | undefined
  /** The same of what rows know. */
  readonly inArea?: RawBuilder<SqlBool> | undefined
  readonly unit?: number | undefined
  /** What was put away is among the records; its events are asked when it is judged. */
  readonly reaches?: boolean
  readonly categories?: readonly string[] | undefined
}

/** The records behind a number: a declared counter over its own days, or a stock as of a day. */
export function measuredBy(kind: Kind, asked: Asked): Measured | undefined {
  if (asked.measure !== undefined && asked.at !== undefined)
    throw invalid('一次只能看一个数背后的记录')
  if (asked.at !== undefined) return stock(kind, { ...asked, at: asked.at })
  if (asked.measure === undefined) return undefined
  const counter = kind.counters?.[asked.measure]
  if (counter === undefined) throw invalid('这类记录不计这个数')
  return 'on' in counter
    ? flow(asked.measure, counter, asked)
    : cohort(asked.measure, counter, asked)
}

/** What a record counts as now stands in its row, beside the day it began. */
function cohort(name: string, counter: Counter, asked: Asked): Measured {
  const { from, to, unit } = asked
  const days = [
    ...(asked.inArea === undefined ? [] : [asked.inArea]),
    ...(from === undefined ? [] : [sql<SqlBool>`record.opened_at >= ${moment(dayStart(from))}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`record.opened_at < ${moment(dayStart(to, 1))}`]),
  ]
  if ('cohort' in counter)
    return {
      conditions: [...days, sql<SqlBool>`record.counted ? ${name}`],
      adds: sql<number>`(record.counted->>${name})::numeric`,
    }
  const own =
    unit === undefined ? sql`starts_with(key, ${`${name}@`})` : sql`key = ${`${name}@${unit}`}`
  const adds = sql<number>`(select sum(value::numeric) from jsonb_each_text(record.counted) where ${own})`
  return { conditions: [...days, sql<SqlBool>`${adds} <> 0`], adds, ofUnits: true }
}

/** Where and what a record was when it was counted may have changed since. */
function flow(name: string, { on }: Extract<Counter, { on: object }>, asked: Asked): Measured {
  const { from = '1970-01-02', to = '9999-12-30' } = asked
  const [start, end] = [dayStart(from), dayStart(to, 1)]
  const hit =
    'event' in on
      ? sql<SqlBool>`event.type = ${on.event}`
      : 'enters' in on
        ? sql<SqlBool>`event.body like ${`%"state":"${on.enters}"%`}`
        : sql<SqlBool>`event.seq = 1`
  const began =
    'start' in on
      ? sql<SqlBool>`record.opened_at >= ${moment(start)}`
      : sql<SqlBool>`record.last_at >= ${moment(start)}`
  return {
    conditions: [
      sql<SqlBool>`record.opened_at < ${moment(end)}`,
      began,
      sql<SqlBool>`(${isAway(asked)} or exists (select 1 from event where event.city = record.city and event.record_id = record.id
        and event.at >= ${moment(start)} and event.at < ${moment(end)} and ${hit}))`,
      ...wasIn(asked),
    ],
    wanted: (delta) =>
      delta.measure === name && delta.day >= from && delta.day <= to && isMeant(delta, asked),
  }
}

/** What stood in these states at the end of a day; without states, what was not ended. */
function stock(kind: Kind, asked: Asked & { readonly at: string }): Measured {
  const end = dayStart(asked.at, 1)
  const open = Object.keys(kind.states).filter((name) => kind.states[name]?.is !== 'end')
  const states = asked.state?.split(',') ?? open
  const measures = new Set(states.map((state) => `state:${state}`))
  return {
    conditions: [
      sql<SqlBool>`record.opened_at < ${moment(end)}`,
      sql<SqlBool>`(record.last_at >= ${moment(end)} or record.state = any(${states}::text[]))`,
      ...wasIn(asked),
    ],
    wanted: (delta) =>
      measures.has(delta.measure) && delta.day <= asked.at && isMeant(delta, asked),
  }
}

/** Lies there now, or was moved at some time and may have lain there. Asked record by record: as
 *  a set it would be made of every event there is. */
function wasIn({ inArea, ...asked }: Asked): readonly RawBuilder<SqlBool>[] {
  if (inArea === undefined) return []
  const moved = sql<SqlBool>`coalesce((select true from event where event.city = record.city
    and event.record_id = record.id and event.seq > 1 and event.body like '%"place":%' limit 1), false)`
  return [sql<SqlBool>`(${inArea} or ${isAway(asked)} or ${moved})`]
}

function isAway({ reaches }: Pick<Asked, 'reaches'>): RawBuilder<SqlBool> {
  return reaches === true ? sql<SqlBool>`record.away` : sql<SqlBool>`false`
}

function isMeant(delta: Delta, { lies, unit, categories }: Asked): boolean {
  return (
    (lies === undefined || lies(delta.place)) &&
    (unit === undefined || delta.unit === unit) &&
    (categories === undefined || categories.includes(delta.category))
  )
}

export function dayStart(text: string, later = 0): number {
  if (!isDay(text)) throw invalid('日期要写成 2026-08-03 这样')
  return startOfDay(addDays(text, later))
}
