import { createHash } from 'node:crypto'
import { momentOf } from './value-types.ts'

export type Hashed = {
  readonly city: number
  readonly record: string
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly actor: string
  readonly post: string
  readonly ask: string
  readonly party: string | null
  readonly body: string
}

/** The hash (SM3) of an event over the hash before it: whoever changes one changes all that follow. */
export function chainHash(prev: Buffer, event: Hashed): Buffer {
  const words = [
    event.city,
    event.record,
    event.seq,
    momentOf(event.at),
    event.type,
    event.actor,
    event.post,
    event.ask,
    event.party ?? '',
    event.body,
  ]
  return createHash('sm3').update(prev).update(words.join('|'), 'utf8').digest()
}

/** The one text of a JSON value: keys in order, nothing undefined. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let text = ''
  for (const [key, item] of inOrder(value)) {
    if (item === undefined) continue
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}

function inOrder(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The names of fields are few and come in every event. */
function quoted(key: string): string {
  const known = quotedKeys.get(key)
  if (known !== undefined) return known
  const text = JSON.stringify(key)
  if (quotedKeys.size < 2000) quotedKeys.set(key, text)
  return text
}

const quotedKeys = new Map<string, string>()
