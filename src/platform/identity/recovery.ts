import { randomInt } from 'node:crypto'
import type { Instant } from '../../kernel/time.ts'
import type { Keys } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'

export type RecoveryAt = {
  readonly db: Database
  readonly keys: Pick<Keys, 'digest'>
  readonly city: number
  readonly account: string
}

/** Ten new codes, each for one sign-in without the second factor; the former ones are void. Only
 *  their keyed digests are kept, so they are shown this once. */
export async function makeRecoveryCodes(at: RecoveryAt): Promise<readonly string[]> {
  const { db, city, account } = at
  const codes = Array.from({ length: 10 }, newCode)
  await db.read.transaction().execute(async (write) => {
    await write
      .deleteFrom('recovery_code')
      .where('city', '=', city)
      .where('account', '=', account)
      .execute()
    await write
      .insertInto('recovery_code')
      .values(codes.map((code) => ({ city, account, digest: digestIn(at, code) })))
      .execute()
  })
  return codes
}

/** True once for each code, however it is typed. */
export async function useRecoveryCode(
  at: RecoveryAt,
  { typed, now }: { readonly typed: string; readonly now: Instant },
): Promise<boolean> {
  const row = await at.db.read
    .updateTable('recovery_code')
    .set({ used_at: momentOf(now) })
    .where('city', '=', at.city)
    .where('account', '=', at.account)
    .where('digest', '=', digestIn(at, typed))
    .where('used_at', 'is', null)
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

/** Without letters that are read as one another; 31 to the 12th is beyond guessing. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function newCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)] ?? '')
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

function digestIn({ keys, account }: RecoveryAt, code: string): string {
  const bare = code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return keys.digest(`recovery ${account} ${bare}`)
}
