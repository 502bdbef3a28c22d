import { problemWithIssuer } from '../../identity/oidc/config.ts'
import { digestOf, newToken } from '../../identity/token.ts'
import { type Neighbour, neighboursOf, writeNeighbour } from '../../courier/neighbours.ts'
import { invalid } from '../errors.ts'
import { cityIso } from '../wire.ts'
import {
  type Change,
  noteChange,
  type Row,
  type Section,
  type SettingsAt,
  text,
} from './section.ts'

/** Neighbouring cities with a platform of their own. Each gave us a token to show at its door, and is
 *  given one to show at ours, which is said once. */
export const neighbours: Section = {
  name: 'neighbours',
  label: '相邻城市',
  fields: {
    code: { type: 'number', label: '城市代码', required: true, min: 100_000, max: 999_999 },
    name: { type: 'text', label: '城市名称', required: true, max: 40 },
    address: {
      type: 'text',
      label: '平台网址',
      required: true,
      max: 300,
      help: '对方平台的网址，以 https:// 开头',
    },
    token: {
      type: 'text',
      label: '对方给的令牌',
      max: 500,
      help: '加密保存，不再显示；不改就留空',
    },
    reset: { type: 'flag', label: '换发给对方的令牌', help: '原来的令牌立即失效' },
    waiting: { type: 'code', label: '待送' },
    taken: { type: 'code', label: '最近送达' },
  },
  columns: ['name', 'code', 'address', 'waiting', 'taken'],
  cityOnly: true,
  keeper: 'security',
  sheet: false,
  key: 'code',
  rows,
  write,
}

async function rows({ deps, state }: SettingsAt): Promise<readonly Row[]> {
  const { city } = state
  const [known, parcels] = await Promise.all([
    neighboursOf({ db: deps.db, keys: deps.keys, city }),
    countsOf(deps, city),
  ])
  return known.map(({ code, name, address, token, on }) => {
    const count = parcels.get(code)
    return {
      id: String(code),
      values: { code, name, address },
      text: {
        code: String(code),
        name,
        address,
        waiting: waitingText(count?.waiting ?? 0, token),
        taken: takenText(count?.taken),
      },
      state: on ? 'now' : 'past',
    }
  })
}

function countsOf({ db }: SettingsAt['deps'], city: number) {
  return db.read
    .selectFrom('parcel')
    .select(({ fn }) => [
      'to_city',
      fn
        .countAll<number>()
        .filterWhere('taken_at', 'is', null)
        .filterWhere('dropped_at', 'is', null)
        .as('waiting'),
      fn.max('taken_at').as('taken'),
    ])
    .where('city', '=', city)
    .groupBy('to_city')
    .execute()
    .then((all) => new Map(all.map((one) => [one.to_city, one])))
}

function takenText(at: number | null | undefined): string {
  return at === null || at === undefined ? '' : cityIso(at).slice(0, 16).replace('T', ' ')
}

/** Without a token nothing goes: whoever reads how much waits, reads why. */
function waitingText(count: number, token: string): string {
  if (count === 0) return ''
  return token === '' ? `${count} 件，填写“对方给的令牌”后才会送出` : `${count} 件`
}

async function write(at: SettingsAt, { id, values, end }: Change) {
  const { deps, state, now, post } = at
  const own = { db: deps.db, keys: deps.keys, city: state.city }
  const code = Number(values['code'])
  const all = await neighboursOf(own)
  const before = all.find((one) => one.code === code)
  if (id === undefined && before?.on === true)
    throw invalid('这个城市已经登记', { code: '这个城市已经登记' })
  if (id !== undefined && String(code) !== id)
    throw invalid('城市代码不能改', { code: '停用后新建' })
  if (code === state.city) throw invalid('不能填写本市', { code: '不能填写本市' })
  const address = text(values['address'])
  const problem = problemWithIssuer(address)
  if (problem !== undefined) throw invalid(problem, { address: problem })
  // A token goes only to the address it was given for.
  const kept = before?.address === address ? before.token : ''
  const token = text(values['token']) || kept
  const fresh = before?.on !== true || values['reset'] === true ? newToken() : undefined
  const digest = fresh === undefined ? (before?.digest ?? '') : digestOf(fresh).toString('hex')
  const on = end === undefined
  const name = text(values['name'])
  const neighbour: Neighbour = { code, name, address, token, digest, on }
  await writeNeighbour(own, neighbour, { now, post: post.id, version: deps.newId() })
  const about = { neighbour: name, code }
  if (!on) await noteChange(at, 'tokenRevoked', about)
  else if (fresh !== undefined) await noteChange(at, 'tokenMade', about)
  if (before !== undefined && before.address !== address) await noteMove(at, before, neighbour)
  return { id: String(code), ...(on && fresh !== undefined ? { password: fresh } : {}) }
}

/** Where matters of this city go from now on. */
async function noteMove(at: SettingsAt, before: Neighbour, { name, address }: Neighbour) {
  const [from, to] = [before.address, address].map((one) => new URL(one).host)
  await noteChange(at, 'settingChanged', { section: 'neighbours', of: name, from, to })
}
