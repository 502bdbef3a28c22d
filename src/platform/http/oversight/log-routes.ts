import type { FastifyInstance, FastifyRequest } from 'fastify'
import { addDays, dayOf, isDay, startOfDay } from '../../../kernel/time.ts'
import { isSecurityWhat, securityKinds } from '../../identity/security-kinds.ts'
import { noteSecurity, securityBreak } from '../../identity/security-log.ts'
import { moment } from '../../world/sql-moment.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { invalid, notAllowed } from '../errors.ts'
import { sendSheet, sheetFormat } from '../sheet-reply.ts'
import { cityOf, signedIn } from '../who.ts'
import { cityIso } from '../wire.ts'
import { labelOf, loadLogNames, logSentence, maskedAddress } from './log-words.ts'

type Query = Readonly<Record<string, string | undefined>>
const filters = ['what', 'login', 'from', 'to', 'cursor']
const page = 50
const mostExported = 20_000

/** The security log, for the auditor; the security administrator reads it with half of each
 *  address. It is read and taken out, and nothing here changes it. */
export function securityLogRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get(
    '/api/security-log',
    { config: { about: '安全日志', query: filters } },
    async (request) => {
      const session = await reader(deps, request)
      const asked = await askedOf(deps, request.query as Query)
      const found = await lines(deps, asked, page + 1)
      const shown = found.slice(0, page)
      return {
        rows: await views(deps, session, shown),
        next: found.length > page ? String(shown.at(-1)?.seq ?? '') : undefined,
        counts: await counts(deps, asked),
        from: asked.from,
        to: asked.to,
      }
    },
  )
  app.get('/api/security-log/whole', { config: { about: '安全日志是否完整' } }, async (request) => {
    await reader(deps, request)
    const broken = await securityBreak(deps.db, cityOf(deps).city)
    return broken === undefined ? { whole: true } : { whole: false, ...broken }
  })
  app.get(
    '/api/security-log/export',
    { config: { about: '导出安全日志', query: [...filters, 'format'], file: true } },
    async (request, reply) => {
      const session = await reader(deps, request)
      const query = request.query as Query
      const asked = await askedOf(deps, { ...query, cursor: undefined })
      const now = deps.now()
      await noteSecurity(deps.db, {
        city: cityOf(deps).city,
        at: now,
        what: 'exported',
        account: session.account.id,
        post: session.post.id,
        address: request.ip,
        about: { list: '安全日志', from: asked.from, to: asked.to },
      })
      const rows = await views(deps, session, await lines(deps, asked, mostExported))
      const note = cityOf(deps).demo ? { note: '演示数据' } : {}
      return sendSheet(
        reply,
        { columns, rows, ...note },
        { format: sheetFormat(query['format'] ?? 'csv'), name: '安全日志', now },
      )
    },
  )
}

const columns = [
  { key: 'seq', label: '序号' },
  { key: 'at', label: '时间' },
  { key: 'label', label: '事项' },
  { key: 'says', label: '内容' },
  { key: 'who', label: '账号' },
  { key: 'as', label: '岗位' },
  { key: 'address', label: '网络地址' },
]

async function reader(deps: HttpDeps, request: FastifyRequest): Promise<Session> {
  const session = await signedIn(deps, request)
  if (session.post.role !== 'auditor' && session.post.role !== 'security')
    throw notAllowed('安全日志由安全审计员查看')
  return session
}

type Asked = {
  readonly what: string | undefined
  /** Nothing when nobody was asked for, nobody when the login is unknown. */
  readonly account: string | null | undefined
  readonly from: string
  readonly to: string
  readonly before: number | undefined
}

async function askedOf(deps: HttpDeps, query: Query): Promise<Asked> {
  const { what, login, cursor } = query
  const to = query['to'] ?? dayOf(deps.now())
  const from = query['from'] ?? addDays(isDay(to) ? to : dayOf(deps.now()), -29)
  if (!isDay(from) || !isDay(to)) throw invalid('日期写作 2026-08-03')
  if (what !== undefined && what !== '' && !isSecurityWhat(what)) throw invalid('没有这类事项')
  const before = cursor === undefined || cursor === '' ? undefined : Number(cursor)
  if (before !== undefined && !Number.isSafeInteger(before)) throw invalid('翻页的位置不对')
  const account = login === undefined || login === '' ? undefined : await accountOf(deps, login)
  return { what: what === '' ? undefined : what, account, from, to, before }
}

async function accountOf(deps: HttpDeps, login: string): Promise<string | null> {
  const row = await deps.db.read
    .selectFrom('account')
    .select('id')
    .where('city', '=', cityOf(deps).city)
    .where('login', '=', login)
    .executeTakeFirst()
  return row?.id ?? null
}

function within(deps: HttpDeps, { from, to, account }: Asked) {
  const all = deps.db.read
    .selectFrom('security_event')
    .where('city', '=', cityOf(deps).city)
    .where('at', '>=', moment(startOfDay(from)))
    .where('at', '<', moment(startOfDay(addDays(to, 1))))
  return account === undefined ? all : all.where('account', 'is not distinct from', account)
}

async function lines(deps: HttpDeps, asked: Asked, limit: number) {
  if (asked.account === null) return []
  let found = within(deps, asked).selectAll().orderBy('seq', 'desc').limit(limit)
  if (asked.what !== undefined) found = found.where('what', '=', asked.what)
  if (asked.before !== undefined) found = found.where('seq', '<', asked.before)
  return found.execute()
}

async function counts(deps: HttpDeps, asked: Asked) {
  if (asked.account === null) return []
  const rows = await within(deps, asked)
    .select((eb) => ['what', eb.fn.countAll<number>().as('n')] as const)
    .groupBy('what')
    .execute()
  const by = new Map(rows.map(({ what, n }) => [what, n]))
  return Object.entries(securityKinds).flatMap(([what, label]) => {
    const n = by.get(what)
    return n === undefined ? [] : [{ what, label, n }]
  })
}

async function views(deps: HttpDeps, { post }: Session, rows: Awaited<ReturnType<typeof lines>>) {
  const state = cityOf(deps)
  const names = await loadLogNames(deps, state.city, rows)
  return rows.map((row) => ({
    seq: row.seq,
    at: cityIso(row.at),
    what: row.what,
    label: labelOf(row.what),
    says: logSentence({ deps, state, names }, row),
    who: row.account === null ? '' : (names.accounts.get(row.account) ?? '已停用的账号'),
    as: row.post === null ? '' : (names.posts.get(row.post) ?? ''),
    address: post.role === 'auditor' ? row.address : maskedAddress(row.address),
  }))
}
