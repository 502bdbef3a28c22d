import { hash } from 'node:crypto'
import { clockAskId } from '../../../platform/asking/clocks-first.ts'
import { contactPlace } from '../../../platform/asking/contact.ts'
import { contactDigest } from '../../../platform/asking/contact-digest.ts'
import { wordsPlace } from '../../../platform/crypto/ask-keys.ts'
import type { KeyProvider } from '../../../platform/crypto/keys.ts'
import { escaped } from '../../../platform/store/copy.ts'
import type { Caller } from './callers.ts'
import { newIds } from './new-ids.ts'
import type { Pattern } from './pattern.ts'
import { filled } from './template.ts'
import { sealMany, type ToSeal } from './seal-many.ts'

/** One copy of a life that is wanted. */
export type Wanted = {
  readonly pattern: Pattern
  /** How much later than the pattern it happens. */
  readonly shift: number
  readonly number: string
  readonly callers: readonly Caller[]
}

export type Copies = {
  /** Lines for COPY, by table, with the table's columns. */
  readonly tables: ReadonlyMap<
    string,
    { readonly columns: readonly string[]; readonly lines: string[] }
  >
  /** Every event, for the seals. */
  readonly entries: readonly {
    readonly record: string
    readonly seq: number
    readonly hash: string
  }[]
}

type Tools = {
  readonly city: number
  readonly provider: KeyProvider
  readonly digest: (text: string) => string
}

/** Writes out copies of lives: new ids, numbers, moments, callers, and so new hashes and seals. */
export function copiesOf(tools: Tools, wanted: readonly Wanted[]): Copies {
  const entries: Copies['entries'][number][] = []
  const toSeal: ToSeal[] = []
  const all = wanted.map((one) => {
    const values = chained(one, ownValues(one, tools))
    const { pattern, callers } = one
    const record = values[pattern.record] ?? ''
    for (const [at, event] of pattern.events.entries())
      entries.push({ record, seq: at + 1, hash: values[event.hash] ?? '' })
    for (const { id, plain } of pattern.seals)
      toSeal.push({ place: wordsPlace(values[id] ?? ''), plain })
    for (const [at, { id }] of pattern.contacts.entries()) {
      const { name, phone } = callers[at] ?? nobody
      const own = values[id] ?? ''
      toSeal.push({ place: contactPlace(own, 'name'), plain: name })
      toSeal.push({ place: contactPlace(own, 'phone'), plain: phone })
    }
    return { ...one, values }
  })
  return { entries, tables: tablesOf(tools, all, sealMany(tools.provider, toSeal).values()) }
}

const nobody: Caller = { name: '', phone: '', phoneIndex: '', maskName: '', maskPhone: '' }

/** What follows from the copy's own moment, number and callers. */
function ownValues({ pattern, shift, number, callers }: Wanted, { digest }: Tools): string[] {
  const values = Array.from({ length: pattern.size }, () => '')
  values[pattern.number] = number
  for (const { slot, at } of pattern.ids) values[slot] = newIds.at(at + shift)
  for (const { slot, at, text } of pattern.moments)
    values[slot] = text === 'ms' ? String(at + shift) : new Date(at + shift).toISOString()
  for (const slot of pattern.dice) values[slot] = newIds.ofDice()
  const record = values[pattern.record] ?? ''
  for (const { slot, due, shifts, ...row } of pattern.asks)
    values[slot] = clockAskId(record, { ...row, due: shifts ? due + shift : due })
  for (const [at, { id, digest: slot }] of pattern.contacts.entries()) {
    const { name, phone } = callers[at] ?? nobody
    values[slot] = contactDigest(values[id] ?? '', { name, phone, note: '' }, { digest })
  }
  return values
}

/** The chain of the copy's events, each over the one before. */
function chained({ pattern }: Wanted, values: string[]): string[] {
  for (const { head, body, slot, hash: own } of pattern.events) {
    const text = filled(body, values)
    values[own] = hash('sm3', filled(head, values) + text, 'hex')
    values[slot] = escaped(text)
  }
  return values
}

type Copy = Wanted & { readonly values: string[] }

function tablesOf({ city }: Tools, copies: readonly Copy[], seals: Iterator<string>) {
  const tables = new Map<string, { columns: readonly string[]; lines: string[] }>()
  const linesOf = (name: string, columns: readonly string[]) => {
    const known = tables.get(name) ?? { columns, lines: [] }
    tables.set(name, known)
    return known.lines
  }
  const next = () => String(seals.next().value)
  for (const { pattern, values, callers } of copies) {
    for (const { slot } of pattern.seals) values[slot] = next()
    for (const { name, columns, lines } of pattern.tables)
      linesOf(name, columns).push(filled(lines, values))
    for (const [at, { id }] of pattern.contacts.entries()) {
      const { phoneIndex, maskName, maskPhone } = callers[at] ?? nobody
      // Sealed texts have no backslash, and so are bytes as they stand.
      const cells = [city, values[id], values[pattern.record], next(), next()]
      linesOf('contact', contactColumns).push(
        `${[...cells, String.raw`\\x${phoneIndex}`, maskName, maskPhone].join('\t')}\n`,
      )
    }
  }
  return tables
}

const contactColumns = [
  'city',
  'id',
  'record_id',
  'name_enc',
  'phone_enc',
  'phone_index',
  'mask_name',
  'mask_phone',
]
