import type { Keys } from '../asking/types.ts'
import { blindIndex, keyedDigest } from './blind-index.ts'
import type { KeyProvider } from './keys.ts'
import { isSealed, keyIdOf, seal, unseal } from './seal.ts'

/** The keys of a home folder in the form in which asks use them. */
export function askKeys(provider: KeyProvider): Keys {
  // An ask that seals a contact reads it again, to keep it out of what others see.
  const justSealed = new WeakMap<Buffer, { readonly text: string; readonly place: string }>()
  return {
    digest: (text) => keyedDigest(provider, text),
    seal: (text, place = commonPlace) => {
      const sealed = Buffer.from(seal(provider, place, text), 'utf8')
      justSealed.set(sealed, { text, place })
      return sealed
    },
    open: (sealed, place = commonPlace) => {
      const known = justSealed.get(sealed)
      if (known?.place === place) return known.text
      return openedAt(provider, place, sealed.toString('utf8'))
    },
    index: (text) => Buffer.from(blindIndex(provider, text), 'hex'),
    sealWords: (id, text) => seal(provider, wordsPlace(id), text),
    // Words written before they were sealed are still there as they were.
    openWords: (id, stored) =>
      isSealed(stored) ? unseal(provider, wordsPlace(id), stored) : stored,
    isCurrent: (sealed) => keyIdOf(sealed.toString('utf8')) === provider.current.id,
  }
}

/** What is sealed without naming its place, and every contact of before places were named. */
const commonPlace = 'contact'

export function wordsPlace(id: string): string {
  return `words:${id}`
}

function openedAt(provider: KeyProvider, place: string, sealed: string): string {
  if (place === commonPlace) return unseal(provider, place, sealed)
  try {
    return unseal(provider, place, sealed)
  } catch {
    return unseal(provider, commonPlace, sealed)
  }
}
