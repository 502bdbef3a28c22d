import { randomBytes } from 'node:crypto'
import { loginKey } from '../../identity/accounts.ts'
import { isGuarded, nobodysPassword } from '../../identity/guarded.ts'
import { hashPassword } from '../../identity/passwords.ts'
import { forgetTries } from '../../identity/tries.ts'
import { officeOf } from '../../identity/offices.ts'
import { queryCodeOf } from '../../numbers/query-code.ts'
import { momentOf } from '../../store/value-types.ts'
import { absent, invalid, Refused } from '../errors.ts'
import { mustHoldAccount, mustHoldAll, peopleInReach } from './people-reach.ts'
import { type Change, noteChange, type Section, type SettingsAt, text } from './section.ts'

/** Accounts: one login for a person, and never another's. A new or reset one gets a password that is
 *  said once; where the person's post reaches far, the security administrator says it. */
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
      .where('ended_at', 'is', null)
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
  const person = text(values['person'])
  if (!at.isCity) await mustHoldAll(at, person)
  const login = text(values['login'])
  const taken = await accountOf(at, 'login', login)
  if (taken !== undefined && taken.id !== id && id !== undefined)
    throw invalid('这个登录名已有人用', { login: '这个登录名已有人用' })
  const own = id === undefined ? taken : await accountOf(at, 'id', id)
  if (id !== undefined && own === undefined) throw absent('没有这个账号')
  if (own !== undefined) {
    await mustHoldAccount(at, own.id)
    mustStay(own, person)
  }
  await mustNotBeOverseer(at, { own: own?.id, person })
  if (own === undefined) return makeAccount(at, { login, person })
  await at.deps.sessions.closeAll(own.id)
  if (end !== undefined) return changed(at, own, { ended_at: momentOf(at.now) })
  return values['reset'] === true ? resetAccount(at, own) : changed(at, own, { login })
}

type Own = { readonly id: string; readonly person: string; readonly login: string }

/** Whose account it is was written into every line of the log. */
function mustStay(own: Own & { readonly ended_at: number | null }, person: string): void {
  if (own.ended_at !== null)
    throw invalid('这个登录名的账号已停用，请另取登录名', { login: '这个登录名用过，已停用' })
  if (own.person !== person)
    throw invalid('账号不能换人：请停用这个账号，再给新的人员另建一个', {
      person: '账号不能换人',
    })
}

async function changed(
  at: SettingsAt,
  { id, person }: Own,
  change: { readonly login: string } | { readonly ended_at: string },
) {
  await at.deps.db.read
    .updateTable('account')
    .set(change)
    .where('city', '=', at.state.city)
    .where('id', '=', id)
    .execute()
  const what = 'login' in change ? 'accountChanged' : 'accountEnded'
  await noteChange(at, what, { person, of: id })
  return { id }
}

async function makeAccount(at: SettingsAt, { login, person }: Omit<Own, 'id'>) {
  const { deps, state, now } = at
  const { city } = state
  const other = await accountOf(at, 'person', person)
  if (other !== undefined)
    throw invalid('此人已有账号，一人一个账号', { person: `此人已有账号 ${other.login}` })
  const id = deps.newId()
  const guarded = await isGuarded(deps.db, { city, now, person })
  const password = newPassword()
  const password_hash = await (guarded ? nobodysPassword() : hashPassword(password))
  await deps.db.read
    .insertInto('account')
    .values({ city, id, person, login, password_hash, must_change: true })
    .execute()
  await forgetTries(deps.db, { city, key: loginKey(deps.keys, login) })
  await noteChange(at, 'accountMade', { person, of: id })
  const says = '账号已建立。此人的岗位（或待确认的岗位）重要，密码由安全管理员在“安全管理”里给本人'
  return guarded ? { id, says } : { id, password }
}

async function resetAccount(at: SettingsAt, { id, person, login }: Own) {
  const { deps, state, now } = at
  const { city } = state
  if (await isGuarded(deps.db, { city, now, person }))
    throw new Refused(409, {
      code: 'officesApart',
      says: '此人的岗位（或待确认的岗位）重要，系统管理员不能重置密码',
      basis: '三员分立',
      instead: '由安全管理员在“安全管理”里重置密码',
    })
  const password = newPassword()
  await deps.db.read
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), must_change: true })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
  await forgetTries(deps.db, { city, key: loginKey(deps.keys, login) })
  await noteChange(at, 'passwordReset', { person, of: id })
  return { id, password }
}

function newPassword(): string {
  return `${queryCodeOf(randomBytes(16))}-${queryCodeOf(randomBytes(16))}`
}

/** Who watches the system administrator must not get a new password, login or end from him. */
async function mustNotBeOverseer(
  at: SettingsAt,
  { own, person }: { readonly own: string | undefined; readonly person: string },
): Promise<void> {
  if (own === undefined && (await accountOf(at, 'person', person)) === undefined) return
  const { deps, state, now } = at
  const office = await officeOf(deps.db, { city: state.city, now, person })
  if (office === 'security' || office === 'auditor')
    throw new Refused(409, {
      code: 'officesApart',
      says: '三员分立：系统管理员不能改安全管理员和安全审计员的账号',
      instead: '由安全管理员在“安全管理”里重置密码',
    })
}

/** By login also an ended one, whose login stays taken; of a person only one in use. */
function accountOf({ deps, state }: SettingsAt, by: 'id' | 'login' | 'person', value: string) {
  const found = deps.db.read
    .selectFrom('account')
    .select(['id', 'person', 'login', 'ended_at'])
    .where('city', '=', state.city)
    .where(by, '=', value)
  return (by === 'person' ? found.where('ended_at', 'is', null) : found).executeTakeFirst()
}
