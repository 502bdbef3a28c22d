import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { sendSheet, sheetFormat } from '../sheet-reply.ts'
import { takenFile } from '../taken-file.ts'
import { jobRoutes } from './job-routes.ts'
import { createJob } from './jobs.ts'
import { bringing, type Named, viewed } from './owned.ts'
import { startRunner } from './runner.ts'
import { stepRoutes } from './step-routes.ts'
import { templateOf } from './template.ts'

/** Any kind in by sheet: a template, a check before anything is written, the writing that survives a
 *  stop, what became of every row, and taking it back. */
export function sheetRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const runner = startRunner(deps, (error) => app.log.error({ err: error }, 'import'))
  app.addHook('onClose', () => runner.stop())
  templateRoutes(app, deps, () => runner.poke())
  jobRoutes(app, deps)
  stepRoutes(app, deps, () => runner.poke())
}

function templateRoutes(app: FastifyInstance, deps: HttpDeps, poke: () => void): void {
  const about = '导入模板'
  app.get(
    '/api/sheets/:kind/:command/template',
    { config: { about, query: ['format'], file: true } },
    async (request, reply) => {
      const at = await bringing(deps, request, request.params as Named)
      const format = sheetFormat((request.query as { format?: string }).format)
      const name = `${at.kind.label}-${at.command.label}-模板`
      return sendSheet(reply, templateOf(at), { format, name, now: deps.now() })
    },
  )
  app.post(
    '/api/sheets/:kind/:command',
    { config: { about: '上传导入表格，随即开始检查', multipart: true } },
    async (request) => {
      const at = await bringing(deps, request, request.params as Named)
      const { name, bytes } = await takenFile(request)
      const own = { kind: at.kind.name, command: at.start, post: at.post.id }
      const id = await createJob(deps, { ...own, name, bytes })
      poke()
      return viewed(deps, request, id)
    },
  )
}
