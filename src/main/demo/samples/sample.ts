import type { Role } from '../../../kernel/actor.ts'
import type { Value } from '../../../kernel/field.ts'

/** A record made by hand for the demo city, and what happens to it: played through the kernel's own
 *  decisions with the rest of the past. Names stand for ids, days are told from today. */
export type Sample = {
  /** By which other samples refer to its record. */
  readonly name?: string
  readonly kind: string
  readonly command: string
  /** An area's code, or its names from the district down: '五华区/华山街道'. */
  readonly area: number | string
  readonly by: Who
  /** Days before the end of the past; a fraction is the time of day. */
  readonly daysAgo: number
  readonly data?: SampleData
  readonly steps?: readonly SampleStep[]
}

export type SampleStep = {
  /** A command, or 'role/unit name/command' of a party. */
  readonly command: string
  /** 'link': whoever holds the record's own link. */
  readonly by: Who | 'link'
  /** Days after the step before. */
  readonly after: number
  readonly data?: SampleData
  /** The sample whose record it is asked of, when not its own. */
  readonly of?: string
  /** Records that the step's effects open, under names of their own: the first of a kind, or, with
   *  `each`, every one of it as 'name|value|value' of those fields. */
  readonly opens?: Opening | readonly Opening[]
}

export type Who = { readonly unit: string; readonly role: Role }

export type Opening = {
  readonly kind: string
  readonly name: string
  readonly each?: readonly string[]
}

export type SampleValue =
  | Value
  | { readonly sample: string }
  | { readonly unit: string }
  | { readonly units: readonly string[] }
  | { readonly area: string }
  | { readonly daysAgo: number }
  /** The month so many months before the end: '2026-08'. */
  | { readonly monthsAgo: number }
  /** The moment so many days before the end. */
  | { readonly momentAgo: number }
  /** That time of the day so many days before the end. */
  | { readonly dayAgo: number; readonly at: string }
  /** The year that day lies in. */
  | { readonly yearAgo: number }
  /** The post of somebody who works there. */
  | { readonly post: Who }
  /** A person made up for the demo. */
  | { readonly contact: 'invented' }
  /** An item of the duty list, by its number. */
  | { readonly duty: string }
  | { readonly duties: readonly string[] }

export type SampleData = Readonly<Record<string, SampleValue>>
