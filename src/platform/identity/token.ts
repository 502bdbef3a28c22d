import { createHash, randomBytes } from 'node:crypto'

/** What opens a door: enough chance that nobody guesses it. Only its digest is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
