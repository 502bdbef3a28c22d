import { randomBytes } from 'node:crypto'
import type { Fields } from '../../../kernel/field.ts'
import { roleNames } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/time.ts'
import { hashPassword } from '../../identity/passwords.ts'
import { roleIn, roles } from '../../identity/posts.ts'
import { queryCodeOf } from '../../numbers/query-code.ts'
import { momentOf } from '../../store/value-types.ts'
import { invalid, notAllowed } from '../errors.ts'
import { uuidShape } from '../wire.ts'
import {
  mustHoldAccount,
  mustHoldAll,
  mustReachPerson,
  mustReachPost,
  peopleInReach,
} from './people-reach.ts'
import { reachesUnit } from './scope.ts'
import { choice, type Change, type Row, type Section, type SettingsAt, text } from './section.ts'

const roleOptions = roles.map((value) => ({ value, label: roleNames[value] }))

/** People, of whom only the name is kept. */
export const people: Section = {
  name: 'people',
  label: '人员',
  fields: {
    id: { type: 'code', label: '人员编号', help: '新增时不填' },
    name: { type: 'text', label: '姓名', required: true, max: 40 },
  },
  columns: ['name'],
  cityOnly: false,
  key: 'id',
  rows: async (at) => {
    const found = await peopleInReach(at)
    return found.map(({ id, name }) => ({ id, values: { id, name }, text: { id, name } }))
  },
  write: async (at, { id, values }) => {
    const own = id ?? at.deps.newId()
    if (!uuidShape.test(own)) throw invalid('人员编号不对')
    if (id !== undefined && !at.isCity) await mustReachPerson(at, id)
    const name = text(values['name'])
    await at.deps.db.read
      .insertInto('person')
      .values({ city: at.state.city, id: own, name })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet({ name }))
      .execute()
    return { id: own }
  },
}

const postFields: Fields = {
  id: { type: 'code', label: '岗位编号', help: '新增时不填' },
  person: { type: 'record', of: 'people', label: '人员', required: true },
  unit: { type: 'unit', label: '单位', required: true },
  role: choice('角色', roleOptions, { required: true }),
  title: { type: 'text', label: '职务', max: 40 },
}

/** Posts: one role of one person in one unit, from a day and to a day. */
export const posts: Section = {
  name: 'posts',
  label: '岗位',
  fields: postFields,
  columns: ['person', 'unit', 'role', 'title'],
  cityOnly: false,
  key: 'id',
  rows: postRows,
  write: async (at, { id, values, from, end }) => {
    const unit = Number(values['unit'])
    if (!reachesUnit(at, unit)) throw notAllowed('只能修改本区的单位、岗位和账号')
    const role = roleIn(text(values['role']))
    if (role === undefined) throw invalid('没有这个角色')
    if (role === 'admin' && !at.isCity) throw notAllowed('管理员岗位由市级管理员设置')
    if (!at.isCity) await mustReachPerson(at, text(values['person']))
    if (id !== undefined) await mustReachPost(at, id)
    const own = id ?? at.deps.newId()
    const row = {
      person: text(values['person']),
      unit,
      role,
      title: text(values['title']) || roleNames[role],
      valid_to: end === undefined ? null : momentOf(end),
    }
    await at.deps.db.read
      .insertInto('post')
      .values({ city: at.state.city, id: own, ...row, valid_from: momentOf(from) })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
      .execute()
    return { id: own }
  },
}

async function postRows(at: SettingsAt): Promise<readonly Row[]> {
  const { units } = at.state.world.directory
  const rows = await at.deps.db.read
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person'),
    )
    .selectAll('post')
    .select('person.name')
    .where('post.city', '=', at.state.city)
    .orderBy('post.unit')
    .orderBy('post.id')
    .execute()
  return rows
    .filter(({ unit }) => reachesUnit(at, unit))
    .map((row): Row => {
      const { id, person, unit, role, title } = row
      const known = roleIn(role)
      return {
        id,
        values: { id, person, unit, role, title },
        text: {
          id,
          person: row.name,
          unit: units.get(unit)?.name ?? String(unit),
          role: known === undefined ? role : roleNames[known],
          title,
        },
        from: dayOf(row.valid_from),
        to: row.valid_to === null ? undefined : dayOf(row.valid_to),
        state:
          row.valid_to !== null && row.valid_to <= at.now
            ? 'past'
            : row.valid_from > at.now
              ? 'later'
              : 'now',
      }
    })
}

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
      .select(['id', 'login', 'person', 'locked_until'])
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
  if (own !== undefined && end !== undefined) {
    await deps.sessions.closeAll(own)
    await deps.db.read
      .deleteFrom('account')
      .where('city', '=', city)
      .where('id', '=', own)
      .execute()
    return { id: own }
  }
  if (own !== undefined && values['reset'] !== true) {
    await deps.db.read
      .updateTable('account')
      .set({ login, person })
      .where('city', '=', city)
      .where('id', '=', own)
      .execute()
    return { id: own }
  }
  const password = `${queryCodeOf(randomBytes(16))}-${queryCodeOf(randomBytes(16))}`
  const password_hash = await hashPassword(password)
  const fresh = own ?? deps.newId()
  await deps.db.read
    .insertInto('account')
    .values({ city, id: fresh, person, login, password_hash })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'id'])
        .doUpdateSet({ person, login, password_hash, failed: 0, locked_until: null }),
    )
    .execute()
  await deps.sessions.closeAll(fresh)
  return { id: fresh, password }
}
