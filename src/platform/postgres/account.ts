import { readFile, stat } from 'node:fs/promises'

export type Account = { readonly uid: number; readonly gid: number }

/**
 * The account the database runs as when this process is root, because PostgreSQL refuses root.
 * Whoever owns the data keeps it, so a folder first used by an ordinary user stays theirs.
 * Undefined for an ordinary user: the database then runs as that user.
 */
export async function findAccount(home: string, data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await findOwner(data)
  if (owner !== undefined) return owner
  // initdb looks its account up by name, so a bare number will not do.
  const known = await knownAccounts()
  const folder = await findOwner(home)
  return (
    known.find((one) => one.uid === folder?.uid) ??
    known.find((one) => one.name === 'nobody') ??
    known[0] ?? { uid: 65_534, gid: 65_534 }
  )
}

async function findOwner(path: string): Promise<Account | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || found.uid === 0) return undefined
  return { uid: found.uid, gid: found.gid }
}

async function knownAccounts() {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((one) => one.uid > 0 && one.gid > 0)
}
