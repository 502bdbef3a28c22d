import { randomBytes } from 'node:crypto'
import { dayMs, type Instant } from '../../kernel/time.ts'
import { type OfficeRole, roleNames } from '../../kernel/actor.ts'
import { queryCodeOf, readQueryCode } from '../numbers/query-code.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { officesFilled } from './offices.ts'
import { hashPassword } from './passwords.ts'
import { noteSecurityIn } from './security-log.ts'
import { digestOf } from './token.ts'

type At = { readonly city: number; readonly now: Instant }

/** Offices that the first system administrator does not hold himself. */
export const otherOffices = ['security', 'auditor'] as const satisfies readonly OfficeRole[]
export type OtherOffice = (typeof otherOffices)[number]

export async function missingOffices(db: Database, at: At): Promise<readonly OtherOffice[]> {
  const filled = await officesFilled(db, at)
  return otherOffices.filter((role) => !filled.has(role))
}

/** A code by which one person makes the account of an office that nobody holds yet. A new one
 *  voids the one before it. */
export async function newOfficeCode(
  db: Database,
  { city, now }: At,
  { role, unit }: { readonly role: OtherOffice; readonly unit: number },
): Promise<string> {
  const code = [0, 1].map(() => queryCodeOf(randomBytes(16))).join('-')
  await db.read
    .deleteFrom('office_code')
    .where('city', '=', city)
    .where('role', '=', role)
    .execute()
  await db.read
    .insertInto('office_code')
    .values({ city, digest: digestOf(code), role, unit, expires: momentOf(now + codeMs) })
    .execute()
  return code
}

type Taking = {
  readonly typed: string
  readonly name: string
  readonly login: string
  readonly password: string
  readonly address: string
  readonly newId: () => string
}

export type Taken =
  | { readonly ok: true; readonly role: OtherOffice }
  | { readonly ok: false; readonly why: 'code' | 'login' | 'filled' }

/** Makes person, post and account of the office. The person chooses the password: nobody else
 *  ever knew it. */
export async function takeOffice(db: Database, at: At, taking: Taking): Promise<Taken> {
  const { city, now } = at
  const { typed, name, login } = taking
  const password_hash = await hashPassword(taking.password)
  return db.read.transaction().execute(async (write): Promise<Taken> => {
    const row = await write
      .selectFrom('office_code')
      .select(['role', 'unit', 'digest'])
      .where('city', '=', city)
      .where('digest', '=', digestOf(plain(typed)))
      .where('expires', '>', moment(now))
      .forUpdate()
      .executeTakeFirst()
    const role = otherOffices.find((one) => one === row?.role)
    if (row === undefined || role === undefined) return { ok: false, why: 'code' }
    if ((await officesFilled({ ...db, read: write }, at)).has(role))
      return { ok: false, why: 'filled' }
    const taken = await write
      .selectFrom('account')
      .select('id')
      .where('city', '=', city)
      .where('login', '=', login)
      .executeTakeFirst()
    if (taken !== undefined) return { ok: false, why: 'login' }
    const [person, post, account] = [taking.newId(), taking.newId(), taking.newId()]
    await write.insertInto('person').values({ city, id: person, name }).execute()
    await write
      .insertInto('post')
      .values({
        city,
        id: post,
        person,
        unit: row.unit,
        role,
        title: roleNames[role],
        valid_from: momentOf(now),
      })
      .execute()
    await write
      .insertInto('account')
      .values({ city, id: account, person, login, password_hash })
      .execute()
    await write
      .deleteFrom('office_code')
      .where('city', '=', city)
      .where('digest', '=', row.digest)
      .execute()
    await noteSecurityIn(write, {
      city,
      at: now,
      what: 'accountMade',
      account,
      post,
      address: taking.address,
      about: { of: account, role, way: '一次性代码' },
    })
    return { ok: true, role }
  })
}

/** As it was given, however it was typed. */
function plain(typed: string): string {
  return typed
    .trim()
    .split('-')
    .map((half) => readQueryCode(half) ?? half)
    .join('-')
}

const codeMs = 7 * dayMs
