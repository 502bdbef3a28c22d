import { createCipheriv, hash, randomBytes } from 'node:crypto'
import type { KeyProvider } from '../../../platform/crypto/keys.ts'

export type ToSeal = { readonly place: string; readonly plain: string }

const blockBytes = 16

/**
 * Seals many texts at once, each as `seal` does: the counters of all of them are enciphered in one
 * go, because beginning a cipher costs many times as much as going on with it.
 */
export function sealMany(
  provider: KeyProvider,
  items: readonly ToSeal[],
  dice: (bytes: number) => Buffer = randomBytes,
): readonly string[] {
  const { id, sealing, authenticating } = provider.current
  const plains = items.map(({ plain }) => Buffer.from(plain, 'utf8'))
  const starts: number[] = []
  let blocks = 0
  for (const plain of plains) {
    starts.push(blocks)
    blocks += Math.ceil(plain.length / blockBytes)
  }
  const ivs = dice(items.length * blockBytes)
  const counters = Buffer.allocUnsafe(blocks * blockBytes)
  for (const [at, plain] of plains.entries())
    writeCounters(counters, (starts[at] ?? 0) * blockBytes, {
      iv: ivs.subarray(at * blockBytes, (at + 1) * blockBytes),
      count: Math.ceil(plain.length / blockBytes),
    })
  const stream = createCipheriv('sm4-ecb', sealing, null).setAutoPadding(false).update(counters)
  const mac = macWith(authenticating)
  return items.map(({ place }, at) => {
    const plain = plains[at] ?? Buffer.alloc(0)
    const from = (starts[at] ?? 0) * blockBytes
    for (let byte = 0; byte < plain.length; byte += 1)
      plain[byte] = (plain[byte] ?? 0) ^ (stream[from + byte] ?? 0)
    const iv = ivs.toString('base64url', at * blockBytes, (at + 1) * blockBytes)
    const body = `s1.${id}.${iv}.${plain.toString('base64url')}`
    return `${body}.${mac(`${body}\0${place}`).toString('base64url')}`
  })
}

/** The start of a text's key stream and the blocks that follow it, counted as one large number. */
function writeCounters(
  into: Buffer,
  at: number,
  { iv, count }: { readonly iv: Buffer; readonly count: number },
): void {
  const low = iv.readUInt32BE(12)
  for (let block = 0; block < count; block += 1) {
    const from = at + block * blockBytes
    iv.copy(into, from)
    into.writeUInt32BE((low + block) >>> 0, from + 12)
    // Once in four thousand million: what the last four bytes cannot hold is carried on.
    for (let byte = from + 11; low + block > 0xffffffff && byte >= from; byte -= 1) {
      into[byte] = ((into[byte] ?? 0) + 1) & 0xff
      if (into[byte] !== 0) break
    }
  }
}

const hashedBytes = 64

/** HMAC-SM3 with one key over many texts: two digests each, and nothing to set up. */
function macWith(key: Uint8Array): (text: string) => Buffer {
  const padded = Buffer.alloc(hashedBytes)
  padded.set(key)
  let inner = Buffer.alloc(4096)
  const outer = Buffer.alloc(hashedBytes + 32)
  for (const [at, byte] of padded.entries()) {
    inner[at] = byte ^ 0x36
    outer[at] = byte ^ 0x5c
  }
  return (text) => {
    const most = hashedBytes + text.length * 3
    if (inner.length < most) inner = Buffer.concat([inner], most)
    const end = hashedBytes + inner.write(text, hashedBytes, 'utf8')
    outer.set(hash('sm3', inner.subarray(0, end), 'buffer'), hashedBytes)
    return hash('sm3', outer, 'buffer')
  }
}
