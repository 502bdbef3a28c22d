import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { invalid } from '../errors.ts'
import { sendSheet, sheetFormat } from '../sheet-reply.ts'
import { countsOf, rowResults, rowsAfter } from './job-rows.ts'
import { jobsOf } from './jobs.ts'
import { jobView } from './job-view.ts'
import { markedSheet } from './marked.ts'
import { bringing, jobPath, type Named, own, viewed } from './owned.ts'
import { recordsOf, reportSheet, resultLabels } from './report.ts'

/** What a post has brought in, how far it has come, and what became of each row. */
export function jobRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const query = ['kind', 'command']
  app.get('/api/sheets/jobs', { config: { about: '本岗位的导入', query } }, async (request) => {
    const named = request.query as Partial<Named>
    const { kind = '', command = '' } = named
    const at = await bringing(deps, request, { kind, command })
    const jobs = await jobsOf(deps, { post: at.post.id, kind })
    const own = jobs.filter((job) => job.command === command)
    const counts = await countsOf(
      deps,
      own.map(({ id }) => id),
    )
    return { jobs: own.map((job) => jobView(at, job, counts(job.id))) }
  })
  app.get(jobPath, { config: { about: '一次导入的进度' } }, async (request) =>
    viewed(deps, request),
  )
  rowRoutes(app, deps)
  fileRoutes(app, deps)
}

function rowRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const rowQuery = ['result', 'after']
  app.get(
    `${jobPath}/rows`,
    { config: { about: '一次导入的各行', query: rowQuery } },
    async (request) => {
      const { at, job } = await own(deps, request)
      const { result = '', after = '0' } = request.query as { result?: string; after?: string }
      const asked = result.split(',')
      const results = rowResults.filter((one) => result === '' || asked.includes(one))
      const limit = 200
      const which = { job: job.id, results }
      const rows = await rowsAfter(deps, which, { after: Number(after) || 0, limit })
      const named = await recordsOf(at, rows)
      return {
        rows: rows.map(({ line, result, problems, record, words }) => ({
          line,
          result,
          label: resultLabels[result],
          problems,
          words,
          record: named.get(record ?? ''),
        })),
        next: rows.length < limit ? undefined : rows.at(-1)?.line,
      }
    },
  )
}

function fileRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const file = { query: ['format'], file: true }
  app.get(
    `${jobPath}/marked`,
    { config: { about: '标出问题的原表', file: true } },
    async (request, reply) => {
      const { at, job } = await own(deps, request)
      const sheet = await markedSheet(at, job)
      if (sheet === undefined) throw invalid(job.says ?? '这个文件读不出')
      const name = `${job.name.replace(/\.\w+$/u, '')}-标出问题`
      return sendSheet(reply, sheet, { format: 'xlsx', name, now: deps.now() })
    },
  )
  app.get(
    `${jobPath}/report`,
    { config: { about: '导入结果', ...file } },
    async (request, reply) => {
      const { at, job } = await own(deps, request)
      const format = sheetFormat((request.query as { format?: string }).format)
      const name = `${at.kind.label}-导入结果`
      return sendSheet(reply, reportSheet(at, job), { format, name, now: deps.now() })
    },
  )
}
