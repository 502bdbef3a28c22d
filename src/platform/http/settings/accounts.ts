import { randomBytes } from 'node:crypto'
import { loginKey } from '../../identity/accounts.ts'
import { hashPassword } from '../../identity/passwords.ts'
import { forgetTries } from '../../identity/tries.ts'
import { officeOf } from '../../identity/offices.ts'
import { queryCodeOf } from '../../numbers/query-code.ts'
import { invalid, Refused } from '../errors.ts'
import { mustHoldAccount, mustHoldAll, peopleInReach } from './people-reach.ts'
import { type Change, noteChange, type Section, type SettingsAt, text } from './section.ts'

/** Accounts: a login for a person. A new or reset one gets a password that is said once. */
export const accounts: Section = {
  name: 'accounts',
  label: '账号',
  fields: {
    id: { type: 'code', label: '账号编号', help: '新增时不填' },
    login: { type: 'code', label: '登录名', required: true, max: 40, min: 2 },
    person: { type: 'record', of: 'people', label: '人员', required: true },
    reset: { type: 'flag', label: '重置密码' },
  },
  columns: ['login', 'person'],
  cityOnly: false,
  key: 'login',
  rows: async (at) => {
    const reached = new Map((await peopleInReach(at)).map(({ id, name }) => [id, name]))
    const rows = await at.deps.db.read
      .selectFrom('account')
      .select(['id', 'login', 'person'])
      .where('city', '=', at.state.city)
      .orderBy('login')
      .execute()
    return rows
      .filter(({ person }) => at.isCity || reached.has(person))
      .map(({ id, login, person }) => ({
        id,
        values: { id, login, person },
        text: { id, login, person: reached.get(person) ?? '' },
      }))
  },
  write: writeAccount,
}

async function writeAccount(at: SettingsAt, { id, values, end }: Change) {
  const { deps, state } = at
  const { city } = state
  const person = text(values['person'])
  if (!at.isCity) await mustHoldAll(at, person)
  const login = text(values['login'])
  const taken = await deps.db.read
    .selectFrom('account')
    .select(['id', 'person'])
    .where('city', '=', city)
    .where('login', '=', login)
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== id && id !== undefined)
    throw invalid('这个登录名已有人用', { login: '这个登录名已有人用' })
  const own = id ?? taken?.id
  if (own !== undefined) await mustHoldAccount(at, own)
  await mustNotBeOverseer(at, { own, person })
  if (own !== undefined && end !== undefined) {
    await deps.sessions.closeAll(own)
    await deps.db.read
      .deleteFrom('account')
      .where('city', '=', city)
      .where('id', '=', own)
      .execute()
    await noteChange(at, 'accountEnded', { of: own })
    return { id: own }
  }
  if (own !== undefined && values['reset'] !== true) {
    await deps.db.read
      .updateTable('account')
      .set({ login, person })
      .where('city', '=', city)
      .where('id', '=', own)
      .execute()
    await noteChange(at, 'accountChanged', { of: own })
    return { id: own }
  }
  const password = `${queryCodeOf(randomBytes(16))}-${queryCodeOf(randomBytes(16))}`
  const password_hash = await hashPassword(password)
  const fresh = own ?? deps.newId()
  await deps.db.read
    .insertInto('account')
    .values({ city, id: fresh, person, login, password_hash, must_change: true })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'id'])
        .doUpdateSet({ person, login, password_hash, must_change: true }),
    )
    .execute()
  await forgetTries(deps.db, { city, key: loginKey(deps.keys, login) })
  await deps.sessions.closeAll(fresh)
  await noteChange(at, own === undefined ? 'accountMade' : 'passwordReset', { of: fresh })
  return { id: fresh, password }
}

/** Who watches the system administrator must not get a new password, login or end from him. */
async function mustNotBeOverseer(
  at: SettingsAt,
  { own, person }: { readonly own: string | undefined; readonly person: string },
): Promise<void> {
  const { deps, state, now } = at
  const { city } = state
  const held =
    own === undefined
      ? undefined
      : await deps.db.read
          .selectFrom('account')
          .select('person')
          .where('city', '=', city)
          .where('id', '=', own)
          .executeTakeFirst()
  for (const one of new Set([person, held?.person ?? person])) {
    const office = await officeOf(deps.db, { city, now, person: one })
    const hasAccount = own !== undefined || (await accountOf(at, one)) !== undefined
    if (office !== 'security' && office !== 'auditor') continue
    if (hasAccount)
      throw new Refused(409, {
        code: 'officesApart',
        says: '三员分立：系统管理员不能改安全管理员和安全审计员的账号',
        instead: '由安全管理员在“安全管理”里重置密码',
      })
  }
}

async function accountOf({ deps, state }: SettingsAt, person: string) {
  return deps.db.read
    .selectFrom('account')
    .select('id')
    .where('city', '=', state.city)
    .where('person', '=', person)
    .executeTakeFirst()
}
