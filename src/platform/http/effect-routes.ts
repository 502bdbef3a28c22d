import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { ruleOf } from '../../kernel/standing.ts'
import { retryEffect, retryParcel, setEffectAside, setParcelAside } from '../clockwork/settle.ts'
import { loadRefused, type RefusedEffect } from '../store/beside.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid } from './errors.ts'
import { refusedParcels } from './parcel-views.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { uuidShape } from './wire.ts'

const settling = z.object({ ask: z.uuid(), do: z.enum(['retry', 'aside']) })

/** What another record's decision asked of this one and was refused, or what this one asked of a
 *  neighbouring city: the unit whose to-do it is
 *  tries again or gives it up, which is an event. */
export function effectRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/record/:id/effects/:effect',
    { config: { about: '处理没有办成的联动', body: settling } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = settling.safeParse(request.body)
      if (!read.success) throw invalid('请说明是重试还是不再联动')
      const { id, effect } = request.params as { id: string; effect: string }
      if (!uuidShape.test(id)) throw absent('没有待处理的联动')
      const { city } = cityOf(deps)
      const actor = actorOf(session)
      const [waits, parcels] = await Promise.all([
        refusedEffects(deps, { city, record: id, actor }),
        refusedParcels(deps, { record: id, actor, state: cityOf(deps) }),
      ])
      const isParcel = parcels.some((one) => one.effect === effect)
      if (!isParcel && !waits.includes(effect)) throw absent('没有待处理的联动')
      const at = { city, record: id, effect, post: actor.post, ask: read.data.ask }
      if (read.data.do === 'retry') await (isParcel ? retryParcel : retryEffect)(deps, at)
      else if (!(await (isParcel ? setParcelAside : setEffectAside)(deps, at)))
        throw absent('这项联动已经处理')
      return { done: true }
    },
  )
}

type At = { readonly city: number; readonly record: string; readonly actor: Actor }

/** Which effects of a record were refused, for a post of the unit that is expected to settle them. */
async function refusedEffects(deps: HttpDeps, { city, record, actor }: At) {
  if (actor.by !== 'post') return []
  const refused = await loadRefused(deps.db, { city, record, unit: actor.post.unit })
  return refused.map(({ effect_id: effect }) => effect)
}

export function refusedViews(rows: readonly RefusedEffect[], kind: Kind) {
  return rows.map(({ effect_id: effect, asks, refused }) => ({
    effect,
    asks,
    says: ruleOf(kind, refused)?.says ?? '这条记录已经进入别的环节',
  }))
}
