import { type Role, roleNames } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/time.ts'
import { makeMachine, renameMachine, renewMachine, revokeMachine } from '../../identity/machines.ts'
import { roleIn } from '../../identity/posts.ts'
import { invalid } from '../errors.ts'
import {
  choice,
  type Change,
  noteChange,
  type Row,
  type Section,
  type SettingsAt,
  text,
} from './section.ts'

/** What another platform may be: it brings and dispatches, it never leads or administers. */
const roles: readonly Role[] = ['agent', 'dispatcher', 'clerk']

/** Platforms that ask with a token. It is said once, when the account is made or renewed. */
export const machines: Section = {
  name: 'machines',
  label: '接口账号',
  fields: {
    id: { type: 'code', label: '接口账号编号' },
    name: { type: 'text', label: '平台名称', required: true, max: 40 },
    unit: { type: 'unit', label: '所在单位', required: true },
    role: choice(
      '角色',
      roles.map((value) => ({ value, label: roleNames[value] })),
      { required: true },
    ),
    made: { type: 'code', label: '建立' },
    used: { type: 'code', label: '最近使用' },
    revoked: { type: 'code', label: '停用' },
    reset: { type: 'flag', label: '换发令牌', help: '原来的令牌立即失效' },
  },
  columns: ['name', 'unit', 'role', 'made', 'used', 'revoked'],
  cityOnly: true,
  sheet: false,
  key: 'id',
  rows: async (at) => (at.isCity ? (await standing(at)).map((one) => one.row) : []),
  write,
}

async function write(at: SettingsAt, { id, values, end }: Change) {
  const { deps, state, now } = at
  const on = { city: state.city, now }
  const name = text(values['name'])
  if (id === undefined) {
    const role = roleIn(text(values['role']))
    if (role === undefined || !roles.includes(role)) throw invalid('请选择角色')
    const [own, post, person] = [deps.newId(), deps.newId(), deps.newId()]
    const unit = Number(values['unit'])
    const machine = { id: own, post, person, name, unit, role }
    const token = await makeMachine(deps.db, on, machine)
    await noteChange(at, 'tokenMade', { machine: name, role, unit })
    return { id: own, password: token }
  }
  const known = (await standing(at)).find(({ row }) => row.id === id)
  if (known === undefined) throw invalid('没有这个接口账号')
  if (known.row.state === 'past') throw invalid('这个接口账号已经停用，请新建一个')
  const { unit, role } = known.row.values
  if (unit !== values['unit'] || role !== values['role'])
    throw invalid('单位和角色不能改，请停用后新建', { unit: '停用后新建' })
  deps.machines.forget(id)
  if (end !== undefined) {
    await revokeMachine(deps.db, on, { id, post: known.post })
    await noteChange(at, 'tokenRevoked', { machine: name })
    return { id }
  }
  await renameMachine(deps.db, on, { id, person: known.person, name })
  if (values['reset'] !== true) return { id }
  await noteChange(at, 'tokenMade', { machine: name })
  return { id, password: await renewMachine(deps.db, on, id) }
}

async function standing({ deps, state }: SettingsAt) {
  const { units } = state.world.directory
  const rows = await deps.db.read
    .selectFrom('machine')
    .innerJoin('post', (join) =>
      join.onRef('post.city', '=', 'machine.city').onRef('post.id', '=', 'machine.post'),
    )
    .select(['machine.id', 'machine.name', 'machine.post', 'post.person', 'post.unit', 'post.role'])
    .select(['machine.made_at', 'machine.revoked_at', 'machine.used_at'])
    .where('machine.city', '=', state.city)
    .orderBy('machine.made_at', 'desc')
    .execute()
  return rows.map(({ id, name, post, person, unit, role, ...at }) => {
    const known = roleIn(role)
    const day = (instant: number | null) => (instant === null ? '' : dayOf(instant))
    const row: Row = {
      id,
      values: { id, name, unit, role },
      text: {
        id,
        name,
        unit: units.get(unit)?.name ?? String(unit),
        role: known === undefined ? role : roleNames[known],
        made: day(at.made_at),
        used: day(at.used_at),
        revoked: day(at.revoked_at),
      },
      state: at.revoked_at === null ? 'now' : 'past',
    }
    return { row, post, person }
  })
}
