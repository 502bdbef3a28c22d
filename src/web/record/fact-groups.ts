import type { FieldView } from '../api/record-view.ts'

/** What is known of a record, in the order in which people ask: who, where, when; then people's
 *  words whole; then the rest. */
export type FactGroups = {
  readonly first: readonly FieldView[]
  readonly words: readonly FieldView[]
  readonly rest: readonly FieldView[]
  readonly files: readonly FieldView[]
}

export function factGroups(fields: readonly FieldView[]): FactGroups {
  const of = (...types: readonly string[]) => fields.filter(({ type }) => types.includes(type))
  const first = [
    ...of('unit', 'units', 'post', 'contact'),
    ...of('area'),
    ...of('day', 'moment', 'limit'),
  ]
  const words = fields.filter(isWords)
  const files = of('files')
  const placed = new Set([...first, ...words, ...files])
  return { first, words, rest: fields.filter((field) => !placed.has(field)), files }
}

const shortText = 60

/** Words long enough to be read as a paragraph. */
function isWords({ type, text }: FieldView): boolean {
  if (type === 'long') return true
  return (type === 'text' || type === 'code') && [...(text ?? '')].length > shortText
}
