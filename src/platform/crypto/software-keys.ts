import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type KeyProvider, providerOf, type Secret } from './keys.ts'

/**
 * Keys kept in a file of the home folder, made on first use.
 *
 * The file is worth what it protects: it is readable by its owner alone, and a backup without
 * it restores contacts and words that nobody can open. A key that another process added since is
 * found in the file when something sealed with it is to be opened.
 */
export function openSoftwareKeys(home: string): KeyProvider {
  if (!existsSync(fileIn(home))) create(home, [freshEntry([])])
  let provider = providerOf(secretsIn(home))
  return {
    get current() {
      return provider.current
    },
    get digesting() {
      return provider.digesting
    },
    find(id) {
      const known = provider.find(id)
      if (known !== undefined) return known
      provider = providerOf(secretsIn(home))
      return provider.find(id)
    },
  }
}

/** Adds a key, which seals from now on; the ones before still open what they sealed. */
export function addSoftwareKey(home: string): string {
  const entries = readEntries(home)
  const entry = freshEntry(entries)
  replaceEntries(home, [...entries, entry])
  return entry.id
}

export type KeyEntry = {
  readonly id: string
  readonly secret: string
  /** Who can unwrap the secret; a secret that nobody wrapped is the key itself. */
  readonly wrappedBy?: string | undefined
}

/** The entries of a home's keys file, oldest first. Refuses a file that others may read. */
export function readEntries(home: string): readonly KeyEntry[] {
  const file = fileIn(home)
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} must be readable by its owner only (mode 0600)`)
  }
  return fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))).keys
}

export function hasEntries(home: string): boolean {
  return existsSync(fileIn(home))
}

/** Linked into place whole: of two processes that start at once, both go on with the first one's keys. */
export function create(home: string, keys: readonly KeyEntry[]): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const draft = drafted(home, keys)
  try {
    linkSync(draft, fileIn(home))
  } catch (fault) {
    if (!hasEntries(home)) throw fault
  } finally {
    rmSync(draft)
  }
}

/** Renamed into place whole: a crash leaves the old keys or the new. */
export function replaceEntries(home: string, keys: readonly KeyEntry[]): void {
  renameSync(drafted(home, keys), fileIn(home))
}

export function freshEntry(before: readonly KeyEntry[]): KeyEntry {
  const newest = Math.max(0, ...before.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0)))
  return { id: `k${newest + 1}`, secret: randomBytes(32).toString('base64') }
}

const fileShape = z.object({
  keys: z
    .array(z.object({ id: z.string(), secret: z.string(), wrappedBy: z.string().optional() }))
    .min(1),
})

function secretsIn(home: string): readonly Secret[] {
  return readEntries(home).map(({ id, secret, wrappedBy }) => {
    if (wrappedBy !== undefined) throw new Error(`key ${id} must be unwrapped by ${wrappedBy}`)
    return { id, secret: Buffer.from(secret, 'base64') }
  })
}

function drafted(home: string, keys: readonly KeyEntry[]): string {
  const draft = join(home, `keys-${randomBytes(6).toString('hex')}.tmp`)
  writeFileSync(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flush: true })
  return draft
}

function fileIn(home: string): string {
  return join(home, 'keys.json')
}
