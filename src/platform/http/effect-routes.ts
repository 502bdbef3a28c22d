import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { ruleOf } from '../../kernel/standing.ts'
import { retryEffect, retryParcel, setEffectAside, setParcelAside } from '../clockwork/settle.ts'
import { reached } from '../store/faults.ts'
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
      if (!isParcel && !waits.some((one) => one.effect === effect)) throw absent('没有待处理的联动')
      const at = { city, record: id, effect, post: actor.post, ask: read.data.ask }
      if (read.data.do === 'retry') await (isParcel ? retryParcel : retryEffect)(deps, at)
      else if (!(await (isParcel ? setParcelAside : setEffectAside)(deps, at)))
        throw absent('这项联动已经处理')
      return { done: true }
    },
  )
}

type At = { readonly city: number; readonly record: string; readonly actor: Actor }

/** Refused effects of a record, for a post of the unit that is expected to settle them. */
export async function refusedEffects(
  deps: HttpDeps,
  { city, record, actor }: At,
  kind?: Kind,
): Promise<readonly { effect: string; asks: string; says: string }[]> {
  if (actor.by !== 'post') return []
  const values = [city, record, actor.post.unit]
  const rows = await reached(() =>
    deps.db.quick.run<RefusedRow>({ name: 'refused-effects', text: refusedText, values }),
  )
  return rows.flatMap(({ effect_id: effect, asks, refused }) =>
    effect === null ? [] : [{ effect, asks, says: saysOf(kind, refused ?? '') }],
  )
}

type RefusedRow = {
  readonly effect_id: string | null
  readonly asks: string
  readonly refused: string | null
}

const refusedText = `select c.effect_id, c.asks, c.refused from clock c
  join todo t on t.city = $1::int and t.record_id = c.record_id
  where c.city = $1::int and c.record_id = $2::uuid and c.refused is not null
    and c.effect_id is not null and t.command = 'effectRefused' and t.unit = $3::int`

function saysOf(kind: Kind | undefined, refused: string): string {
  return (kind && ruleOf(kind, refused)?.says) ?? '这条记录已经进入别的环节'
}
