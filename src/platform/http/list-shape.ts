import type { Directory } from '../../kernel/directory.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import type { ListQuery } from './list-filters.ts'

/** True when indexes bound what a list reads, however many records there are: it is looked up by
 *  number, or walked in the order of an index with nothing to skip. */
export function isBounded(query: ListQuery): boolean {
  const asked = Object.entries(query).flatMap(([name, text]) =>
    text === undefined || text.trim() === '' ? [] : [name],
  )
  const only = (...names: readonly string[]) =>
    asked.every((name) => always.includes(name) || names.includes(name))
  if (numberIn(query) !== undefined) return only('number')
  const byDue = query.sort === 'due' || query.sort === '-due'
  if (byDue) return query.open === '1' && only('open', 'unit', 'area', 'late', 'due')
  return (query.sort ?? '-opened') === '-opened' && only('unit', 'area')
}

/** What says nothing of which records are meant. */
export const always: readonly string[] = ['sort', 'cursor', 'limit', 'with', 'columns']

/** True when a list's own columns leave only few records, each then asked whether it is seen. */
export function isNarrow({ areas }: Directory, query: ListQuery): boolean {
  const level = areas.get(Number(query.area ?? ''))?.level
  const few = [query.unit, query.party, query.phone, query.q, query.category, query.desk]
  return (
    level === 'street' ||
    level === 'community' ||
    few.some((text) => text !== undefined && text.trim() !== '') ||
    query.mine === '1' ||
    Object.keys(query).some((name) => name.startsWith('f.'))
  )
}

/** The case number a list asks for, as it is written down. */
export function numberIn({ number }: ListQuery): string | undefined {
  if (number === undefined || number.trim() === '') return undefined
  return readCaseNumber(number) ?? number.trim()
}
