import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { roleNames } from '../../kernel/actor.ts'
import {
  missingOffices,
  newOfficeCode,
  otherOffices,
  takeOffice,
} from '../identity/office-codes.ts'
import { problemWithPassword } from '../identity/passwords.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, notAllowed, Refused } from './errors.ts'
import { byAddress } from './rate.ts'
import { note } from './signing-in.ts'
import { cityOf, signedIn } from './who.ts'

const codeBody = z.object({ role: z.enum(otherOffices) })
const takeBody = z.object({
  typed: z.string().max(60),
  name: z.string().trim().min(1).max(40),
  login: z.string().trim().min(2).max(40),
  password: z.string().max(200),
})

/** The other two of the three administrators, on a platform that has only the first: he gives each
 *  a code, and they make their own accounts. Where an office is held, its holder's successor is
 *  entered as a post and confirmed. */
export function officeRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/offices', { config: { about: '三员：还缺哪些' } }, async (request) => {
    await administrator(deps, await signedIn(deps, request))
    const missing = await missingOffices(deps.db, { city: cityOf(deps).city, now: deps.now() })
    return { missing: missing.map((role) => ({ role, label: roleNames[role] })) }
  })
  app.post(
    '/api/offices',
    { config: { about: '三员：发放一次性开通代码', body: codeBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      await administrator(deps, session)
      const read = codeBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择安全管理员或安全审计员')
      const { role } = read.data
      const at = { city: cityOf(deps).city, now: deps.now() }
      if (!(await missingOffices(deps.db, at)).includes(role))
        throw new Refused(409, {
          code: 'officeHeld',
          says: `已有${roleNames[role]}`,
          instead: '在“岗位”里增设或更换，由安全管理员确认',
        })
      const code = await newOfficeCode(deps.db, at, { role, unit: session.post.unit })
      const by = { account: session.account.id, post: session.post.id }
      await note(deps, request, { what: 'grantAsked', ...by, about: { role, way: '一次性代码' } })
      return { code, label: roleNames[role] }
    },
  )
  app.post(
    '/api/offices/take',
    {
      config: {
        about: '三员：凭一次性代码开通自己的账号',
        body: takeBody,
        open: true,
        rateLimit: byAddress(10),
      },
    },
    async (request) => {
      const read = takeBody.safeParse(request.body)
      if (!read.success) throw invalid('请检查填写的内容', sentences(read.error.issues))
      const problem = problemWithPassword(read.data.password, read.data.login)
      if (problem !== undefined) throw invalid(problem, { password: problem })
      const at = { city: cityOf(deps).city, now: deps.now() }
      const more = { address: request.ip, newId: deps.newId }
      const taken = await takeOffice(deps.db, at, { ...read.data, ...more })
      if (!taken.ok) throw refusals[taken.why]()
      return { ok: true, label: roleNames[taken.role] }
    },
  )
}

async function administrator(
  deps: HttpDeps,
  { post }: Awaited<ReturnType<typeof signedIn>>,
): Promise<void> {
  const { areas, units } = cityOf(deps).world.directory
  const level = areas.get(units.get(post.unit)?.area ?? 0)?.level
  if (post.role !== 'admin' || level !== 'city') throw notAllowed('由市级系统管理员办理')
}

const refusals = {
  code: () =>
    new Refused(403, {
      code: 'notAllowed',
      says: '一次性代码不对，或已经用过、过期',
      fields: { typed: '代码不对，或已经用过、过期' },
    }),
  login: () => invalid('这个账号已有人用', { login: '这个账号已有人用' }),
  filled: () => new Refused(409, { code: 'officeHeld', says: '这个岗位已经有人' }),
}

function sentences(issues: readonly z.core.$ZodIssue[]): Readonly<Record<string, string>> {
  const says: Readonly<Record<string, string>> = {
    name: '请填写姓名，最多 40 个字',
    login: '账号要 2 到 40 个字',
  }
  const names = issues.map(({ path }) => String(path[0] ?? ''))
  return Object.fromEntries(names.map((one) => [one, says[one] ?? '请填写']))
}
