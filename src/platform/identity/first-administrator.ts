import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../kernel/time.ts'
import { queryCodeOf, readQueryCode } from '../numbers/query-code.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { touchWorld, writeSetting } from '../world/settings.ts'
import { hashPassword } from './passwords.ts'

export type FirstCity = {
  readonly code: number
  readonly cityName: string
  readonly name: string
  readonly login: string
  readonly password: string
}

/** The one-time code by which a fresh installation gets its first administrator. It lives in this
 *  process only and is void once used. */
export function openFirstCode(): { readonly code: string; use(typed: string): boolean } {
  const code = queryCodeOf(randomBytes(16))
  let used = false
  return {
    code,
    use(typed) {
      const read = readQueryCode(typed) ?? ''
      if (used || read.length !== code.length) return false
      used = timingSafeEqual(Buffer.from(read), Buffer.from(code))
      return used
    },
  }
}

export async function hasAccounts(db: Database): Promise<boolean> {
  const row = await db.read.selectFrom('account').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Writes the city, one unit at its top, and the administrator who will set up the rest. */
export async function createFirstAdministrator(
  db: Database,
  first: FirstCity,
  at: { readonly now: Instant; readonly newId: () => string },
): Promise<void> {
  const { code: city, cityName, name, login, password } = first
  const [person, post, account] = [at.newId(), at.newId(), at.newId()]
  const moment = momentOf(at.now)
  const hash = await hashPassword(password)
  await db.read.transaction().execute(async (write) => {
    await write
      .insertInto('area')
      .values({ city, code: city, level: 'city', type: '市', name: cityName, parent: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await write
      .insertInto('unit')
      .values({
        city,
        id: 1,
        name: `${cityName}平台管理单位`,
        type: 'committee',
        functions: [],
        area: city,
        parent: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await write.insertInto('person').values({ city, id: person, name }).execute()
    await write
      .insertInto('post')
      .values({
        city,
        id: post,
        person,
        unit: 1,
        role: 'admin',
        title: '系统管理员',
        valid_from: moment,
      })
      .execute()
    await write
      .insertInto('account')
      .values({ city, id: account, person, login, password_hash: hash })
      .execute()
  })
  await writeSetting(db, {
    city,
    name: 'city',
    version: '1',
    from: at.now,
    value: { demo: false },
    at: at.now,
  })
  await touchWorld(db, city, at.now)
}
