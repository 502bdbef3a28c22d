import { loginKey } from '../identity/accounts.ts'
import { forgetTries } from '../identity/tries.ts'
import type { HttpDeps } from './deps.ts'

type Locked = { readonly city: number; readonly login: string; readonly account: string }

/** Forgets the wrong tries at an account: at its login, its own password and its second factor. */
export async function unlockAccount(
  { db, keys }: Pick<HttpDeps, 'db' | 'keys'>,
  { city, login, account }: Locked,
): Promise<void> {
  const own = [`own ${account}`, `second ${account}`].map((text) => keys.digest(text))
  for (const key of [loginKey(keys, login), ...own]) await forgetTries(db, { city, key })
}
