import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { schemaFor } from '../asking.ts'
import type { HttpDeps } from '../deps.ts'
import { invalid, Refused } from '../errors.ts'
import { countsOf, leaveRows } from './job-rows.ts'
import { type JobState, moveJob } from './jobs.ts'
import { jobPath, own, viewed } from './owned.ts'
import { undoOf } from './undo.ts'

type Moving = (
  request: FastifyRequest,
  step: Parameters<typeof moveJob>[1],
) => ReturnType<typeof viewed>

const writeBody = z.object({
  /** All rows, which none may be bad; or those that are good; or of those the chosen ones. */
  only: z.union([z.literal('all'), z.literal('good'), z.array(z.int()).min(1).max(50_000)]),
  /** Lines that are left out. */
  except: z.array(z.int()).max(50_000).optional(),
})
const undoBody = z.object({ data: z.record(z.string(), z.unknown()).optional() })

/** Writing, stopping and taking back; the work itself is done behind. */
export function stepRoutes(app: FastifyInstance, deps: HttpDeps, poke: () => void): void {
  const move: Moving = async (request, step) => {
    if (!(await moveJob(deps, step))) throw movedOn()
    poke()
    return viewed(deps, request, step.id)
  }
  app.post(
    `${jobPath}/write`,
    { config: { about: '写入检查过的行，或继续', body: writeBody } },
    async (request) => {
      const { job } = await own(deps, request)
      const read = writeBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择写入哪些行')
      const from: readonly JobState[] = ['checked', 'stopped']
      if (!from.includes(job.state)) throw movedOn()
      const { only, except = [] } = read.data
      const { bad } = (await countsOf(deps, [job.id]))(job.id)
      if (only === 'all' && bad > 0) throw badRows(bad)
      if (Array.isArray(only)) await leaveRows(deps, job.id, { butFor: only })
      if (except.length > 0) await leaveRows(deps, job.id, { these: except })
      return move(request, { id: job.id, from, to: 'writing' })
    },
  )
  app.post(`${jobPath}/stop`, { config: { about: '停下，已写入的保留' } }, async (request) => {
    const { job } = await own(deps, request)
    return move(request, { id: job.id, from: ['writing'], to: 'stopped' })
  })
  undoRoute(app, deps, move)
}

function undoRoute(app: FastifyInstance, deps: HttpDeps, move: Moving): void {
  app.post(
    `${jobPath}/undo`,
    { config: { about: '撤回一次导入新建的记录', body: undoBody } },
    async (request) => {
      const { at, job } = await own(deps, request)
      const undo = undoOf(at)
      if (undo === undefined) throw noUndo()
      const read = undoBody.safeParse(request.body ?? {})
      const data = read.success ? (read.data.data ?? {}) : {}
      const parsed = schemaFor(deps, undo.input ?? {}).parse(data)
      if (!parsed.ok) throw invalid('请检查填写的内容', parsed.fields)
      const from = ['written', 'stopped', 'undone'] as const
      return move(request, { id: job.id, from, to: 'undoing', input: data })
    },
  )
}

const movedOn = () =>
  new Refused(409, { code: 'changed', says: '这次导入已经进入别的环节，请看最新进度' })
const badRows = (bad: number) =>
  new Refused(409, {
    code: 'badRows',
    says: `有 ${bad} 行有问题，不能全部写入`,
    instead: '可以改好后重新上传，或只写入没有问题的行',
  })
const noUndo = () =>
  new Refused(409, { code: 'noUndo', says: '这类事项没有整批撤回的办法', instead: '请逐条办理' })
