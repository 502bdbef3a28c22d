import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type KeyProvider, providerOf } from '../crypto/keys.ts'

/** The keys of open polls. A key is made with its poll and ends with it. */
export type PollKeys = {
  make(poll: string): Promise<void>
  of(poll: string): Promise<KeyProvider | undefined>
  end(poll: string): Promise<void>
  known(): Promise<readonly string[]>
}

/**
 * Keys as files in a folder of their own, which no backup takes along: what the database, its log
 * of changes and its copies hold of an open poll cannot be read once the file is gone.
 */
export function pollKeys(folder: string): PollKeys {
  const file = (poll: string) => join(folder, `${poll}.key`)
  return {
    async make(poll) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeSynced(file(poll), 'wx')
    },
    async of(poll) {
      const text = await readFile(file(poll), 'utf8').catch(() => '')
      const secret = Buffer.from(text, 'hex')
      return secret.length === 32 ? providerOf([{ id: 'poll', secret }]) : undefined
    },
    async end(poll) {
      // Written over before it is unlinked: on most disks the bytes would otherwise stay.
      await writeSynced(file(poll), 'r+').catch(() => undefined)
      await rm(file(poll), { force: true })
    },
    async known() {
      const names = await readdir(folder).catch(() => [])
      return names.flatMap((name) => (name.endsWith('.key') ? [name.slice(0, -4)] : []))
    },
  }
}

async function writeSynced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags, 0o600)
  try {
    await handle.write(randomBytes(32).toString('hex'), 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
