import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import { momentOf } from '../store/value-types.ts'

/** The unit that looks after something refused, with what its to-do shows. */
export type RefusedUnit = {
  readonly id: number
  readonly kind: string
  readonly district: number | null
  readonly street: number | null
}

/** Lays something aside and makes it work for a unit: the one statement keeps row, to-do and notice
 *  together. `parking` is the update of the row, without what it returns. */
export function parkedFor(
  unit: RefusedUnit,
  parking: RawBuilder<unknown>,
  { notice, at }: { readonly notice: string; readonly at: Instant },
): RawBuilder<unknown> {
  return sql`with parked as (${parking} returning city, record_id),
    told as (
      insert into notice(city, unit, id, record_id, type, at)
      select city, ${unit.id}::int, ${notice}::uuid, record_id, 'effectRefused',
        ${momentOf(at)}::timestamptz from parked
    )
    ${refusedTodosOf(sql`select city, record_id, ${unit.id}::int as unit, ${unit.kind}::text as kind,
      ${unit.district}::int as district, ${unit.street}::int as street from parked`)}`
}

/** Writes the to-dos about something refused, of rows that say for which unit and which record. */
export function refusedTodosOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional,
      district, street)
    select p.city, p.record_id, p.unit, 'effectRefused', '', 0, p.kind, null::timestamptz, false,
      p.district, p.street
    from (${rows}) p on conflict do nothing`
}
