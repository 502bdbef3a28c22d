import { z } from 'zod'
import { roleNames } from '../../../kernel/actor.ts'
import { isSecurityWhat, securityKinds } from '../../identity/security-kinds.ts'
import { roleIn } from '../../identity/posts.ts'
import type { CityState } from '../../world/city-state.ts'
import type { HttpDeps } from '../deps.ts'
import { uuidShape, wordsIn } from '../wire.ts'

/** Names that the lines of the log refer to by id. */
export type LogNames = {
  readonly accounts: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

const aboutShape = z.record(z.string(), z.unknown())

function aboutOf(text: string): Readonly<Record<string, unknown>> {
  const read = aboutShape.safeParse(JSON.parse(text))
  return read.success ? read.data : {}
}

/** A line of the security log as a sentence, its ids as names. */
export function logSentence(
  { deps, state, names }: { deps: HttpDeps; state: CityState; names: LogNames },
  line: { readonly what: string; readonly about: string },
): string {
  const label = labelOf(line.what)
  const about = Object.entries(aboutOf(line.about)).toSorted(([a], [b]) => placeOf(a) - placeOf(b))
  const parts = about.flatMap(([name, value]) => {
    const words = partWords(name, value, { deps, state, names })
    return words === undefined || words === '' ? [] : [words]
  })
  return parts.length === 0 ? label : `${label}：${parts.join('，')}`
}

export function labelOf(what: string): string {
  return isSecurityWhat(what) ? securityKinds[what] : what
}

/** First who, then as what and where, then until when. */
const order = ['person', 'of', 'section', 'role', 'unit', 'kind', 'from', 'to']

function placeOf(name: string): number {
  const place = order.indexOf(name)
  return place === -1 ? order.length : place
}

const waysIn: Readonly<Record<string, string>> = {
  password: '密码',
  totp: '动态码',
  passkey: '通行密钥',
  recovery: '恢复码',
  oidc: '统一身份认证',
}

type At = { deps: HttpDeps; state: CityState; names: LogNames }

function partWords(name: string, value: unknown, { deps, state, names }: At): string | undefined {
  const words = wordsIn(value)
  if (name === 'role') return roleNames[roleIn(words) ?? 'clerk']
  if (name === 'unit') return state.world.directory.units.get(Number(value))?.name
  if (name === 'kind') return deps.registry.get(words)?.label
  if (name === 'by' || name === 'factor') return waysIn[words] ?? words
  if (name === 'section') return sectionWords[words] ?? words
  if (name === 'person') return names.people.get(words)
  if (name === 'id') return words
  if (name === 'changed') return value === 1 ? undefined : `${words} 项`
  if (name === 'rows' || name === 'count') return `${words} 条`
  if (name === 'of' || name === 'account')
    return names.accounts.get(words) ?? names.posts.get(words) ?? plainWords(words)
  if (value === true) return flagWords[name]
  return flagWords[name] === undefined ? plainWords(words) : `${flagWords[name]}${words}`
}

/** Ids that name nothing any more say nothing to a reader. */
function plainWords(words: string): string | undefined {
  return uuidShape.test(words) ? undefined : words
}

const sectionWords: Readonly<Record<string, string>> = {
  units: '单位',
  people: '人员',
  posts: '岗位',
  accounts: '账号',
  machines: '接口账号',
  neighbours: '相邻城市',
  limits: '时限和参数',
  policy: '登录安全',
  practices: '工作机制',
  templates: '答复模板',
  calendar: '工作日历',
  areas: '地区',
  lists: '选项清单',
  oidc: '统一身份认证',
}

const flagWords: Readonly<Record<string, string>> = {
  way: '方式 ',
  until: '到 ',
  from: '从 ',
  to: '到 ',
}

/** What the ids in these lines are called. */
export async function loadLogNames(
  deps: HttpDeps,
  city: number,
  lines: readonly { account: string | null; post: string | null; about: string }[],
): Promise<LogNames> {
  const ids = lines.flatMap(({ account, post, about }) => [
    account,
    post,
    ...Object.values(aboutOf(about)).map(wordsIn),
  ])
  const wanted = [...new Set(ids.filter((id) => id !== null && uuidShape.test(id)))]
  if (wanted.length === 0) return { accounts: new Map(), posts: new Map(), people: new Map() }
  const [accounts, posts, people] = await Promise.all([
    deps.db.read
      .selectFrom('account')
      .innerJoin('person', (join) =>
        join.onRef('person.city', '=', 'account.city').onRef('person.id', '=', 'account.person'),
      )
      .select(['account.id', 'account.login', 'person.name'])
      .where('account.city', '=', city)
      .where('account.id', 'in', wanted)
      .execute(),
    deps.db.read
      .selectFrom('post')
      .innerJoin('person', (join) =>
        join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person'),
      )
      .select(['post.id', 'post.title', 'person.name'])
      .where('post.city', '=', city)
      .where('post.id', 'in', wanted)
      .execute(),
    deps.db.read
      .selectFrom('person')
      .select(['id', 'name'])
      .where('city', '=', city)
      .where('id', 'in', wanted)
      .execute(),
  ])
  return {
    accounts: new Map(accounts.map(({ id, login, name }) => [id, `${name}（${login}）`])),
    posts: new Map(posts.map(({ id, title, name }) => [id, `${name} ${title}`])),
    people: new Map(people.map(({ id, name }) => [id, name])),
  }
}

/** Enough of an address to tell networks apart, for whoever need not know the device. */
export function maskedAddress(address: string): string {
  if (address === '') return ''
  const parts = address.split('.')
  return parts.length === 4
    ? `${parts.slice(0, 2).join('.')}.*.*`
    : `${address.split(':').slice(0, 2).join(':')}:*`
}
