/**
 * What a field may hold. `keep` decides where a value lives, and with it who can ever read it:
 * free text and files are content (erasable, events hold only a digest), contacts live encrypted,
 * and `apart` values are counted without any tie to the record that caused them.
 */
export type Field = {
  readonly type: FieldType
  readonly label: string
  readonly required?: boolean
  /** Choices offered; a name refers to a list of the city's settings ("categories"). */
  readonly options?: readonly Option[] | string
  /** For `record`: the kind referred to. For `unit`: the unit types allowed. For `area`: the levels. */
  readonly of?: string | readonly string[]
  /** Longest text in code points, most items, or largest number. */
  readonly max?: number
  readonly min?: number
  /** Counted apart from the record, by month and street, never stored with it. */
  readonly apart?: boolean
  /** Relations that may read it; without it everyone who sees the record may. */
  readonly seenBy?: readonly string[]
  /** The ask gives this unit work outside the record's own seats and parties: it may not be the unit
   *  complained of, nor one under it. */
  readonly assigns?: boolean
  readonly help?: string
  /** What a form begins with where nearly everybody means the same. */
  readonly default?: 'today' | 'own-unit' | 'own-area'
}

export type FieldType =
  | 'code'
  | 'text'
  | 'long'
  | 'number'
  | 'day'
  | 'moment'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'area'
  | 'unit'
  | 'units'
  | 'post'
  | 'record'
  | 'limit'
  | 'contact'
  | 'files'

export type Option = { readonly value: string; readonly label: string }
export type Fields = Readonly<Record<string, Field>>

/** Text kept apart from events: they hold its id and keyed digest only. */
export type ContentRef = { readonly content: string; readonly digest: string }
/** The digest tells a changed contact; those of before it was kept have none. */
export type ContactRef = { readonly contact: string; readonly digest?: string }
export type FileRef = { readonly file: string; readonly digest: string; readonly type: string }

export type Value =
  | string
  | number
  | boolean
  | null
  | ContentRef
  | ContactRef
  | FileRef
  | { readonly qty: number; readonly unit: string }
  | readonly Value[]

export type Values = Readonly<Record<string, Value>>

export type Keep = 'record' | 'content' | 'contact' | 'apart'

/** Where a field's value is kept. */
export function keepOf(field: Field): Keep {
  if (field.apart === true) return 'apart'
  if (field.type === 'contact') return 'contact'
  return field.type === 'text' || field.type === 'long' || field.type === 'files'
    ? 'content'
    : 'record'
}

export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberOf(values: Values, name: string): number | undefined {
  const value = values[name]
  return typeof value === 'number' ? value : undefined
}

export function flagOf(values: Values, name: string): boolean {
  return values[name] === true
}

export function listOf(values: Values, name: string): readonly Value[] {
  const value = values[name]
  return Array.isArray(value) ? (value as readonly Value[]) : []
}

/** True when something was given: a word, a number, a reference, at least one item. */
export function isGiven(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}
