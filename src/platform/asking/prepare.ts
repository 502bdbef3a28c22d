import {
  type ContactRef,
  type ContentRef,
  type Field,
  type FileRef,
  type Fields,
  keepOf,
  type Value,
} from '../../kernel/field.ts'
import { isContentRef } from '../store/step.ts'
import { contactRow, wordsOf } from './contact.ts'
import { contactDigest } from './contact-digest.ts'
import type { ApartValue, ContactRow, ContentRow, Keys, Prepared } from './types.ts'

export type PrepareTools = {
  readonly keys: Pick<Keys, 'digest' | 'seal' | 'index'>
  readonly newId: () => string
  /** Files named by their ids in the input. */
  readonly files?: readonly FileRef[]
  /** Words behind content references that are passed on as they are, by field. */
  readonly words?: Readonly<Record<string, string>>
}

type Parts = {
  readonly input: Record<string, Value>
  readonly words: Record<string, string>
  readonly contents: ContentRow[]
  readonly contacts: ContactRow[]
  readonly files: FileRef[]
  readonly apart: ApartValue[]
}

/**
 * Parts what was typed into what events may hold and what they may not: words and files become
 * references with keyed digests, contacts are sealed, values kept apart leave the input. Values
 * of no declared field are dropped. Contacts come as `{ name?, phone?, note? }`, files as ids.
 */
export function prepare(
  fields: Fields,
  raw: Readonly<Record<string, unknown>>,
  tools: PrepareTools,
): Prepared {
  const parts: Parts = {
    input: {},
    words: {},
    contents: [],
    contacts: [],
    files: [],
    apart: [],
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = raw[name]
    if (value !== undefined) keep({ name, field, value }, parts, tools)
  }
  return parts
}

export const nothingPrepared: Prepared = {
  input: {},
  words: {},
  contents: [],
  contacts: [],
  files: [],
  apart: [],
}

type Given = { readonly name: string; readonly field: Field; readonly value: unknown }

function keep(given: Given, parts: Parts, tools: PrepareTools): void {
  const { name, field, value } = given
  const kept = keepOf(field)
  if (kept === 'apart') parts.apart.push(...apartValues(given))
  else if (value === null || value === '') parts.input[name] = null
  else if (kept === 'contact') keepContact(given, parts, tools)
  else if (field.type === 'files') keepFiles(given, parts, tools)
  else if (kept === 'content') keepText(given, parts, tools)
  else parts.input[name] = valueIn(value)
}

function keepText({ name, value }: Given, parts: Parts, tools: PrepareTools): void {
  const passed = valueIn(value)
  if (isContentRef(passed)) {
    parts.input[name] = passed
    const words = tools.words?.[name]
    if (words !== undefined) parts.words[name] = words
    return
  }
  const text = typeof passed === 'string' ? passed : JSON.stringify(passed)
  const ref: ContentRef = { content: tools.newId(), digest: tools.keys.digest(text) }
  parts.input[name] = ref
  parts.words[name] = text
  parts.contents.push({ id: ref.content, field: name, text })
}

function keepContact({ name, value }: Given, parts: Parts, tools: PrepareTools): void {
  if (typeof value !== 'object' || value === null) return
  if ('contact' in value && typeof value.contact === 'string') {
    const digest = 'digest' in value && typeof value.digest === 'string' ? value.digest : undefined
    parts.input[name] = { contact: value.contact, ...(digest === undefined ? {} : { digest }) }
    return
  }
  const row = contactRow(tools.newId(), value, tools.keys)
  const digest = contactDigest(row.id, wordsOf(value), tools.keys)
  const ref: ContactRef = { contact: row.id, digest }
  parts.input[name] = ref
  parts.contacts.push(row)
}

function keepFiles({ name, value }: Given, parts: Parts, tools: PrepareTools): void {
  const refs = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    if (isFileRef(one)) return [one]
    return (tools.files ?? []).filter((file) => file.file === one)
  })
  parts.input[name] = refs
  parts.files.push(...refs)
}

function apartValues({ name, field, value }: Given): readonly ApartValue[] {
  if (value === null || value === '') return []
  const words = field.type === 'text' || field.type === 'long'
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((one) => ({
    field: name,
    keep: words ? 'words' : 'count',
    value: String(one),
  }))
}

function isFileRef(value: unknown): value is FileRef {
  return typeof value === 'object' && value !== null && 'file' in value && 'digest' in value
}

/** What the schema of the fields let through, as a value; anything else is a fault of ours. */
function valueIn(value: unknown): Value {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as string | number | boolean | null
  if (Array.isArray(value)) return value.map(valueIn)
  if (isObjectValue(value)) return value
  throw new TypeError(`an input holds a ${typeof value}`)
}

function isObjectValue(value: unknown): value is ContentRef | { qty: number; unit: string } {
  if (typeof value !== 'object' || value === null) return false
  return ('content' in value && 'digest' in value) || ('qty' in value && 'unit' in value)
}
