import type { Day, Instant } from '../../kernel/time.ts'
import { sm3 } from '../crypto/sm3.ts'
import { momentOf } from '../store/value-types.ts'

/** An event as a seal holds it; hashes are lower-case hex. */
export type Entry = {
  readonly record: string
  readonly seq: number
  readonly hash: string
}

export type SealText = {
  readonly city: number
  readonly n: number
  readonly at: Instant
  /** The hash of the seal before it; empty for the first. */
  readonly prev: string
  /** Events and records sealed from the first seal to this one. */
  readonly events: number
  readonly records: number
  readonly entries: readonly Entry[]
}

/** The very text whose SM3 is a seal's hash. A person can read it, and `openssl` can digest it. */
export function sealText({ city, n, at, prev, events, records, entries }: SealText): string {
  return lines([
    'tongxin-seal-1',
    `city ${city}`,
    `seal ${n}`,
    `at ${momentOf(at)}`,
    `prev ${prev || none}`,
    `events ${events}`,
    `records ${records}`,
    `entries ${entries.length}`,
    ...entries.map(({ record, seq, hash }) => `${record} ${seq} ${hash}`),
  ])
}

export function sealHash(seal: SealText): string {
  return sm3(sealText(seal))
}

export type DayText = {
  readonly city: number
  readonly day: Day
  /** The hash of the day before; empty for the first. */
  readonly prev: string
  readonly seals: number
  readonly events: number
  readonly records: number
  /** Where the chain of the security log stood. */
  readonly security: { readonly seq: number; readonly hash: string }
}

/** The beginning of a day's text; a line for each seal of that day follows. */
export function dayBeginning(day: DayText): string {
  return lines([
    'tongxin-day-1',
    `city ${day.city}`,
    `day ${day.day}`,
    `prev ${day.prev || none}`,
    `seals ${day.seals}`,
    `events ${day.events}`,
    `records ${day.records}`,
    `security ${day.security.seq} ${day.security.hash || none}`,
  ])
}

export function dayLine(seal: { readonly n: number; readonly hash: string }): string {
  return lines([`${seal.n} ${seal.hash}`])
}

/** The form of a day's hash for newspapers and notice boards: its first 16 digits. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

const none = '-'

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}
