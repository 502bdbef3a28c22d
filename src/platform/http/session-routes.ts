import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { durationText } from '../../kernel/time.ts'
import { changePassword, tryPassword } from '../identity/accounts.ts'
import { problemWithPassword } from '../identity/passwords.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, notAllowed, Refused } from './errors.ts'
import { meView } from './me.ts'
import { byAddress } from './rate.ts'
import { cityOf, cookieName, signedIn } from './who.ts'

const signInBody = z.object({
  login: z.string().max(100),
  password: z.string().max(200),
  /** The device is one person's own: closing the browser does not sign out. */
  stay: z.boolean().optional(),
})
const passwordBody = z.object({ old: z.string().max(200), new: z.string().max(200) })
const postBody = z.object({ post: z.uuid() })
const setUpBody = z.object({
  typed: z.string(),
  code: z.number().int().min(100_000).max(999_999),
  cityName: z.string().trim().min(2).max(30),
  name: z.string().trim().min(1).max(40),
  login: z.string().trim().min(2).max(40),
  password: z.string(),
})

/** Signing in and out, and choosing the one post to act in. */
export function sessionRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/session',
    { config: { about: '登录', body: signInBody, open: true, rateLimit: byAddress(300) } },
    (request, reply) => signIn(deps, request.body, reply),
  )
  app.delete('/api/session', { config: { about: '退出登录' } }, async (request, reply) => {
    const token = request.cookies[cookieName]
    if (token !== undefined && deps.state() !== undefined) await deps.sessions.close(token)
    return reply.clearCookie(cookieName, { path: '/' }).send({ ok: true })
  })
  app.get('/api/me', { config: { about: '当前登录人和岗位' } }, async (request) =>
    meView(deps, await signedIn(deps, request)),
  )
  app.post('/api/me/post', { config: { about: '切换岗位', body: postBody } }, async (request) => {
    const session = await signedIn(deps, request)
    const read = postBody.safeParse(request.body)
    if (!read.success) throw invalid('请选择岗位')
    if (!(await deps.sessions.switchTo(session, read.data.post, deps.now())))
      throw notAllowed('这不是您的岗位，或已经到期')
    return meView(deps, await signedIn(deps, request))
  })
  app.post(
    '/api/me/password',
    { config: { about: '修改密码', body: passwordBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = passwordBody.safeParse(request.body)
      if (!read.success) throw invalid('请填写原密码和新密码')
      await replacePassword(deps, session, { old: read.data.old, next: read.data.new })
      return { ok: true }
    },
  )
  app.post(
    '/api/set-up',
    {
      config: {
        about: '用一次性代码建立首个管理员',
        body: setUpBody,
        open: true,
        rateLimit: byAddress(10),
      },
    },
    async (request) => {
      const read = setUpBody.safeParse(request.body)
      if (!read.success) throw invalid('请检查标出的内容', setUpSentences(read.error.issues))
      const problem = problemWithPassword(read.data.password, read.data.login)
      if (problem !== undefined) throw invalid(problem, { password: problem })
      if (deps.setUp === undefined || !(await deps.setUp(read.data)))
        throw new Refused(403, {
          code: 'notAllowed',
          says: '一次性代码不对，或平台已经设置过',
          fields: { typed: '代码不对，请照服务器窗口里的填写' },
        })
      return { ok: true }
    },
  )
}

const setUpSays: Readonly<Record<string, string>> = {
  code: '城市代码是六位数字，如 530100',
  cityName: '城市名称要 2 到 30 个字',
  name: '请填写姓名，最多 40 个字',
  login: '账号要 2 到 40 个字',
}

function setUpSentences(issues: readonly z.core.$ZodIssue[]): Readonly<Record<string, string>> {
  const names = issues.map(({ path }) => String(path[0] ?? ''))
  return Object.fromEntries(names.map((name) => [name, setUpSays[name] ?? '请填写']))
}

async function signIn(deps: HttpDeps, body: unknown, reply: FastifyReply) {
  const read = signInBody.safeParse(body)
  if (!read.success) throw invalid('请填写账号和密码')
  const { city } = cityOf(deps)
  const now = deps.now()
  const tried = await tryPassword(deps.db, { city, now, limits: deps.limits(now) }, read.data)
  if (!tried.ok)
    throw new Refused(
      401,
      tried.why === 'locked'
        ? {
            code: 'locked',
            says: `输错次数太多，账号已锁定，请 ${durationText(tried.until - now)}后再试`,
          }
        : { code: 'wrongPassword', says: '账号或密码不对' },
    )
  const token = await deps.sessions.open(tried.account, now)
  const session = await deps.sessions.find(token, now)
  if (session === undefined) throw notAllowed('这个账号现在没有有效的岗位，请联系管理员')
  const seconds = Math.floor(deps.limits(now).absoluteMs / 1000)
  const lasts = read.data.stay === true ? { maxAge: seconds } : {}
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', ...lasts })
  return meView(deps, session)
}

async function replacePassword(
  deps: HttpDeps,
  session: Awaited<ReturnType<typeof signedIn>>,
  { old, next }: { old: string; next: string },
): Promise<void> {
  const { city } = cityOf(deps)
  const now = deps.now()
  const { login, id } = session.account
  const tried = await tryPassword(
    deps.db,
    { city, now, limits: deps.limits(now) },
    { login, password: old },
  )
  if (!tried.ok) throw invalid('原密码不对', { old: '原密码不对' })
  const problem = problemWithPassword(next, login)
  if (problem !== undefined) throw invalid(problem, { new: problem })
  await changePassword(deps.db, { city, id }, next)
  await deps.sessions.closeAll(id, session.id)
}
