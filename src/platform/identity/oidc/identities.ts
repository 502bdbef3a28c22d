import { randomBytes } from 'node:crypto'
import { dayMs, type Instant } from '../../../kernel/time.ts'
import { queryCodeOf, readQueryCode } from '../../numbers/query-code.ts'
import type { Database } from '../../store/database.ts'
import { momentOf } from '../../store/value-types.ts'
import { moment } from '../../world/sql-moment.ts'
import { type Account, accountById } from '../accounts.ts'
import { digestOf } from '../token.ts'

/** Somebody as a provider knows them: its own name and its own id of the person, nothing else. */
export type Identity = { readonly issuer: string; readonly subject: string }

type At = { readonly city: number; readonly now: Instant }

/** `own` when its holder bound it, and not somebody with a code. */
export type Bound = 'unknown' | 'ended' | { readonly account: Account; readonly own: boolean }

/** Whose account an identity is bound to. */
export async function accountOf(db: Database, at: At, identity: Identity): Promise<Bound> {
  const { city, now } = at
  const row = await db.read
    .updateTable('identity')
    .set({ used_at: momentOf(now) })
    .where('city', '=', city)
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .returning(['account', 'own'])
    .executeTakeFirst()
  if (row === undefined) return 'unknown'
  const account = await accountById(db, city, row.account)
  return account === undefined ? 'ended' : { account, own: row.own }
}

type Binding = { readonly identity: Identity; readonly account: string; readonly own: boolean }

/** Binds an identity to an account; false when it is another account's already. */
export async function bind(
  db: Database,
  { city, now }: At,
  { identity, account, own }: Binding,
): Promise<boolean> {
  const held = await db.read
    .selectFrom('identity')
    .innerJoin('account', (join) =>
      join.onRef('account.city', '=', 'identity.city').onRef('account.id', '=', 'identity.account'),
    )
    .select('identity.account')
    .where('identity.city', '=', city)
    .where('identity.issuer', '=', identity.issuer)
    .where('identity.subject', '=', identity.subject)
    .where('account.ended_at', 'is', null)
    .executeTakeFirst()
  if (held !== undefined && (held.account !== account || !own)) return held.account === account
  await db.read
    .insertInto('identity')
    .values({ city, ...identity, account, own, at: momentOf(now) })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'issuer', 'subject'])
        .doUpdateSet({ account, own, at: momentOf(now) }),
    )
    .execute()
  return true
}

export async function identitiesOf(db: Database, city: number, account: string) {
  return db.read
    .selectFrom('identity')
    .select(['issuer', 'at', 'used_at'])
    .where('city', '=', city)
    .where('account', '=', account)
    .orderBy('at')
    .execute()
}

/** How many were taken from the account. */
export async function unbind(db: Database, city: number, account: string): Promise<number> {
  const gone = await db.read
    .deleteFrom('identity')
    .where('city', '=', city)
    .where('account', '=', account)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** A code by which somebody who came from the provider says, once, which account is theirs. */
export async function newBindingCode(
  db: Database,
  { city, now }: At,
  account: string,
): Promise<string> {
  const code = `${queryCodeOf(randomBytes(16))}-${queryCodeOf(randomBytes(16))}`
  await db.read
    .deleteFrom('identity_code')
    .where('city', '=', city)
    .where((eb) => eb.or([eb('account', '=', account), eb('expires', '<=', moment(now))]))
    .execute()
  await db.read
    .insertInto('identity_code')
    .values({ city, digest: digestOf(plain(code)), account, expires: momentOf(now + dayMs) })
    .execute()
  return code
}

/** The account a code is for. It is void once used. */
export async function useBindingCode(
  db: Database,
  { city, now }: At,
  typed: string,
): Promise<string | undefined> {
  const row = await db.read
    .deleteFrom('identity_code')
    .where('city', '=', city)
    .where('digest', '=', digestOf(plain(typed)))
    .where('expires', '>', moment(now))
    .returning('account')
    .executeTakeFirst()
  return row?.account
}

/** Typed with or without the strokes, in large or small letters. */
function plain(typed: string): string {
  const words = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  const half = words.length / 2
  const halves = [words.slice(0, half), words.slice(half)]
  return halves.map((one) => readQueryCode(one) ?? one).join('')
}
