import type { Instant } from '../../kernel/time.ts'
import type { Keys } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import { addressKey } from './address-key.ts'
import { isKnownDevice } from './known-devices.ts'
import type { SignInLimits } from './limits.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { type Counted, countWrong, lockedUntil, tryOnce } from './tries.ts'

export type Account = { readonly id: string; readonly person: string; readonly login: string }

/** `isNew` is the try that locked; `account` is only for the log. */
export type Tried =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly why: 'wrong'; readonly account?: string | undefined }
  | {
      readonly ok: false
      readonly why: 'locked' | 'addressLocked'
      readonly until: Instant
      readonly isNew: boolean
      readonly account?: string | undefined
    }

type At = {
  readonly city: number
  readonly now: Instant
  readonly limits: SignInLimits
  readonly keys: Pick<Keys, 'digest'>
}

type Given = {
  readonly login: string
  readonly password: string
  /** Where from; a known browser is counted by itself. */
  readonly address: string
  readonly device: string | undefined
}

/** Checks a login and password. Wrong ones are counted by login and by address; too many lock for a
 *  while, and longer each time. An unknown login costs the same time, and is locked the same. */
export async function tryPassword(db: Database, at: At, given: Given): Promise<Tried> {
  const { city, now, limits, keys } = at
  const { login, password, address, device } = given
  const row = await accountBy(db, city, login)
  const isKnown =
    row !== undefined &&
    device !== undefined &&
    (await isKnownDevice(db, { city, account: row.id }, { token: device, now }))
  const lock = { city, now, lockMs: limits.lockMs }
  const own: Counted = {
    ...lock,
    key: isKnown ? keys.digest(`device ${login} ${device}`) : loginKey(keys, login),
    tries: limits.tries,
  }
  const away = isKnown ? undefined : await addressLockedUntil(db, at, address)
  if (away !== undefined)
    return { ok: false, why: 'addressLocked', until: away, isNew: false, account: row?.id }
  const stored = row?.password_hash ?? (await nobodysHash())
  const tried = await tryOnce(
    db,
    own,
    async () => (await verifyPassword(stored, password)) && row !== undefined,
  )
  if (tried.ok && row !== undefined)
    return { ok: true, account: { id: row.id, person: row.person, login: row.login } }
  if (tried.ok) return { ok: false, why: 'wrong' }
  const isTry = tried.why === 'wrong' || tried.isNew
  if (!isKnown && isTry) await countAddress(db, at, address)
  return { ...tried, account: row?.id }
}

/** Until when nobody unknown may try from an address. */
export function addressLockedUntil(
  db: Database,
  at: At,
  address: string,
): Promise<Instant | undefined> {
  return lockedUntil(db, addressCounted(at, address))
}

/** Counted after it was wrong, never before: an office where all sign in at once is one address. */
export async function countAddress(db: Database, at: At, address: string): Promise<void> {
  await countWrong(db, addressCounted(at, address))
}

function addressCounted({ city, now, limits, keys }: At, address: string): Counted {
  return {
    city,
    now,
    key: keys.digest(`address ${addressKey(address)}`),
    tries: limits.addressTries,
    lockMs: limits.lockMs,
  }
}

/** What the tries at a login are counted under. */
export function loginKey(keys: At['keys'], login: string): string {
  return keys.digest(`login ${login}`)
}

/** The password of who is signed in, for what they do next. A stolen session is no place to guess
 *  in either. */
export async function tryOwnPassword(
  db: Database,
  { city, now, limits, keys }: At,
  { account, password }: { readonly account: Account; readonly password: string },
): Promise<Tried> {
  const own: Counted = {
    city,
    now,
    lockMs: limits.lockMs,
    key: keys.digest(`own ${account.id}`),
    tries: limits.tries,
  }
  const tried = await tryOnce(db, own, async () => {
    const row = await accountBy(db, city, account.login)
    return row?.id === account.id && (await verifyPassword(row.password_hash, password))
  })
  return tried.ok ? { ok: true, account } : { ...tried, account: account.id }
}

/** One's own new password, or one that an administrator made and that must be changed first. */
export async function changePassword(
  db: Database,
  account: { readonly city: number; readonly id: string },
  password: string,
): Promise<void> {
  await db.read
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), must_change: false })
    .where('city', '=', account.city)
    .where('id', '=', account.id)
    .execute()
}

/** An account that was not ended. */
export async function accountById(
  db: Database,
  city: number,
  id: string,
): Promise<Account | undefined> {
  return db.read
    .selectFrom('account')
    .select(['id', 'person', 'login'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

async function accountBy(db: Database, city: number, login: string) {
  return db.read
    .selectFrom('account')
    .select(['id', 'person', 'login', 'password_hash'])
    .where('city', '=', city)
    .where('login', '=', login)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

let nobody: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('nobody has this password')
  return nobody
}
