import { join, resolve } from 'node:path'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { openCluster } from './cluster.ts'
import { holdHome } from './home-lock.ts'
import { supervise } from './supervise.ts'
import { databaseUrl } from './url.ts'

export { HomeBusy } from './home-lock.ts'

export type Embedded = {
  /** Stays the same while this process lives, also when the server had to be started again. */
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

type Options = { readonly home: string; readonly say: (line: string) => void }

/**
 * Starts the PostgreSQL server that belongs to a home folder, making its data folder when there
 * is none and ending a server left by a killed process. Throws HomeBusy while another live
 * process has the folder. A server that dies is started again until `stop` is called.
 */
export async function startEmbedded({ home, say }: Options): Promise<Embedded> {
  const folder = resolve(home)
  const release = await holdHome(folder)
  try {
    const data = join(folder, 'postgres')
    const account = await findAccount(folder, data)
    const binaries = await findBinaries(folder, account)
    const cluster = await openCluster(data, binaries, account)
    const server = await supervise(cluster, say)
    return {
      url: databaseUrl(server.port, cluster.password),
      get pid() {
        return server.pid()
      },
      async stop() {
        await server.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
