import { hmacSm3 } from './sm3.ts'

/** Keys of one generation. Sealing and authenticating never share a key. */
export type Keys = {
  readonly id: string
  /** 16 bytes for SM4. */
  readonly sealing: Uint8Array
  readonly authenticating: Uint8Array
}

/**
 * Where keys come from: a file, a key management service, a cipher machine.
 *
 * A provider is opened once and then answers at once, so one that asks a service unwraps its
 * keys when it is opened. `digesting` is one key for good: changing it would cut every blind
 * index and keyed digest off from what they were made of.
 */
export type KeyProvider = {
  readonly current: Keys
  readonly find: (id: string) => Keys | undefined
  readonly digesting: Uint8Array
}

export type Secret = { readonly id: string; readonly secret: Uint8Array }

/** A provider over secrets in order of age: the last one seals, the first one digests. */
export function providerOf(secrets: readonly Secret[]): KeyProvider {
  const [oldest, newest] = [secrets[0], secrets.at(-1)]
  if (!oldest || !newest) throw new Error('a key provider needs at least one secret')
  const byId = new Map(secrets.map((secret) => [secret.id, keysOf(secret)]))
  return {
    current: keysOf(newest),
    find: (id) => byId.get(id),
    digesting: hmacSm3(oldest.secret, 'digesting'),
  }
}

function keysOf({ id, secret }: Secret): Keys {
  if (!/^[0-9a-z]{1,16}$/.test(id)) throw new Error(`not a key id: ${id}`)
  if (secret.length !== 32) throw new Error(`key ${id} must have 32 bytes`)
  return {
    id,
    sealing: hmacSm3(secret, 'sealing').subarray(0, 16),
    authenticating: hmacSm3(secret, 'authenticating'),
  }
}
