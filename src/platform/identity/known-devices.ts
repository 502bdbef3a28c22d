import { dayMs, type Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { digestOf } from './token.ts'

type Own = { readonly city: number; readonly account: string }

/** Whether an account has signed in from this browser before. Its tries are counted apart, so that
 *  nobody elsewhere can lock the account's own people out. */
export async function isKnownDevice(
  db: Database,
  { city, account }: Own,
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<boolean> {
  const row = await db.read
    .selectFrom('known_device')
    .select('used')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('token_hash', '=', digestOf(token))
    .where('used', '>', moment(now - knownMs))
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberDevice(
  db: Database,
  { city, account }: Own,
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<void> {
  const used = momentOf(now)
  await db.read
    .insertInto('known_device')
    .values({ city, account, token_hash: digestOf(token), used })
    .onConflict((conflict) =>
      conflict.columns(['city', 'account', 'token_hash']).doUpdateSet({ used }),
    )
    .execute()
  await db.read
    .deleteFrom('known_device')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('used', '<', moment(now - knownMs))
    .execute()
}

/** After a change of password no browser is known but the one it was made with. */
export async function forgetDevices(
  db: Database,
  { city, account }: Own,
  except: string | undefined,
): Promise<void> {
  const all = db.read
    .deleteFrom('known_device')
    .where('city', '=', city)
    .where('account', '=', account)
  await (except === undefined ? all : all.where('token_hash', '!=', digestOf(except))).execute()
}

export const knownMs = 180 * dayMs
