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
  /** How it was hashed; without it, as this release does. */
  readonly form?: number
}

/** The hash (SM3) of an event over the hash before it: whoever changes one changes all that follow. */
export function chainHash(prev: Buffer, event: Hashed): Buffer {
  return createHash('sm3').update(hashedBytes(prev, event)).digest()
}

/**
 * The very bytes that are hashed: a line of JSON with the hash before it and every value of the
 * event's row, then its body. No value can run over into its neighbour, and a text editor shows it.
 */
export function hashedBytes(prev: Buffer, event: Hashed): Buffer {
  if (event.form === 1) return joinedByBars(prev, event)
  const { city, record, seq, at, type, actor, post, ask, party, body } = event
  const head = ['tongxin-event-2', prev.toString('hex'), city, record, seq, momentOf(at)]
  return Buffer.from(`${JSON.stringify([...head, type, actor, post, ask, party])}\n${body}`)
}

/** As events were hashed before they were sealed; kept so that these can still be verified. */
function joinedByBars(prev: Buffer, event: Hashed): Buffer {
  const { city, record, seq, at, type, actor, post, ask, party, body } = event
  const words = [city, record, seq, momentOf(at), type, actor, post, ask, party ?? '', body]
  return Buffer.concat([prev, Buffer.from(words.join('|'))])
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
