import { readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Packs a line of JSON that is full of ids, digests and sealed words. These look like dice to any
 * packer, so each is written once as its bytes, and what is left is packed beside a text in which
 * much of it stands already (`common-1.txt`, which never changes).
 */
export function compacted(json: string): Buffer {
  const taken = takenOut(json)
  const { text, bytes } =
    putIn(taken.text, taken.bytes) === json ? taken : { text: json, bytes: Buffer.alloc(0) }
  const packed = deflateRawSync(text, { level: 9, dictionary: common() })
  const length = Buffer.alloc(4)
  length.writeUInt32BE(packed.length)
  return Buffer.concat([length, packed, bytes])
}

export function expanded(compact: Buffer): string {
  const end = 4 + compact.readUInt32BE(0)
  const text = inflateRawSync(compact.subarray(4, end), { dictionary: common() }).toString()
  return putIn(text, compact.subarray(end))
}

type Apart = { readonly text: string; readonly bytes: Buffer }

// JSON holds no control characters, so that these can stand for what was taken out: what stood
// before, an id, sealed words, a digest.
const [again, anId, someWords, aDigest] = ['\u0001', '\u0002', '\u0003', '\u0004']
const dice =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|s1\.[\w-]+\.[\w-]{22}\.[\w-]*\.[\w-]{43}/g
const marks = new RegExp(
  String.raw`${again}(.)|${anId}|${someWords}([\w-]+) (\d+);|${aDigest}`,
  'gsu',
)
const firstName = 48

function takenOut(json: string): Apart {
  const known = new Map<string, number>()
  const bytes: Buffer[] = []
  const text = json.replaceAll(dice, (one) => {
    const place = known.get(one)
    if (place !== undefined) return again + String.fromCodePoint(firstName + place)
    known.set(one, known.size)
    const [, key, ...sealed] = one.split('.')
    if (key === undefined) bytes.push(Buffer.from(one.replaceAll('-', ''), 'hex'))
    else bytes.push(...sealed.map((part) => Buffer.from(part, 'base64url')))
    if (key !== undefined) return `${someWords}${key} ${bytes.at(-2)?.length ?? 0};`
    return one.length === 64 ? aDigest : anId
  })
  return { text, bytes: Buffer.concat(bytes) }
}

function putIn(text: string, bytes: Buffer): string {
  const known: string[] = []
  let at = 0
  const next = (length: number, form: 'hex' | 'base64url') => {
    at += length
    return bytes.toString(form, at - length, at)
  }
  return text.replaceAll(marks, (mark, ...groups: readonly (string | undefined)[]) => {
    const [name, key, length] = groups
    if (name !== undefined) return known[(name.codePointAt(0) ?? 0) - firstName] ?? ''
    const one =
      key === undefined
        ? mark === anId
          ? idOf(next(16, 'hex'))
          : next(32, 'hex')
        : ['s1', key, ...[16, Number(length), 32].map((n) => next(n, 'base64url'))].join('.')
    known.push(one)
    return one
  })
}

function idOf(hex: string): string {
  return [0, 8, 12, 16, 20].map((from, at, all) => hex.slice(from, all[at + 1])).join('-')
}

let read: Buffer | undefined
function common(): Buffer {
  read ??= readFileSync(new URL('common-1.txt', import.meta.url))
  return read
}
