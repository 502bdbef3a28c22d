import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restore } from '../platform/backup/restore.ts'
import { askKeys } from '../platform/crypto/ask-keys.ts'
import type { KeyProvider } from '../platform/crypto/keys.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import { openFolder, type OpenHome, openHome } from './open-home.ts'

export type Copy = {
  readonly url: string
  readonly keys: ReturnType<typeof askKeys> | undefined
  /** Where what people sent lies, if it is at hand. */
  readonly files: string | undefined
  close(): Promise<void>
}

type Asked = {
  /** A backup, a home folder or a database's address; without it the environment's. */
  readonly named: string | undefined
  /** The folder that `keys.json` lies in. */
  readonly keys: string | undefined
  readonly say: (line: string) => void
}

/** Opens a copy of a city for reading. A backup is restored beside, and removed again. */
export async function openCopy({ named, keys, say }: Asked): Promise<Copy> {
  if (named === undefined) {
    const opened = await openHome(say)
    return copyOf(opened, keys ?? opened.home)
  }
  if (/^postgres(ql)?:\/\//.test(named))
    return {
      url: named,
      keys: await keysIn(keys),
      files: undefined,
      close: () => Promise.resolve(),
    }
  if (existsSync(join(named, 'manifest.json'))) return restored({ from: named, keys, say })
  if (!existsSync(join(named, 'postgres')))
    throw new Error(`${named} 不是备份文件夹，也不是数据目录`)
  return copyOf(await openFolder(named, say), keys ?? named)
}

async function copyOf(opened: OpenHome, keys: string): Promise<Copy> {
  const { url, home } = opened
  return { url, keys: await keysIn(keys), files: join(home, 'files'), close: () => opened.close() }
}

async function restored({
  from,
  keys,
  say,
}: Omit<Asked, 'named'> & { readonly from: string }): Promise<Copy> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-verify-'))
  const remove = () => rm(home, { recursive: true, force: true })
  try {
    const server = await startEmbedded({ home, say })
    const close = async () => {
      await server.stop()
      await remove()
    }
    try {
      await restore({ url: server.url, home, from, say, keys: await providerIn(keys) })
      return {
        url: server.url,
        keys: await keysIn(keys ?? home),
        files: join(home, 'files'),
        close,
      }
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Never made here: new keys would open nothing. */
async function providerIn(folder: string | undefined): Promise<KeyProvider | undefined> {
  return folder !== undefined && existsSync(join(folder, 'keys.json'))
    ? keySource(folder).open()
    : undefined
}

async function keysIn(folder: string | undefined): Promise<Copy['keys']> {
  const provider = await providerIn(folder)
  return provider && askKeys(provider)
}
