import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Kind, Slot } from '../../kernel/kind.ts'
import { moment } from '../world/sql-moment.ts'
import { invalid } from './errors.ts'
import { fieldSlot } from './field-filters.ts'
import { cursorOf, readCursor } from './wire.ts'

/** What a list is ordered by. Records without a value stand last, newest first. */
export type Order = {
  readonly column: 'opened_at' | 'due_at' | Slot
  readonly descending: boolean
}

/** The place of a record in its list. */
export type Key = {
  readonly id: string
  readonly opened_at: number
  readonly value: string | number | null
}

/** `-opened` without a wish; `due`; `f.name` of a field that stands in a slot. */
export function orderOf(kind: Kind, sort = '-opened'): Order {
  const descending = sort.startsWith('-')
  const asked = descending ? sort.slice(1) : sort
  if (asked === 'opened') return { column: 'opened_at', descending }
  if (asked === 'due') return { column: 'due_at', descending }
  const found = fieldSlot(kind, asked)
  if (found === undefined) throw invalid('不能按这一项排序')
  return { column: found.slot, descending }
}

export function cursorAt(key: Key): string {
  return cursorOf(key.value === null ? [null, key.id, key.opened_at] : [key.value, key.id])
}

/** The two stretches of a list, one after the other: what has a value, and what has none. Each is
 *  read along an index. */
export function stretches(
  order: Order,
  cursor: string | undefined,
): readonly [Stretch] | readonly [Stretch, Stretch] {
  const after = readCursor(cursor)
  const valued = { isTail: false, after: after?.[0] === null ? undefined : after }
  if (order.column === 'opened_at') return [valued]
  const tail = { isTail: true, after: after?.[0] === null ? after : undefined }
  return after?.[0] === null ? [tail] : [valued, tail]
}

export type Stretch = { readonly isTail: boolean; readonly after: readonly unknown[] | undefined }

/** What of the list lies in a stretch, after the row where the last page ended. */
export function within(order: Order, { isTail, after }: Stretch): readonly RawBuilder<SqlBool>[] {
  const column = columnOf(order)
  if (isTail)
    return [
      sql<SqlBool>`${column} is null`,
      ...(after === undefined
        ? []
        : [rowAfter({ column: 'opened_at', descending: true }, after[2], after[1])]),
    ]
  return [
    ...(order.column === 'opened_at' ? [] : [sql<SqlBool>`${column} is not null`]),
    ...(after === undefined ? [] : [rowAfter(order, after[0], after[1])]),
  ]
}

/** The order within a stretch, as the columns of an index have it. */
export function orderedBy(order: Order, { isTail }: Stretch): RawBuilder<unknown> {
  if (isTail || (order.column === 'opened_at' && order.descending))
    return sql`record.opened_at desc, record.id desc`
  const column = columnOf(order)
  return order.descending ? sql`${column} desc, record.id desc` : sql`${column} asc, record.id asc`
}

/** The direction in which an index is read that gives this order behind a column of its own: those
 *  on moments of opening have the newest first, those on limits the most pressing. */
export function leadOf(
  { column, descending }: Order,
  { isTail }: Stretch,
): 'asc' | 'desc' | undefined {
  if (isTail || (column !== 'opened_at' && column !== 'due_at')) return undefined
  return descending === (column === 'opened_at') ? 'asc' : 'desc'
}

export function columnOf({ column }: Order): RawBuilder<string | number | null> {
  return sql<string | number | null>`${sql.ref(`record.${column}`)}`
}

function rowAfter(order: Order, value: unknown, id: unknown): RawBuilder<SqlBool> {
  const sign = order.descending ? sql`<` : sql`>`
  const key = sql`${literal(order, value)}, ${String(id)}::uuid`
  return sql<SqlBool>`(${columnOf(order)}, record.id) ${sign} (${key})`
}

function literal({ column }: Order, value: unknown): RawBuilder<unknown> {
  if (column.startsWith('k')) return sql`${String(value)}::text`
  const number = Number(value)
  if (!Number.isFinite(number)) throw invalid('页码不对，请从头查看')
  return column.startsWith('n') ? sql`${number}::numeric` : moment(number)
}
