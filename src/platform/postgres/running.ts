import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { databaseUrl } from './url.ts'

/** Where the server of a home answers while another process of ours holds that home. */
export async function runningUrl(home: string): Promise<string> {
  const data = join(resolve(home), 'postgres')
  const password = (await readFile(join(data, 'tongxin.password'), 'utf8')).trim()
  // The fourth line of PostgreSQL's own file is the port it listens on.
  const port = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3])
  return databaseUrl(port, password)
}
