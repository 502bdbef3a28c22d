import { sql } from 'kysely'
import type { Checking } from './checking.ts'

/** Tables whose rows hang on a record, with the column that names it. */
const hanging = [
  ['party', 'record_id', '参与单位'],
  ['todo', 'record_id', '待办'],
  ['clock', 'record_id', '时限'],
  ['claim', 'record_id', '唯一性'],
  ['link', 'from_id', '关联'],
  ['search', 'record_id', '检索词'],
  ['parcel', 'record_id', '跨市联动'],
] as const

/** Rows of records that have no events: nothing vouches for them. Effects of others are left. */
export async function checkOrphans(checking: Checking): Promise<void> {
  const { read, city, differs, repair } = checking
  const twice = await sql<{ id: string }>`select a.id from archive a
    join event e on e.city = a.city and e.record_id = a.id and e.seq = 1 where a.city = ${city}`.execute(
    read,
  )
  for (const { id } of twice.rows) differs(`记录 ${id}：已转入历史库，却还在日常数据里`)
  for (const [table, column, label] of [['record', 'id', '数据行'] as const, ...hanging]) {
    const own = table === 'clock' ? sql`and t.effect_id is null` : sql``
    const lost = sql`t.city = ${city} ${own} and not exists (
      select 1 from event e where e.city = ${city} and e.record_id = t.${sql.ref(column)} and e.seq = 1)
      and not exists (select 1 from archive a where a.city = ${city} and a.id = t.${sql.ref(column)})`
    const { rows } = await sql<{ id: string }>`
      select distinct t.${sql.ref(column)} as id from ${sql.table(table)} t where ${lost}`.execute(
      read,
    )
    for (const { id } of rows) differs(`记录 ${id}：没有事件，却有${label}`)
    if (rows.length > 0 && repair)
      await sql`delete from ${sql.table(table)} t where ${lost}`.execute(read)
  }
}
