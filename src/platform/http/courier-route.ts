import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Kind } from '../../kernel/kind.ts'
import { inputsOf } from '../asking/effects.ts'
import { neighbourWith } from '../courier/neighbours.ts'
import { parcelPath } from '../courier/deliver.ts'
import { loadRecord } from '../store/load.ts'
import { askNow } from './asking.ts'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { bearerOf, cityOf } from './who.ts'

const parcelBody = z.strictObject({
  /** The id of the ask: what comes again was done already. */
  id: z.uuid(),
  opens: z.boolean(),
  record: z.uuid(),
  kind: z.string().max(80),
  command: z.string().max(80),
  data: z.record(z.string(), z.unknown()),
})
type Body = z.infer<typeof parcelBody>

/** Where couriers of neighbouring cities come: what their records ask is decided by the rules here,
 *  once. A refusal by a rule is 409, so that it is told from everything that passes by itself. */
export function courierRoute(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    parcelPath,
    { config: { about: '相邻城市的平台送来的联动', body: parcelBody } },
    async (request) => {
      const from = await senderOf(deps, request)
      const read = parcelBody.safeParse(request.body)
      if (!read.success)
        throw new Refused(409, {
          code: 'badParcel',
          says: '两市平台版本不一致，这件送不过去，请联系系统管理员',
        })
      try {
        const { id, number } = await taken(deps, from.code, read.data)
        return { id, number }
      } catch (error) {
        throw error instanceof Refused ? await told(deps, error, read.data) : error
      }
    },
  )
}

async function senderOf(deps: HttpDeps, request: FastifyRequest) {
  const token = bearerOf(request)
  const { city } = cityOf(deps)
  const from = token === undefined ? undefined : await neighbourWith({ db: deps.db, city }, token)
  if (from === undefined)
    throw new Refused(401, { code: 'wrongToken', says: '相邻城市的令牌不对，或已经停用' })
  return from
}

async function taken(deps: HttpDeps, city: number, body: Body) {
  const { id, opens, record, command, data } = body
  const kind = deps.registry.get(body.kind)
  if (kind === undefined)
    throw new Refused(409, { code: 'unknownKind', says: '对方平台还没有这类事项' })
  const done = await askNow(deps, {
    kind,
    command,
    actor: { by: 'courier', city },
    ...(opens ? { fresh: record } : { record }),
    fields: fieldsOf(kind, body),
    body: { ask: id, data },
  })
  return done.record
}

function fieldsOf(kind: Kind, { opens, command }: Body) {
  return opens ? (kind.starts[command]?.input ?? {}) : inputsOf(kind, command)
}

/** What passes by itself is sent again; a rule's refusal goes back with its words. */
async function told(deps: HttpDeps, refused: Refused, { opens, record }: Body): Promise<Refused> {
  const { status, body } = refused
  if (status === 503) return refused
  const isThere = opens && (await loadRecord(deps.db, cityOf(deps).city, record)) !== undefined
  if (body.code === 'lostRace' && isThere)
    return new Refused(409, { code: 'alreadyThere', says: '对方平台已经有这条记录' })
  if (body.code === 'lostRace') return new Refused(503, body)
  const says = Object.values(body.fields ?? {})[0] ?? body.says
  return new Refused(409, { ...body, says })
}
