import { type KeyProvider, providerOf } from './keys.ts'
import {
  addSoftwareKey,
  create,
  freshEntry,
  hasEntries,
  type KeyEntry,
  openSoftwareKeys,
  readEntries,
  replaceEntries,
} from './software-keys.ts'

/** Where an installation's keys come from. Opening may ask another machine; what is opened answers
 *  at once. */
export type KeySource = {
  open(): Promise<KeyProvider>
  /** Adds a key that seals from the next opening on, and gives its name. */
  rotate(): Promise<string>
}

/**
 * The seam for a key management service or a cipher machine: it keeps the one key that wraps ours
 * and never gives it away.
 */
export type KeyWrapper = {
  readonly name: string
  wrap(secret: Uint8Array): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>
}

/** Keys in the home folder, as they are, or wrapped by a service where there is one. */
export function keySource(home: string, wrapper?: KeyWrapper): KeySource {
  return wrapper === undefined
    ? {
        open: () => Promise.resolve(openSoftwareKeys(home)),
        rotate: () => Promise.resolve(addSoftwareKey(home)),
      }
    : wrappedKeys(home, wrapper)
}

function wrappedKeys(home: string, wrapper: KeyWrapper): KeySource {
  return {
    async open() {
      if (!hasEntries(home)) create(home, [await wrapped(wrapper, freshEntry([]))])
      const secrets = readEntries(home).map(async ({ id, secret, wrappedBy }) => {
        const bytes = Buffer.from(secret, 'base64')
        // Keys of before the service was there stay as they are until they seal nothing more.
        if (wrappedBy === undefined) return { id, secret: bytes }
        if (wrappedBy !== wrapper.name) throw new Error(`key ${id} was wrapped by ${wrappedBy}`)
        return { id, secret: await wrapper.unwrap(bytes) }
      })
      return providerOf(await Promise.all(secrets))
    },
    async rotate() {
      const entries = readEntries(home)
      const entry = await wrapped(wrapper, freshEntry(entries))
      replaceEntries(home, [...entries, entry])
      return entry.id
    },
  }
}

async function wrapped(wrapper: KeyWrapper, { id, secret }: KeyEntry): Promise<KeyEntry> {
  const bytes = await wrapper.wrap(Buffer.from(secret, 'base64'))
  return { id, secret: Buffer.from(bytes).toString('base64'), wrappedBy: wrapper.name }
}
