import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { covers, type Directory, type Place } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import { isReorganised, liesNowIn, sharesOf } from '../../kernel/lineage.ts'
import { phoneDigits } from '../asking/contact.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import { moment } from '../world/sql-moment.ts'
import { byWords, type Worded } from './by-words.ts'
import type { HttpDeps, Session } from './deps.ts'
import { invalid } from './errors.ts'
import { reachesArchive } from './every-record.ts'
import { fieldConditions, isCountedAs } from './field-filters.ts'
import { dayStart, measuredBy, type Measured } from './measured.ts'
import { slotOf } from './sight-ways.ts'
import { cityOf } from './who.ts'

/** What the address of a list may ask of any kind. */
export const listQuery = [
  'state',
  'unit',
  'party',
  'area',
  'as',
  'category',
  'from',
  'to',
  'q',
  'number',
  'phone',
  'late',
  'open',
  'recurrence',
  'returned',
  'reopened',
  'desk',
  'mine',
  'due',
  'archived',
  'measure',
  'at',
  'sort',
  'cursor',
  'limit',
  'with',
  'columns',
] as const

/** With `f.name` for each of the kind's own fields that stand in slots. */
export type ListQuery = Readonly<
  Partial<Record<(typeof listQuery)[number] | `f.${string}`, string>>
>

export type Filters = {
  readonly kind: Kind
  readonly session: Session
  readonly query: ListQuery
  readonly conditions: readonly RawBuilder<SqlBool>[]
  /** The number whose list this is: its days, its states and its place are those of the number. */
  readonly measured?: Measured | undefined
  readonly worded?: Worded | undefined
  /** What was put away is listed too. */
  readonly reaches: boolean
}

/** The conditions that a list's query asks for; what makes no sense is refused, never dropped. */
export function filtersOf(
  deps: HttpDeps,
  session: Session,
  { kind, query }: { kind: Kind; query: ListQuery },
): Filters {
  const state = cityOf(deps)
  const reaches = reachesArchive(deps, kind, query)
  const measured = numberBehind(deps, query, { kind, reaches })
  const [worded] = given(query.q, (text) => byWords({ city: state.city, kind }, text))
  const conditions = [
    sql<SqlBool>`record.city = ${state.city}`,
    sql<SqlBool>`record.kind = ${kind.name}`,
    ...(measured?.conditions ?? asItIsNow(deps, kind, query)),
    ...given(
      query.number,
      (text) => sql<SqlBool>`record.number = ${readCaseNumber(text) ?? text.trim()}`,
    ),
    ...given(query.phone, (text) => byPhone(deps, state.city, text)),
    ...(worded?.conditions ?? []),
    ...fieldConditions(kind, query, state.lists),
    ...given(query.party, (text) => takesPart(state.city, wholeNumber(text, '单位'))),
    ...(query.late === '1' ? [lateNow(deps)] : []),
    ...(query.recurrence === '1' ? [hasField(kind, 'recurrenceOf')] : []),
    ...(query.returned === '1' ? [hasField(kind, 'returns')] : []),
    ...(query.reopened === '1' ? [hasField(kind, 'reopenings')] : []),
    ...given(query.due, (text) => dueOn(text)),
    ...given(query.desk, (text) => atDesk(kind, wholeNumber(text, '单位'))),
    ...(query.mine === '1' ? [ofPost(kind, session.post.id)] : []),
  ]
  return { kind, session, query, conditions, measured, worded, reaches }
}

function asItIsNow(deps: HttpDeps, kind: Kind, query: ListQuery): readonly RawBuilder<SqlBool>[] {
  return [
    ...given(query.state, (text) => sql<SqlBool>`record.state = any(${text.split(',')}::text[])`),
    ...given(query.unit, (text) => sql<SqlBool>`record.unit = ${wholeNumber(text, '单位')}`),
    ...given(query.area, (text) => inArea(deps, wholeNumber(text, '地区'), query.as)),
    ...given(query.category, (text) => ofCategory(deps, kind, text)),
    ...given(query.from, (text) => sql<SqlBool>`record.opened_at >= ${moment(dayStart(text))}`),
    ...given(query.to, (text) => sql<SqlBool>`record.opened_at < ${moment(dayStart(text, 1))}`),
    ...(query.open === '1' ? [sql<SqlBool>`record.closed_at is null`] : []),
  ]
}

/** A number has a place, a category, states and days of its own, as of when it was counted. */
function numberBehind(
  deps: HttpDeps,
  query: ListQuery,
  { kind, reaches }: { readonly kind: Kind; readonly reaches: boolean },
): Measured | undefined {
  const text = (name: keyof ListQuery) => given(query[name], (value) => value)[0]
  const [area] = given(query.area, (value) => wholeNumber(value, '地区'))
  const [unit] = given(query.unit, (value) => wholeNumber(value, '单位'))
  const found = measuredBy(kind, {
    measure: text('measure'),
    at: text('at'),
    state: text('state'),
    from: text('from'),
    to: text('to'),
    inArea: area === undefined ? undefined : inArea(deps, area, query.as),
    lies: area === undefined ? undefined : liesIn(deps, area, query.as),
    unit,
    reaches,
    categories: given(query.category, (value) => categoriesOf(deps, kind, value))[0],
  })
  if (found === undefined || found.wanted !== undefined) return found
  // What rows know is of their category and unit of now.
  return {
    ...found,
    conditions: [
      ...found.conditions,
      ...given(query.category, (value) => ofCategory(deps, kind, value)),
      ...(found.ofUnits === true
        ? []
        : given(query.unit, (value) => sql<SqlBool>`record.unit = ${wholeNumber(value, '单位')}`)),
    ],
  }
}

function given<T>(text: string | undefined, make: (text: string) => T): readonly T[] {
  return text === undefined || text.trim() === '' ? [] : [make(text)]
}

function wholeNumber(text: string, what: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw invalid(`${what}要写代码`)
  return number
}

/** What lies in an area by the codes of its time; with `as=now`, as areas are cut today. */
function inArea(deps: HttpDeps, code: number, as: string | undefined): RawBuilder<SqlBool> {
  const { directory } = cityOf(deps).world
  const level = directory.areas.get(code)?.level
  if (level === undefined) throw invalid('没有这个地区')
  if (as === 'now' && isReorganised(directory, code)) return shared(directory, code)
  return level === 'city'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.ref(`record.${level}`)} = ${code}`
}

/** Lies in one of the areas whose counts go into this one, and in none whose counts left it. */
function shared(directory: Directory, area: number): RawBuilder<SqlBool> {
  const parts = sharesOf(directory, area).map(({ level, code, n }) =>
    level === 'city'
      ? sql<number>`${n}::int`
      : sql<number>`(case when ${sql.ref(`record.${level}`)} = ${code} then ${n}::int else 0 end)`,
  )
  return sql<SqlBool>`${sql.join(parts, sql` + `)} > 0`
}

function liesIn(deps: HttpDeps, area: number, as: string | undefined): (place: Place) => boolean {
  const { directory } = cityOf(deps).world
  return as === 'now'
    ? (place) => liesNowIn(directory, area, place)
    : (place) => covers(area, place)
}

function ofCategory(deps: HttpDeps, kind: Kind, text: string): RawBuilder<SqlBool> {
  return isCountedAs(kind, categoriesOf(deps, kind, text))
}

/** A first-level category stands for all its second-level ones. */
function categoriesOf(deps: HttpDeps, kind: Kind, text: string): readonly string[] {
  const options = kind.countedBy === undefined ? undefined : kind.fields[kind.countedBy]?.options
  const list = typeof options === 'string' ? (cityOf(deps).lists[options] ?? []) : []
  const values = text.split(',')
  const below = list.flatMap((item) =>
    item.parent !== undefined && values.includes(item.parent) ? [item.value] : [],
  )
  return [...values, ...below]
}

function hasField(kind: Kind, name: string): RawBuilder<SqlBool> {
  return kind.fields[name] === undefined
    ? sql<SqlBool>`false`
    : sql<SqlBool>`coalesce(record.fields->>${name}, '0') <> '0'`
}

function atDesk(kind: Kind, unit: number): RawBuilder<SqlBool> {
  const slot = slotOf(kind, 'desk')
  if (slot === undefined) throw invalid('这类记录没有受理单位')
  return sql<SqlBool>`${sql.ref(`record.${slot}`)} = ${unit}`
}

/** Records that name the post in the field by which the kind is searched for a post. */
function ofPost(kind: Kind, post: string): RawBuilder<SqlBool> {
  const slots = Object.entries(kind.slots ?? {})
  const slot = slots.find(([, name]) => kind.fields[name]?.type === 'post')?.[0]
  if (slot === undefined) throw invalid('这类记录不记岗位')
  return sql<SqlBool>`${sql.ref(`record.${slot}`)} = ${post}`
}

/** The unit is among those who take part, in whatever role. */
function takesPart(city: number, unit: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`record.id in (
    select record_id from party where party.city = ${city} and party.unit = ${unit})`
}

function byPhone(deps: HttpDeps, city: number, text: string): RawBuilder<SqlBool> {
  const digits = phoneDigits(text)
  if (digits.length < 7) throw invalid('请输入完整的电话号码')
  return sql<SqlBool>`record.id in (
    select record_id from contact
    where contact.city = ${city} and contact.phone_index = ${deps.keys.index(digits)})`
}

function dueOn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`record.closed_at is null and record."is" = 'working'
    and record.due_at >= ${moment(dayStart(day))} and record.due_at < ${moment(dayStart(day, 1))}`
}

function lateNow(deps: HttpDeps): RawBuilder<SqlBool> {
  return sql<SqlBool>`record.closed_at is null and record.due_at < ${moment(deps.now())}
    and record."is" = 'working'`
}
