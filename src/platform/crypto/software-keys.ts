import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type KeyProvider, providerOf } from './keys.ts'

/**
 * Keys kept in a file of the home folder, made on first use.
 *
 * The file is worth what it protects: it is readable by its owner alone, and a backup without
 * it restores contacts that nobody can open.
 */
export function openSoftwareKeys(home: string): KeyProvider {
  const file = join(home, 'keys.json')
  if (!existsSync(file)) create(home, file)
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} must be readable by its owner only (mode 0600)`)
  }
  const { keys } = fileShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  return providerOf(keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') })))
}

const fileShape = z.object({
  keys: z.array(z.object({ id: z.string(), secret: z.string() })).min(1),
})

/** Linked into place whole: of two processes that start at once, both go on with the first one's keys. */
function create(home: string, file: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const draft = join(home, `keys-${randomBytes(6).toString('hex')}.tmp`)
  const keys = [{ id: 'k1', secret: randomBytes(32).toString('base64') }]
  writeFileSync(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if (!existsSync(file)) throw fault
  } finally {
    rmSync(draft)
  }
}
