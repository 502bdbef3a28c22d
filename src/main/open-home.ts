import { HomeBusy, startEmbedded } from '../platform/postgres/embedded.ts'
import { runningUrl } from '../platform/postgres/running.ts'

export type OpenHome = {
  readonly home: string
  readonly url: string
  /** True while the product itself runs on this home. */
  readonly isRunning: boolean
  close(): Promise<void>
}

/**
 * The database a command line program works on: DATABASE_URL, the server of the running product,
 * or a server started for the program's own time.
 */
export async function openHome(say: (line: string) => void): Promise<OpenHome> {
  const home = process.env['TONGXIN_HOME'] ?? '.tongxin'
  const given = process.env['DATABASE_URL']
  if (given !== undefined) return { home, url: given, isRunning: true, close: nothing }
  return openFolder(home, say)
}

/** The database of one home folder, whether the product runs on it or not. */
export async function openFolder(home: string, say: (line: string) => void): Promise<OpenHome> {
  try {
    const server = await startEmbedded({ home, say })
    return { home, url: server.url, isRunning: false, close: () => server.stop() }
  } catch (error) {
    if (!(error instanceof HomeBusy)) throw error
    return { home, url: await runningUrl(home), isRunning: true, close: nothing }
  }
}

function nothing(): Promise<void> {
  return Promise.resolve()
}
