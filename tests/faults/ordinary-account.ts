import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export type Account = { readonly uid: number; readonly gid: number }

/**
 * Somebody without rights to run the product as: undefined when that is who runs the tests, or a
 * sentence when nobody of that sort could.
 */
export async function ordinaryAccount(): Promise<Account | string | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const known = passwd.split('\n').map((line) => line.split(':'))
  const one = known.find(([, , uid]) => uid === '1000') ?? known.find(([name]) => name === 'nobody')
  if (one === undefined) return 'this machine knows no ordinary user'
  const account = { uid: Number(one[2]), gid: Number(one[3]) }
  const server = fileURLToPath(new URL('../../src/main/server.ts', import.meta.url))
  const reads = ['-e', `process.getBuiltinModule('node:fs').readFileSync(process.argv[1])`, server]
  return promisify(execFile)(process.execPath, reads, { ...account, cwd: '/' }).then(
    () => account,
    () => 'an ordinary user cannot read the folder of this program',
  )
}
