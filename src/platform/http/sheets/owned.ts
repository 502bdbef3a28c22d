import type { FastifyRequest } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { absent } from '../errors.ts'
import { signedIn } from '../who.ts'
import { uuidShape } from '../wire.ts'
import { type SheetAt, sheetAt } from './at.ts'
import { countsOf } from './job-rows.ts'
import { findJob, type Job } from './jobs.ts'
import { jobView } from './job-view.ts'

export const jobPath = '/api/sheets/jobs/:id'

export type Named = { readonly kind: string; readonly command: string }

/** The beginning that a request wants to bring in by sheet. */
export async function bringing(
  deps: HttpDeps,
  request: FastifyRequest,
  named: Named,
): Promise<SheetAt> {
  const { post } = await signedIn(deps, request)
  return sheetAt(deps, post, named)
}

/** A job of the post that asks; everybody else's does not exist. */
export async function own(
  deps: HttpDeps,
  request: FastifyRequest,
  id = idOf(request),
): Promise<{ readonly at: SheetAt; readonly job: Job }> {
  const { post } = await signedIn(deps, request)
  const job = uuidShape.test(id) ? await findJob(deps, id) : undefined
  if (job === undefined || job.post !== post.id) throw absent('没有这次导入，或不是本岗位的')
  return { at: sheetAt(deps, post, job), job }
}

export async function viewed(deps: HttpDeps, request: FastifyRequest, id = idOf(request)) {
  const { at, job } = await own(deps, request, id)
  return jobView(at, job, (await countsOf(deps, [id]))(id))
}

function idOf({ params }: FastifyRequest): string {
  return (params as { id: string }).id
}
