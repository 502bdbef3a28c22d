import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { HttpDeps, Session } from './deps.ts'
import { derivedId } from '../numbers/ids.ts'
import { askNow } from './asking.ts'
import { invalid, Refused } from './errors.ts'
import { inputOf } from './kind-commands.ts'
import { visibleRecord } from './ask-routes.ts'
import { actorOf, signedIn } from './who.ts'

const bulkBody = z.object({
  ask: z.uuid().optional(),
  ids: z
    .array(
      z.object({
        kind: z.string(),
        id: z.uuid(),
        party: z.object({ role: z.string(), unit: z.number() }).optional(),
      }),
    )
    .min(1)
    .max(200),
  data: z.record(z.string(), z.unknown()).optional(),
})

/** One command asked of many records; each is decided by itself, and what is refused is named. */
export function bulkRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/bulk/:command',
    { config: { about: '批量办理', body: bulkBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = bulkBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择 1 到 200 件')
      const { command } = request.params as { command: string }
      return askAll(deps, session, { command, ...read.data })
    },
  )
}

type Bulk = z.infer<typeof bulkBody> & { readonly command: string }

async function askAll(deps: HttpDeps, session: Session, bulk: Bulk) {
  const base = bulk.ask ?? deps.newId()
  const refused: { id: string; number: string; says: string }[] = []
  let done = 0
  for (const one of bulk.ids) {
    try {
      const { kind, record } = await visibleRecord(deps, session, one.id)
      try {
        await askNow(deps, {
          kind,
          command: bulk.command,
          actor: actorOf(session),
          record: record.id,
          party: one.party,
          fields: inputOf(kind, bulk.command, one.party?.role),
          body: { ask: derivedId(base, record.id), data: bulk.data ?? {} },
        })
        done += 1
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        refused.push({ id: one.id, number: record.number, says: error.body.says })
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push({ id: one.id, number: '', says: error.body.says })
    }
  }
  return { done, refused }
}
