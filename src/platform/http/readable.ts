import { pathText, placeOf, unitName } from '../../kernel/directory.ts'
import type { Field, Value } from '../../kernel/field.ts'
import { limitText } from '../../kernel/limit.ts'
import { dayText, isDay, momentText } from '../../kernel/time.ts'
import { asLimit } from '../../kernel/turn.ts'
import { wordsIn } from './wire.ts'
import { type CityState, labelIn } from '../world/city-state.ts'

/** What values refer to, loaded beforehand so that wording needs no database. */
export type Known = {
  readonly state: CityState
  /** Texts of contents by id. */
  readonly texts: ReadonlyMap<string, string>
  /** Titles of records by id, with their numbers; only those the reader may see. */
  readonly records: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, string>
  readonly contacts: ReadonlyMap<string, MaskedContact>
  readonly year: number
}

export type MaskedContact = { readonly name: string; readonly phone: string }

/** A value in words a person reads; empty when there is nothing to read. */
export function readable(field: Field, value: Value | undefined, known: Known): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && field.type !== 'files')
    return value.map((one: Value) => readableOne(field, one, known)).join('、')
  return readableOne(field, value, known)
}

function readableOne(field: Field, value: Value, known: Known): string {
  const { directory } = known.state.world
  const words = wordsIn(value)
  switch (field.type) {
    case 'choice':
    case 'choices':
      return optionLabel(field, words, known.state)
    case 'unit':
    case 'units':
      return directory.units.has(Number(value)) ? unitName(directory, Number(value)) : words
    case 'area': {
      const place = placeOf(directory, Number(value))
      if (place === undefined) return words
      // A place ends with its community; a grid is named besides.
      const area = directory.areas.get(Number(value))
      const path = pathText(directory, place)
      return area?.level === 'grid' ? `${path} / ${area.name}` : path
    }
    case 'post':
      return known.posts.get(words) ?? ''
    case 'record':
      return known.records.get(words) ?? '(您无权查看的记录)'
    case 'flag':
      return value === true ? '是' : '否'
    case 'day':
      return typeof value === 'string' && isDay(value) ? dayText(value, known.year) : ''
    case 'moment':
      return typeof value === 'number' ? momentText(value, known.year) : ''
    case 'limit': {
      const limit = asLimit(value)
      return limit === undefined ? '' : limitText(limit)
    }
    case 'files':
      return Array.isArray(value) ? `${value.length} 个文件` : ''
    case 'contact':
      return contactText(value, known)
    case 'text':
    case 'long':
    case 'code':
    case 'number':
      return textOfValue(value, known)
  }
}

export function optionLabel(field: Field, value: string, state: CityState): string {
  const { options } = field
  if (typeof options === 'string') return labelIn(state.lists, options, value)
  return options?.find((option) => option.value === value)?.label ?? value
}

export function textOfValue(value: Value, known: Pick<Known, 'texts'>): string {
  if (typeof value === 'object' && value !== null && 'content' in value)
    return known.texts.get(value.content) ?? '(已按期清除)'
  return typeof value === 'object' ? '' : String(value)
}

function contactText(value: Value, { contacts }: Known): string {
  if (typeof value !== 'object' || value === null || !('contact' in value)) return ''
  const masked = contacts.get(value.contact)
  return [masked?.name, masked?.phone].filter((one) => one !== undefined && one !== '').join(' ')
}

/** The ids that values refer to, by what they are ids of. */
export function referred(values: readonly (readonly [Field, Value | undefined])[]) {
  const found = { texts: [], records: [], posts: [], contacts: [] } as Record<
    'texts' | 'records' | 'posts' | 'contacts',
    string[]
  >
  for (const [field, value] of values) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'object' && one !== null && 'content' in one) found.texts.push(one.content)
      else if (typeof one === 'object' && one !== null && 'contact' in one)
        found.contacts.push(one.contact)
      else if (typeof one === 'string' && field.type === 'record') found.records.push(one)
      else if (typeof one === 'string' && field.type === 'post') found.posts.push(one)
    }
  }
  return found
}
