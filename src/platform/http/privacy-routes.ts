import type { FastifyInstance } from 'fastify'
import { objectIn } from '../store/json.ts'
import type { HttpDeps } from './deps.ts'
import { notAllowed } from './errors.ts'
import { cityOf, signedIn } from './who.ts'
import { cityIso, maybeIso } from './wire.ts'

const mayLook = ['admin', 'security', 'auditor']
const ruleNames: Readonly<Record<string, string>> = {
  contact: '联系方式',
  words: '居民所写文字',
  files: '居民照片',
  remark: '匿名意见',
  notice: '消息提醒',
  reading: '查阅记录',
  ballot: '测评选项',
  session: '过期登录',
  asked: '本人要求删除的',
}

/** The last rounds of erasing by date, for those who answer for them. */
export function privacyRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/privacy/runs', { config: { about: '到期删除的运行情况' } }, async (request) => {
    const { post } = await signedIn(deps, request)
    if (!mayLook.includes(post.role)) throw notAllowed('由管理员和审计员查看')
    const rows = await deps.db.read
      .selectFrom('retention_run')
      .selectAll()
      .where('city', '=', cityOf(deps).city)
      .orderBy('day', 'desc')
      .limit(30)
      .execute()
    return {
      rows: rows.map(({ day, at, ended_at: ended, erased }) => ({
        day,
        at: cityIso(at),
        endedAt: maybeIso(ended ?? undefined),
        erased: Object.entries(objectIn<Readonly<Record<string, number>>>(erased)).map(
          ([name, count]) => ({ what: ruleWords(deps, name), count }),
        ),
      })),
    }
  })
}

function ruleWords({ registry }: HttpDeps, name: string): string {
  const [rule = '', kind] = name.split(' ')
  const label = kind === undefined ? undefined : registry.get(kind)?.label
  const words = ruleNames[rule] ?? rule
  return label === undefined ? words : `${label}的${words}`
}
