import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../../kernel/time.ts'
import type { Keys } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'

export type TotpAt = {
  readonly db: Database
  readonly keys: Keys
  readonly city: number
  readonly account: string
  readonly now: Instant
}

/** A new secret for an authenticator app. It waits until a code of it was given, and the one in
 *  use stays until then. */
export async function beginTotp(
  at: TotpAt,
  shown: { readonly issuer: string; readonly login: string },
): Promise<{ readonly secret: string; readonly uri: string }> {
  const { db, city, account } = at
  const secret = new Secret({ size: 20 })
  const pending = sealed(at, secret.base32)
  await db.read
    .insertInto('totp')
    .values({ city, account, pending })
    .onConflict((conflict) => conflict.columns(['city', 'account']).doUpdateSet({ pending }))
    .execute()
  const { issuer, login } = shown
  return { secret: secret.base32, uri: new TOTP({ secret, issuer, label: login }).toString() }
}

/** Takes the waiting secret into use when the code is one of it. */
export async function confirmTotp(at: TotpAt, code: string): Promise<boolean> {
  const { db, city, account, now } = at
  const row = await rowOf(at)
  const pending = row?.pending ?? undefined
  if (pending === undefined) return false
  const step = stepOf(opened(at, pending), code, now)
  if (step === undefined) return false
  const taken = await db.read
    .updateTable('totp')
    .set({ secret: pending, pending: null, last_step: step, made_at: momentOf(now) })
    .where('city', '=', city)
    .where('account', '=', account)
    .where('pending', '=', pending)
    .returning('account')
    .executeTakeFirst()
  return taken !== undefined
}

/** Whether the code is right now. A time step that was used opens nothing again, nor does an
 *  earlier one: whoever looked over a shoulder comes too late. */
export async function useTotp(at: TotpAt, code: string): Promise<boolean> {
  const { db, city, account, now } = at
  const secret = (await rowOf(at))?.secret ?? undefined
  const step = secret === undefined ? undefined : stepOf(opened(at, secret), code, now)
  if (step === undefined) return false
  const used = await db.read
    .updateTable('totp')
    .set({ last_step: step })
    .where('city', '=', city)
    .where('account', '=', account)
    .where('last_step', '<', step)
    .returning('last_step')
    .executeTakeFirst()
  return used !== undefined
}

export async function removeTotp({ db, city, account }: TotpAt): Promise<boolean> {
  const row = await db.read
    .deleteFrom('totp')
    .where('city', '=', city)
    .where('account', '=', account)
    .returning('secret')
    .executeTakeFirst()
  return row !== undefined && row.secret !== null
}

/** The time step whose code was given, one to either side of now: clocks of telephones differ. */
function stepOf(secret: string, code: string, now: Instant): number | undefined {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / stepMs) + delta
}

const stepMs = 30_000

function rowOf({ db, city, account }: TotpAt) {
  return db.read
    .selectFrom('totp')
    .select(['secret', 'pending'])
    .where('city', '=', city)
    .where('account', '=', account)
    .executeTakeFirst()
}

/** The account is sealed with the secret, so that nobody gets in by copying their own row. */
function sealed({ keys, account }: TotpAt, secret: string): Buffer {
  return keys.seal(`totp ${account} ${secret}`)
}

function opened({ keys, account }: TotpAt, bytes: Buffer): string {
  const [mark, owner, secret = ''] = keys.open(bytes).split(' ')
  if (mark !== 'totp' || owner !== account)
    throw new Error('the secret of an authenticator app was moved')
  return secret
}
