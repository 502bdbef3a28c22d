import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isDay, startOfDay } from '../../../kernel/time.ts'
import { needsConfirming } from '../../identity/grants.ts'
import { touchWorld, writeSetting } from '../../world/settings.ts'
import type { HttpDeps } from '../deps.ts'
import { absent, invalid, notAllowed } from '../errors.ts'
import { schemaOf } from '../schema.ts'
import { sendSheet, sheetFormat } from '../sheet-reply.ts'
import { takenFile } from '../taken-file.ts'
import { cityOf, signedIn } from '../who.ts'
import { areas } from './areas.ts'
import { calendar, publishYear, yearBody, yearView } from './calendar.ts'
import { listSection } from './lists.ts'
import { machines } from './machines.ts'
import { neighbours } from './neighbours.ts'
import { limits } from './parameters.ts'
import { accounts } from './accounts.ts'
import { people } from './people.ts'
import { policy } from './policy.ts'
import { populations } from './populations.ts'
import { posts } from './posts.ts'
import { practices } from './practices.ts'
import { privacy } from './privacy.ts'
import { mayChangeIn, noteChange, type Section, type SettingsAt } from './section.ts'
import { takeSheet } from './sheet-in.ts'
import { templates } from './templates.ts'
import { units } from './units.ts'
import { cellsOf, listOfLists, oneList, sectionView } from './views.ts'

const sections: readonly Section[] = [
  units,
  people,
  posts,
  accounts,
  machines,
  neighbours,
  limits,
  policy,
  privacy,
  practices,
  templates,
  calendar,
  areas,
  populations,
]
const changeBody = z.object({
  id: z.string().max(80).optional(),
  from: z.string().refine(isDay).optional(),
  end: z.string().refine(isDay).optional(),
  values: z.record(z.string(), z.unknown()).default({}),
})
type Params = { readonly what: string; readonly id: string }
const readQuery = ['q', 'cursor', 'limit', 'parent', 'year', 'all']

/** The city's settings, each a table that is read, changed from a day on, and taken in by sheet. */
export function settingsRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get(
    '/api/settings/:what',
    { config: { about: '设置：读取', query: readQuery } },
    async (request) => {
      const { what } = request.params as Params
      const at = await adminAt(deps, request, what)
      const query = request.query as Record<string, string | undefined>
      if (what === 'lists') return listOfLists(at)
      if (what === 'calendar' && query['year'] !== undefined)
        return { ...yearView(at, Number(query['year']) || 2026), mayChange: at.isCity }
      return sectionView(at, sectionNamed(what), query)
    },
  )
  app.get(
    '/api/settings/:what/:id',
    { config: { about: '设置：一项及其历史' } },
    async (request) => {
      const { what, id } = request.params as Params
      const at = await adminAt(deps, request, what)
      if (what === 'lists') return oneList(at, id)
      const section = sectionNamed(what)
      const row = (await section.rows(at)).find((one) => one.id === id)
      if (row === undefined) throw absent('没有这一项')
      return { ...row, fields: section.fields, history: (await section.history?.(at, id)) ?? [] }
    },
  )
  app.post(
    '/api/settings/:what',
    { config: { about: '设置：新增或修改', body: changeBody } },
    async (request) => {
      const { what } = request.params as Params
      const at = await adminAt(deps, request, what)
      const read = changeBody.safeParse(request.body)
      if (!read.success) throw invalid('请检查填写的内容和日期')
      return change(deps, at, { what, ...read.data })
    },
  )
  for (const path of ['/api/settings/:what/sheet', '/api/settings/lists/:name/sheet'])
    sheetRoutes(app, deps, path)
}

function sheetRoutes(app: FastifyInstance, deps: HttpDeps, path: string): void {
  const sectionOf = ({ what, name }: { what?: string; name?: string }) => {
    const section = what === undefined ? listSection(name ?? '') : sectionNamed(what)
    if (section.sheet === false) throw absent('这项设置不用表格')
    return section
  }
  app.get(
    path,
    { config: { about: '设置：导出表格', query: ['format'], file: true } },
    async (request, reply) => {
      const at = await adminAt(deps, request)
      const section = sectionOf(request.params as { what?: string; name?: string })
      const rows = await section.rows(at)
      const columns = Object.entries(section.fields).map(([key, { label }]) => ({ key, label }))
      const note = at.state.demo ? { note: '演示数据' } : {}
      const { format } = request.query as { format?: string }
      return sendSheet(
        reply,
        { columns, rows: rows.map((row) => cellsOf(section, row)), ...note },
        { format: sheetFormat(format), name: section.label, now: at.now },
      )
    },
  )
  app.post(
    path,
    { config: { about: '设置：导入表格', query: ['check'], multipart: true } },
    async (request) => {
      const at = await adminAt(deps, request)
      const section = sectionOf(request.params as { what?: string; name?: string })
      mustChange(at, section)
      const { bytes } = await takenFile(request)
      const checkOnly = (request.query as { check?: string }).check === '1'
      const answer = await takeSheet(at, section, { bytes, checkOnly })
      if (answer.changed > 0 && !checkOnly)
        await settled(deps, at, { section, what: 'sheet', changed: answer.changed })
      return answer
    },
  )
}

/** The system administrator, and for the rules of signing in the security administrator. */
async function adminAt(
  deps: HttpDeps,
  request: FastifyRequest,
  what?: string,
): Promise<SettingsAt> {
  const { post, account } = await signedIn(deps, request)
  const state = cityOf(deps)
  const now = deps.now()
  const { directory } = state.world
  const scope = directory.units.get(post.unit)?.area ?? 0
  const level = directory.areas.get(scope)?.level
  const isKept = sections.some(({ name, keeper }) => name === what && keeper === 'security')
  const isSecurity = post.role === 'security' && isKept
  if (!isSecurity && (post.role !== 'admin' || (level !== 'city' && level !== 'district')))
    throw notAllowed('设置由系统管理员修改')
  const isCity = level === 'city'
  const keepsPolicy =
    isSecurity || (isCity && !(await needsConfirming(deps.db, { city: state.city, now })))
  const { ip: address } = request
  return { deps, state, post, account: account.id, address, now, scope, isCity, keepsPolicy }
}

function sectionNamed(what: string): Section {
  const section = sections.find(({ name }) => name === what)
  if (section === undefined) throw absent('没有这项设置')
  return section
}

type Asked = z.infer<typeof changeBody> & { readonly what: string }

async function change(deps: HttpDeps, at: SettingsAt, asked: Asked) {
  const { what, id, values } = asked
  const section = what === 'lists' ? listSection(id ?? '') : sectionNamed(what)
  mustChange(at, section)
  const year = what === 'calendar' ? yearBody.safeParse(values) : undefined
  if (year?.success === true) {
    await publishYear(at, year.data.year)
    await settled(deps, at, { section, what: 'year', changed: 1 })
    return { ...yearView({ ...at, state: cityOf(deps) }, year.data.year), mayChange: true }
  }
  const own = what === 'lists' ? undefined : id
  const known =
    own === undefined ? undefined : (await section.rows(at)).find((row) => row.id === own)
  const parsed = schemaOf(section.fields, () => at.state).parse({ ...known?.values, ...values })
  if (!parsed.ok)
    throw invalid(Object.values(parsed.fields)[0] ?? '请检查填写的内容', parsed.fields)
  const written = await section.write(at, {
    id: own,
    values: parsed.data,
    from: asked.from === undefined ? at.now : startOfDay(asked.from),
    end: asked.end === undefined ? undefined : startOfDay(asked.end),
  })
  await settled(deps, at, { section, what: written.id, changed: 1 })
  const rows = await section.rows({ ...at, state: cityOf(deps) })
  const row = rows.find((one) => one.id === written.id)
  const { password, says } = written
  return { ...(row ?? { id: written.id, values: {}, text: {} }), password, says }
}

function mustChange(at: SettingsAt, section: Section): void {
  if (section.keeper === 'security' && !at.keepsPolicy) throw notAllowed('这项由安全管理员修改')
  if (!mayChangeIn(at, section)) throw notAllowed('这项设置由市级管理员修改')
}

/** Every change leaves who made it, and every process learns of it. */
async function settled(
  deps: HttpDeps,
  at: SettingsAt,
  { section, what, changed }: { section: Section; what: string; changed: number },
): Promise<void> {
  const { state, post, now } = at
  await noteChange(at, 'settingChanged', { section: section.name, of: what, changed })
  await writeSetting(deps.db, {
    city: state.city,
    name: 'audit:settings',
    version: deps.newId(),
    from: now,
    value: { section: section.name, what, changed },
    post: post.id,
    at: now,
  })
  await touchWorld(deps.db, state.city, now)
  await deps.reloadWorld()
}
