import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import { moment } from '../world/sql-moment.ts'

type Own = { readonly city: number; readonly account: string }

/** Whoever knew a password that somebody else gave may have added ways in of their own: when its
 *  holder replaces it, all that were added since it was given go. How many. */
export async function dropWaysSinceGiven(db: Database, own: Own): Promise<number> {
  return db.read.transaction().execute(async (write) => {
    const since = moment(await givenAt(write, own))
    const { city, account } = own
    const gone = [
      await write
        .deleteFrom('passkey')
        .where('city', '=', city)
        .where('account', '=', account)
        .where('made_at', '>=', since)
        .executeTakeFirst(),
      await write
        .deleteFrom('totp')
        .where('city', '=', city)
        .where('account', '=', account)
        .where((eb) => eb.or([eb('made_at', '>=', since), eb('secret', 'is', null)]))
        .executeTakeFirst(),
      await write
        .deleteFrom('identity')
        .where('city', '=', city)
        .where('account', '=', account)
        .where('at', '>=', since)
        .executeTakeFirst(),
    ]
    // A binding that is under way at the provider would come back later.
    await write
      .deleteFrom('oidc_flow')
      .where('city', '=', city)
      .where('account', '=', account)
      .execute()
    await dropCodesMadeSince(write, own, since)
    return gone.reduce((sum, one) => sum + Number(one.numDeletedRows), 0)
  })
}

/** When the password was given, by the security log; without a line, before everything. */
async function givenAt(write: Kysely<Tables>, { city, account }: Own): Promise<Instant> {
  const row = await write
    .selectFrom('security_event')
    .select('at')
    .where('city', '=', city)
    .where('what', 'in', ['accountMade', 'passwordReset'])
    .where(sql<string>`about::jsonb->>'of'`, '=', account)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? 0
}

/** Recovery codes bear no time: the log tells when a factor or fresh codes were made. */
async function dropCodesMadeSince(
  write: Kysely<Tables>,
  { city, account }: Own,
  since: ReturnType<typeof moment>,
): Promise<void> {
  const made = await write
    .selectFrom('security_event')
    .select('seq')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('what', 'in', ['factorAdded', 'recoveryMade'])
    .where('at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  if (made === undefined) return
  await write
    .deleteFrom('recovery_code')
    .where('city', '=', city)
    .where('account', '=', account)
    .execute()
}
