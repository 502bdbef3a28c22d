import { canonicalJson } from '../store/chain.ts'
import type { Keys } from './types.ts'

export type ContactWords = {
  readonly name: string
  readonly phone: string
  readonly note: string
}

/**
 * What an event keeps of a contact, so that a changed one is found. It is keyed, and over the
 * contact's id too: of two contacts nobody can tell from it that they are the same person's.
 */
export function contactDigest(
  id: string,
  { name, phone, note }: ContactWords,
  keys: Pick<Keys, 'digest'>,
): string {
  return keys.digest(canonicalJson([id, name, phone, note]))
}
