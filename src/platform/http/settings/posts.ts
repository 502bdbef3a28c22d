import { type Role, roleNames } from '../../../kernel/actor.ts'
import type { Fields } from '../../../kernel/field.ts'
import { dayOf } from '../../../kernel/time.ts'
import { askGrant, isRewriting, needsConfirming, rewritingSays } from '../../identity/grants.ts'
import { isSensitive, officeClash } from '../../identity/offices.ts'
import { roleIn, roles } from '../../identity/posts.ts'
import { momentOf } from '../../store/value-types.ts'
import { invalid, notAllowed, Refused } from '../errors.ts'
import { mustReachPerson, mustReachPost } from './people-reach.ts'
import { reachesUnit } from './scope.ts'
import {
  choice,
  type Change,
  noteChange,
  type Row,
  type Section,
  type SettingsAt,
  text,
} from './section.ts'

const roleOptions = roles.map((value) => ({ value, label: roleNames[value] }))

const postFields: Fields = {
  id: { type: 'code', label: '岗位编号', help: '新增时不填' },
  person: { type: 'record', of: 'people', label: '人员', required: true },
  unit: { type: 'unit', label: '单位', required: true },
  role: choice('角色', roleOptions, { required: true }),
  title: { type: 'text', label: '职务', max: 40 },
}

/** Posts: one role of one person in one unit, from a day and to a day. What reaches far waits for
 *  the security administrator. */
export const posts: Section = {
  name: 'posts',
  label: '岗位',
  fields: postFields,
  columns: ['person', 'unit', 'role', 'title'],
  cityOnly: false,
  key: 'id',
  rows: postRows,
  write: writePost,
}

async function writePost(at: SettingsAt, change: Change) {
  const { deps, state, now } = at
  const { city } = state
  const wanted = await wantedPost(at, change)
  const { id, before } = wanted
  const isFar = isSensitive(wanted.role) || (before !== undefined && isSensitive(before.role))
  if (isFar && (await needsConfirming(deps.db, { city, now }))) {
    const { role, title, unit, person, from, to } = wanted
    const what = before !== undefined && change.end !== undefined ? 'end' : 'grant'
    const grant = { id: deps.newId(), what, post: id, person, unit, role, title, from, to } as const
    await askGrant(deps.db, { city, now, by: at.post.id }, grant)
    const asked = what === 'end' ? 'endAsked' : 'grantAsked'
    await noteChange(at, asked, { of: id, person, unit, role })
    return { id, says: '已提交，等安全管理员确认后生效' }
  }
  if (before?.role === 'auditor' && (change.end !== undefined || wanted.role !== 'auditor'))
    throw notAllowed('安全审计员不能由系统管理员单独撤换：请先设安全管理员，由其确认')
  const { person, unit, role, title } = wanted
  const valid_to = wanted.to === null ? null : momentOf(wanted.to)
  const row = { person, unit, role, title, valid_to }
  await deps.db.read
    .insertInto('post')
    .values({ city, id, ...row, valid_from: momentOf(wanted.from) })
    .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
    .execute()
  const done = change.end === undefined ? 'postGranted' : 'postEnded'
  await noteChange(at, done, { of: id, person, unit, role })
  return { id }
}

/** What the post is to be, judged by whoever may enter it. */
async function wantedPost(at: SettingsAt, { id, values, from, end }: Change) {
  const { deps, state, now } = at
  const unit = Number(values['unit'])
  if (!reachesUnit(at, unit)) throw notAllowed('只能修改本区的单位、岗位和账号')
  const role = roleIn(text(values['role']))
  if (role === undefined) throw invalid('没有这个角色')
  const person = text(values['person'])
  mustSeatOffice(at, { role, unit })
  if (!at.isCity) await mustReachPerson(at, person)
  if (id !== undefined) await mustReachPost(at, id)
  const before = await deps.db.read
    .selectFrom('post')
    .select(['role', 'valid_from', 'deputises'])
    .where('city', '=', state.city)
    .where('id', '=', id ?? deps.newId())
    .executeTakeFirst()
  if (before !== undefined && before.deputises !== null)
    throw invalid('这是代理岗位，由本人在“我的代理”里结束')
  const own = id ?? deps.newId()
  if (await isRewriting(deps.db, { city: state.city, now, id: own }, { person, unit, role }))
    throw invalid(rewritingSays)
  const to = end ?? null
  const start = before?.valid_from ?? from
  const clash = await officeClash(deps.db, {
    city: state.city,
    person,
    role,
    from: start,
    to,
    except: own,
  })
  if (clash !== undefined)
    throw new Refused(409, { code: 'officesApart', says: clash, basis: '三员分立' })
  const title = text(values['title']) || roleNames[role]
  return { id: own, before, person, unit, role, title, from: start, to }
}

function mustSeatOffice(at: SettingsAt, { role, unit }: { role: Role; unit: number }): void {
  if (['admin', 'security', 'auditor'].includes(role) && !at.isCity)
    throw notAllowed('管理员岗位由市级管理员设置')
  if (role !== 'security' && role !== 'auditor') return
  const { areas, units } = at.state.world.directory
  const level = areas.get(units.get(unit)?.area ?? 0)?.level
  if (level !== 'city')
    throw invalid('安全管理员和安全审计员设在市级单位', { unit: '请选市级单位' })
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
    .where('post.deputises', 'is', null)
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
