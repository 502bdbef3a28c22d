import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problemWithPassword } from '../identity/passwords.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, Refused } from './errors.ts'
import { byAddress } from './rate.ts'

const setUpBody = z.object({
  typed: z.string(),
  code: z.number().int().min(100_000).max(999_999),
  cityName: z.string().trim().min(2).max(30),
  name: z.string().trim().min(1).max(40),
  login: z.string().trim().min(2).max(40),
  password: z.string(),
})

/** The first administrator of a new platform, by the code that its start printed. */
export function setUpRoutes(app: FastifyInstance, deps: HttpDeps): void {
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
