import { z } from 'zod'
import { reorganisation } from '../../capabilities/city/reorganisation/kind.ts'
import { proposed } from '../../capabilities/city/reorganisation/proposal.ts'
import { type Rows, rowsIn } from '../../capabilities/city/reorganisation/rows.ts'
import { startsFor } from '../../kernel/offers.ts'
import { unopenedRecord } from '../../kernel/record.ts'
import { placeOf } from '../../kernel/directory.ts'
import type { HttpDeps, Plugin, Session } from '../../platform/http/deps.ts'
import { invalid, notAllowed, notVisible } from '../../platform/http/errors.ts'
import { visibleRecord } from '../../platform/http/ask-routes.ts'
import { actorOf, cityOf, signedIn } from '../../platform/http/who.ts'
import { planView } from './plan-view.ts'
import { readProgress, totalOf } from './progress.ts'

const target = z.object({
  key: z.number().optional(),
  name: z.string().trim().max(60).optional(),
  parent: z.number().optional(),
})
const planBody = z.union([
  z.object({
    intent: z.object({
      what: z.enum(['merge', 'split', 'rename', 'move']),
      of: z.enum(['areas', 'units']),
      from: z.array(z.number()).min(1).max(50),
      into: z.array(target).min(1).max(20),
      goes: z.record(z.string(), z.number()).optional(),
    }),
  }),
  z.object({
    lines: z.object({
      areas: z.array(z.string().max(200)).max(5000),
      units: z.array(z.string().max(200)).max(2000),
    }),
  }),
])

/** What a reorganisation would do, before it is asked for; and how far one has come. */
export const reorganisations: Plugin = (app, deps) => {
  app.post(
    '/api/restructuring/plan',
    { config: { about: '区划机构调整：对照表和影响', body: planBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = planBody.safeParse(request.body)
      if (!read.success) throw invalid('请写明调整什么')
      const rows = rowsOf(deps, read.data)
      const view = await planView(deps, cityOf(deps), { rows })
      mustDraft(deps, session, view.scope.code)
      return view
    },
  )
  app.get(
    '/api/restructuring/:id',
    { config: { about: '区划机构调整：影响和进度' } },
    async (request) => {
      const session = await signedIn(deps, request)
      const { id } = request.params as { id: string }
      const { kind, record } = await visibleRecord(deps, session, id)
      if (kind.name !== reorganisation.name) throw notVisible()
      const rows = rowsIn(record.fields) ?? { areas: [], units: [] }
      const state = cityOf(deps)
      const progress = await readProgress(deps.db, state.city, id)
      const isAhead = record.state === 'draft' || record.state === 'approved'
      return {
        state: record.state,
        rows,
        plan: isAhead ? await planView(deps, state, { rows, by: id }) : undefined,
        progress: progress && { total: totalOf(progress.records), done: progress.done },
      }
    },
  )
}

function rowsOf(deps: HttpDeps, body: z.infer<typeof planBody>): Rows {
  const rows =
    'lines' in body ? rowsIn(body.lines) : proposed(cityOf(deps).world.directory, body.intent)
  if (rows === undefined) throw invalid('对照表有一行写法不对')
  return rows
}

/** Only who may draft one there looks at what it would do. */
function mustDraft(deps: HttpDeps, session: Session, area: number): void {
  const { world } = cityOf(deps)
  const place = placeOf(world.directory, area)
  const at = deps.now()
  const record = unopenedRecord({
    kind: reorganisation.name,
    openedAt: at,
    ...(place && { place }),
  })
  const actor = actorOf(session)
  const starts = startsFor(reorganisation, { world, record, actor, at, facts: {} })
  if (starts.length === 0) throw notAllowed('区划机构调整由有权拟定的单位提出')
}
