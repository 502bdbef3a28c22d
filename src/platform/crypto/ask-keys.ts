import type { Keys } from '../asking/types.ts'
import { blindIndex, keyedDigest } from './blind-index.ts'
import type { KeyProvider } from './keys.ts'
import { seal, unseal } from './seal.ts'

/** The keys of a home folder in the form in which asks use them. */
export function askKeys(provider: KeyProvider): Keys {
  return {
    digest: (text) => keyedDigest(provider, text),
    seal: (text) => Buffer.from(seal(provider, contactPlace, text), 'utf8'),
    open: (sealed) => unseal(provider, contactPlace, sealed.toString('utf8')),
    index: (text) => Buffer.from(blindIndex(provider, text), 'hex'),
  }
}

const contactPlace = 'contact'
