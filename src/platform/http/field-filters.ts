import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Field } from '../../kernel/field.ts'
import type { Kind, Slot } from '../../kernel/kind.ts'
import type { Lists } from '../world/city-state.ts'
import { moment } from '../world/sql-moment.ts'
import { invalid } from './errors.ts'
import { dayStart } from './measured.ts'
import { slotOf } from './sight-ways.ts'

/** How a query names a field of the kind: `f.type`, so that no field hides a filter of all lists. */
const fieldPrefix = 'f.'

export type FieldSlot = { readonly field: Field; readonly name: string; readonly slot: Slot }

/** The slot a query means by `f.name`; nothing where it means something else. */
export function fieldSlot(kind: Kind, asked: string): FieldSlot | undefined {
  const name = fieldName(asked)
  if (name === undefined) return undefined
  const field = kind.fields[name]
  const slot = slotOf(kind, name)
  // What not everyone may read could be guessed by filtering or sorting.
  if (field === undefined || slot === undefined || field.seenBy !== undefined)
    throw invalid('这类记录不能按这一项查找或排序')
  return { field, name, slot }
}

export function fieldName(asked: string): string | undefined {
  return asked.startsWith(fieldPrefix) ? asked.slice(fieldPrefix.length) : undefined
}

/** What a query asks of a kind's own fields: words one of which fits (`f.type=basic,cooperate`), or
 *  a span of days or numbers (`f.day=2026-01-01..2026-01-31`), open to either side. */
export function fieldConditions(
  kind: Kind,
  query: Readonly<Record<string, string | undefined>>,
  lists: Lists,
): readonly RawBuilder<SqlBool>[] {
  return Object.entries(query).flatMap(([asked, text]) => {
    if (text === undefined || text.trim() === '') return []
    const counted = countedOnly(kind, asked)
    if (counted !== undefined)
      return [isCountedAs(kind, withChildren(counted, text.trim().split(','), lists))]
    const found = fieldSlot(kind, asked)
    return found === undefined ? [] : [condition(found, text.trim(), lists)]
  })
}

/** The field by which a kind is counted, where it stands in no slot. */
function countedOnly(kind: Kind, asked: string): Field | undefined {
  const name = kind.countedBy
  if (name === undefined || fieldName(asked) !== name) return undefined
  const field = kind.fields[name]
  return slotOf(kind, name) === undefined && field?.seenBy === undefined ? field : undefined
}

/** Counted under one of these values: whatever has a number has a list, in a slot or not. */
export function isCountedAs(kind: Kind, values: readonly string[]): RawBuilder<SqlBool> {
  const name = kind.countedBy
  if (name === undefined) throw invalid('这类记录不分类别')
  const slot = slotOf(kind, name)
  const column = slot === undefined ? sql`record.fields->>${name}` : sql.ref(`record.${slot}`)
  return sql<SqlBool>`${column} = any(${[...values]}::text[])`
}

function condition({ field, name, slot }: FieldSlot, text: string, lists: Lists) {
  const column = sql.ref(`record.${slot}`)
  if (slot.startsWith('n')) return span(column, bounds(text, numberIn))
  if (slot.startsWith('t')) return days(column, text)
  if (field.type === 'flag')
    return sql<SqlBool>`coalesce(${column}, 'false') = ${text === '1' ? 'true' : 'false'}`
  const values = withChildren(field, text.split(','), lists)
  if (field.type !== 'units' && field.type !== 'choices')
    return sql<SqlBool>`${column} = any(${values}::text[])`
  return sql<SqlBool>`exists (select 1 from jsonb_array_elements_text(record.fields->${name}) as one
    where one = any(${values}::text[]))`
}

/** A first-level choice stands for all its second-level ones. */
function withChildren(field: Field, values: readonly string[], lists: Lists): readonly string[] {
  const list = typeof field.options === 'string' ? (lists[field.options] ?? []) : []
  const below = list.flatMap((item) =>
    item.parent !== undefined && values.includes(item.parent) ? [item.value] : [],
  )
  return [...values, ...below]
}

type Span = { readonly from?: number | undefined; readonly to?: number | undefined }

function span(column: RawBuilder<unknown>, { from, to }: Span): RawBuilder<SqlBool> {
  const parts = [
    ...(from === undefined ? [] : [sql<SqlBool>`${column} >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`${column} <= ${to}`]),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

function days(column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> {
  const { from, to } = bounds(text, (day, isEnd) => dayStart(day, isEnd ? 1 : 0))
  const parts = [
    ...(from === undefined ? [] : [sql<SqlBool>`${column} >= ${moment(from)}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`${column} < ${moment(to)}`]),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

function bounds(text: string, read: (text: string, isEnd: boolean) => number): Span {
  const [first = '', last = first] = text.split('..')
  const bound = (part: string, isEnd: boolean) =>
    part.trim() === '' ? {} : { [isEnd ? 'to' : 'from']: read(part.trim(), isEnd) }
  const found = { ...bound(first, false), ...bound(last, true) }
  if (Object.keys(found).length === 0) throw invalid('请写起止')
  return found
}

function numberIn(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number)) throw invalid('要写数字')
  return number
}
