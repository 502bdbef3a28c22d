import type { KeyProvider } from './keys.ts'
import { hmacSm3 } from './sm3.ts'

/** What an encrypted column is searched by: the same text gives the same index, and only the key
 *  holder can try texts against it. Normalise before: '138 1234 5678' is another text. */
export function blindIndex(provider: KeyProvider, text: string): string {
  return hmacSm3(provider.digesting, 'blind-index\0', text).toString('hex')
}

/** The digest of content that is easily guessed: phones, short texts, yes or no. */
export function keyedDigest(provider: KeyProvider, data: string | Uint8Array): string {
  return hmacSm3(provider.digesting, 'digest\0', data).toString('hex')
}
