import { createHash, createHmac } from 'node:crypto'

/** GB/T 32905, as lower-case hex. */
export function sm3(data: string | Uint8Array): string {
  return createHash('sm3').update(data).digest('hex')
}

/** HMAC over SM3; the parts must be unambiguous together, so give them lengths or separators. */
export function hmacSm3(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sm3', key)
  // Each update is a call out of the language, which for short texts costs more than the hash.
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length === parts.length) return mac.update(texts.join('')).digest()
  for (const part of parts) mac.update(part)
  return mac.digest()
}
