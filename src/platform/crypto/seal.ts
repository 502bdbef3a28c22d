import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'
import { freshBytes } from './fresh-bytes.ts'
import type { Keys, KeyProvider } from './keys.ts'
import { hmacSm3 } from './sm3.ts'

/**
 * SM4 in counter mode, then HMAC-SM3 over everything, as one text: 's1.key.iv.sealed.mac'.
 *
 * The place says what is sealed (a record and a field); text moved to another place does not
 * open, so nobody can swap two people's numbers by swapping rows.
 */
export function seal(provider: KeyProvider, place: string, plain: string): string {
  const keys = provider.current
  const iv = freshBytes(16)
  // In counter mode nothing is held back for an end.
  const sealed = createCipheriv('sm4-ctr', keys.sealing, iv).update(plain, 'utf8')
  const body = [form, keys.id, text(iv), text(sealed)].join('.')
  return `${body}.${text(macOf(keys, place, body))}`
}

/** Throws where the text was changed, moved, or sealed with a key the provider does not have. */
export function unseal(provider: KeyProvider, place: string, sealedText: string): string {
  const cut = sealedText.lastIndexOf('.')
  const body = sealedText.slice(0, cut)
  const [found, id = '', iv = '', sealed = ''] = body.split('.')
  if (found !== form) throw new Error('not a sealed text')
  const keys = provider.find(id)
  if (!keys) throw new Error(`no key ${id} to open a sealed text`)
  const mac = Buffer.from(sealedText.slice(cut + 1), 'base64url')
  const expected = macOf(keys, place, body)
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) {
    throw new Error('a sealed text was changed or moved')
  }
  const decipher = createDecipheriv('sm4-ctr', keys.sealing, Buffer.from(iv, 'base64url'))
  const plain = [decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]
  return Buffer.concat(plain).toString('utf8')
}

/** True of a text made by `seal`; no sentence of a person looks like one. */
export function isSealed(text: string): boolean {
  return /^s1\.[0-9a-z]{1,16}\.[\w-]{22}\.[\w-]*\.[\w-]{43}$/.test(text)
}

/** The key that a sealed text needs, by its name. */
export function keyIdOf(sealedText: string): string | undefined {
  return isSealed(sealedText) ? sealedText.split('.', 2)[1] : undefined
}

const form = 's1'

/** The body has no zero byte and is made here, so the place may hold any text. */
function macOf(keys: Keys, place: string, body: string): Buffer {
  return hmacSm3(keys.authenticating, body, '\0', place)
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
