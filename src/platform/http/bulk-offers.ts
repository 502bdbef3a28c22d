import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import type { Fields } from '../../kernel/field.ts'
import { loadRecords } from '../store/load.ts'
import type { HttpDeps, Session } from './deps.ts'
import { invalid } from './errors.ts'
import { type OfferView, offerViews } from './offer-view.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

const idsBody = z.object({ ids: z.array(z.uuid()).min(1).max(200) })

/** A command that can be asked of several of the records chosen, with the same words for all. */
type BulkOffer = {
  readonly command: string
  readonly label: string
  readonly grave: boolean
  readonly input: Fields
  readonly targets: readonly {
    readonly kind: string
    readonly id: string
    readonly party?: { readonly role: string; readonly unit: number } | undefined
  }[]
}

/** What can be asked of chosen records together. What corrects a single record, or sends something
 *  that belongs to one, is asked of each by itself. */
export function bulkOfferRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = { about: '所选事项共同可办的操作', body: idsBody }
  app.post('/api/bulk-offers', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const read = idsBody.safeParse(request.body)
    if (!read.success) throw invalid('请选择 1 到 200 件')
    return offersOf(deps, session, [...new Set(read.data.ids)])
  })
}

async function offersOf(deps: HttpDeps, session: Session, ids: readonly string[]) {
  const state = cityOf(deps)
  const actor = actorOf(session)
  const loaded = await loadRecords(deps.db, state.city, ids)
  const found = new Map<string, BulkOffer>()
  for (const { record } of loaded.values()) {
    const kind = deps.registry.get(record.kind)
    if (kind === undefined || !isSeen(kind, { world: state.world, record, actor })) continue
    const offers = await offerViews(deps, { kind, record, actor, state })
    for (const [key, offer] of single(offers.filter(isForMany))) {
      const name = `${kind.name}/${key}`
      const { command, label, grave, input } = offer
      const party = offer.party && { role: offer.party.role, unit: offer.party.unit }
      const target = { kind: kind.name, id: record.id, party }
      const targets = [...(found.get(name)?.targets ?? []), target]
      found.set(name, { command, label, grave, input, targets })
    }
  }
  return [...found.values()].toSorted((a, b) => b.targets.length - a.targets.length)
}

/** A command that a record offers once; of several parties nobody said which is meant. */
function single(offers: readonly OfferView[]): readonly (readonly [string, OfferView])[] {
  const byName = Map.groupBy(offers, ({ command, party }) => `${party?.role ?? ''}/${command}`)
  return [...byName].flatMap(([name, [first, second]]) =>
    first === undefined || second !== undefined ? [] : [[name, first] as const],
  )
}

function isForMany({ command, edits, input }: OfferView): boolean {
  if (command === 'reveal' || edits.length > 0) return false
  return Object.values(input).every(({ type }) => type !== 'files' && type !== 'contact')
}
