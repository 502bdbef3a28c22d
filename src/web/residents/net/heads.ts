import { flagIn, listIn, numberIn, objectIn, textIn } from './read.ts'

export type Head = {
  readonly day: string
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly hash: string
  readonly short: string
}

export type Heads = { readonly heads: readonly Head[]; readonly more: boolean }

/** Published days, newest first. */
export function headsIn(body: unknown): Heads {
  const from = objectIn(body)
  const heads = listIn(from['heads']).map((head) => ({
    day: textIn(head, 'day'),
    seals: numberIn(head, 'seals'),
    events: numberIn(head, 'events'),
    records: numberIn(head, 'records'),
    hash: textIn(head, 'hash'),
    short: textIn(head, 'short'),
  }))
  return { heads, more: flagIn(from, 'more') }
}
