import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import type { SignInLimits } from './limits.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

export type Account = { readonly id: string; readonly person: string; readonly login: string }

export type Tried =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'locked'; readonly until: Instant }

/** Checks a login and password. Wrong ones are counted, and too many lock the account for a
 *  while; an unknown login costs the same time as a wrong password. */
export async function tryPassword(
  db: Database,
  at: { readonly city: number; readonly now: Instant; readonly limits: SignInLimits },
  given: { readonly login: string; readonly password: string },
): Promise<Tried> {
  const row = await db.read
    .selectFrom('account')
    .selectAll()
    .where('city', '=', at.city)
    .where('login', '=', given.login)
    .executeTakeFirst()
  if (row === undefined) {
    await verifyPassword(await nobodysHash(), given.password)
    return { ok: false, why: 'wrong' }
  }
  if (row.locked_until !== null && row.locked_until > at.now)
    return { ok: false, why: 'locked', until: row.locked_until }
  if (!(await verifyPassword(row.password_hash, given.password))) return countWrong(db, at, row.id)
  if (row.failed > 0 || row.locked_until !== null)
    await db.read
      .updateTable('account')
      .set({ failed: 0, locked_until: null })
      .where('city', '=', at.city)
      .where('id', '=', row.id)
      .execute()
  return { ok: true, account: { id: row.id, person: row.person, login: row.login } }
}

async function countWrong(
  db: Database,
  { city, now, limits }: { city: number; now: Instant; limits: SignInLimits },
  id: string,
): Promise<Tried> {
  const { failed } = await db.read
    .updateTable('account')
    .set((eb) => ({ failed: eb('failed', '+', 1) }))
    .where('city', '=', city)
    .where('id', '=', id)
    .returning('failed')
    .executeTakeFirstOrThrow()
  if (failed < limits.tries) return { ok: false, why: 'wrong' }
  const until = now + limits.lockMs
  await db.read
    .updateTable('account')
    .set({ failed: 0, locked_until: momentOf(until) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
  return { ok: false, why: 'locked', until }
}

export async function changePassword(
  db: Database,
  account: { readonly city: number; readonly id: string },
  password: string,
): Promise<void> {
  await db.read
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), failed: 0, locked_until: null })
    .where('city', '=', account.city)
    .where('id', '=', account.id)
    .execute()
}

let nobody: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('nobody has this password')
  return nobody
}
