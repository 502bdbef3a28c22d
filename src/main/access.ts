import type { FastifyRequest } from 'fastify'
import { dayOf } from '../kernel/time.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { logExport } from '../platform/http/export-log.ts'
import { sendSheet, sheetFormat } from '../platform/http/sheet-reply.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { accessSheet, type Wanted } from './access/sheets.ts'
import { accessView } from './access/view.ts'
import { navOf } from './nav.ts'

type Query = Readonly<Partial<Record<'kind' | 'role' | 'command' | 'format', string>>>

/** Who may do what, for those who administer and those who audit them. */
export const access: Plugin = (app, deps) => {
  const table = { about: '权限表：谁能办什么、看什么，由声明生成' }
  app.get('/api/access-matrix', { config: table }, async (request) => {
    await reader(deps, request)
    const { name, demo } = cityOf(deps)
    return { city: name, demo, day: dayOf(deps.now()), ...accessView() }
  })
  const sheet = { about: '权限表的表格', query: ['kind', 'role', 'command', 'format'] }
  app.get('/api/access-matrix/export', { config: sheet }, async (request, reply) => {
    const session = await reader(deps, request)
    const { format, ...wanted } = request.query as Query
    const view = accessView()
    const rows = accessSheet(view, known(wanted), noteOf(deps, view.digest))
    await logExport(deps, session, { kind: 'access-matrix', filters: wanted })
    return sendSheet(reply, rows, { format: sheetFormat(format), name: '权限表', now: deps.now() })
  })
}

async function reader(deps: HttpDeps, request: FastifyRequest): Promise<Session> {
  const session = await signedIn(deps, request)
  if (!navOf(actorOf(session).post, cityOf(deps)).includes('access'))
    throw notAllowed('权限表由系统管理员、安全管理员和安全审计员查看')
  return session
}

function known(wanted: Wanted): Wanted {
  const { kind, role } = wanted
  const view = accessView()
  if (kind !== undefined && !view.kinds.some((one) => one.kind === kind))
    throw invalid('没有这类事项')
  if (role !== undefined && !view.roles.some(({ name }) => name === role))
    throw invalid('没有这种岗位')
  return wanted
}

/** What a print or a sheet is of, so that two can be told apart. */
function noteOf(deps: HttpDeps, digest: string): string {
  const { name, demo } = cityOf(deps)
  const what = `${name}权限表 ${dayOf(deps.now())} SM3 ${digest}`
  return demo ? `演示数据 ${what}` : what
}
