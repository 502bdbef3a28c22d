import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'

export type OwnPasskey = {
  readonly id: string
  readonly name: string
  readonly transports: string[]
  readonly made_at: Instant
  readonly used_at: Instant | null
}

/** The passkeys of an account, the oldest first. */
export async function ownPasskeys(
  db: Database,
  city: number,
  account: string,
): Promise<readonly OwnPasskey[]> {
  return db.read
    .selectFrom('passkey')
    .select(['id', 'name', 'transports', 'made_at', 'used_at'])
    .where('city', '=', city)
    .where('account', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

type Own = { readonly city: number; readonly account: string; readonly id: string }

export async function renamePasskey(
  db: Database,
  { city, account, id }: Own,
  name: string,
): Promise<boolean> {
  const row = await db.read
    .updateTable('passkey')
    .set({ name })
    .where('city', '=', city)
    .where('account', '=', account)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function removePasskey(db: Database, { city, account, id }: Own): Promise<boolean> {
  const row = await db.read
    .deleteFrom('passkey')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
