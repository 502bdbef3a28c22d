import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Kind } from '../../kernel/kind.ts'
import { reached } from '../store/faults.ts'
import { momentOf } from '../store/value-types.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent, invalid, notAllowed } from './errors.ts'
import { cityOf, signedIn } from './who.ts'
import { uuidShape } from './wire.ts'

const viewBody = z.object({
  name: z.string().trim().min(1).max(20),
  /** Filters, columns and order, as they stand in the address of the list. */
  address: z.string().max(2000),
  shared: z.boolean().optional(),
})

const mostViews = 40

/** Lists of a kind as somebody comes back to them: their own, and those that the head of the unit
 *  shares with it. */
export function savedViewRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const path = '/api/views/:kind'
  app.get(path, { config: { about: '常用列表' } }, async (request) => {
    const session = await signedIn(deps, request)
    return viewsOf(deps, session, kindIn(deps, request.params))
  })
  app.post(path, { config: { about: '保存常用列表', body: viewBody } }, async (request) => {
    const session = await signedIn(deps, request)
    const kind = kindIn(deps, request.params)
    const read = viewBody.safeParse(request.body)
    if (!read.success) throw invalid('请给常用列表起一个不超过 20 字的名字')
    await save(deps, session, { kind, ...read.data })
    return viewsOf(deps, session, kind)
  })
  app.delete(`${path}/:id`, { config: { about: '删除常用列表' } }, async (request) => {
    const session = await signedIn(deps, request)
    const kind = kindIn(deps, request.params)
    const { id } = request.params as { id: string }
    await remove(deps, session, { kind, id })
    return viewsOf(deps, session, kind)
  })
}

function kindIn(deps: HttpDeps, params: unknown): Kind {
  const kind = deps.registry.get((params as { kind: string }).kind)
  if (kind === undefined) throw absent('没有这类记录')
  return kind
}

async function viewsOf(deps: HttpDeps, session: Session, kind: Kind) {
  const { person, unit } = session.post
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('saved_view')
      .select(['id', 'name', 'address', 'person', 'unit'])
      .where('city', '=', cityOf(deps).city)
      .where('kind', '=', kind.name)
      .where((where) =>
        where.or([
          where.and([where('person', '=', person), where('unit', 'is', null)]),
          where('unit', '=', unit),
        ]),
      )
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ id, name, address, unit: sharedWith }) => ({
    id,
    name,
    address,
    shared: sharedWith !== null,
    mine: sharedWith === null || mayShare(session),
  }))
}

/** Who answers for a unit sets up what all of it sees. */
function mayShare({ post }: Session): boolean {
  return post.role === 'head' || post.role === 'secretary'
}

type Wanted = z.infer<typeof viewBody> & { readonly kind: Kind }

/** Under a name that is there already the new view takes the place of the former. */
async function save(deps: HttpDeps, session: Session, wanted: Wanted): Promise<void> {
  const { kind, name, address, shared = false } = wanted
  const { city } = cityOf(deps)
  if (shared && !mayShare(session)) throw notAllowed('只有本单位负责人可以设置全单位的常用列表')
  const params = new URLSearchParams(address)
  // A resident's number does not stay behind in a list's name.
  for (const passing of ['phone', 'cursor', 'limit']) params.delete(passing)
  const views = await viewsOf(deps, session, kind)
  const same = views.find((view) => view.name === name && view.shared === shared)
  if (same === undefined && views.length >= mostViews)
    throw invalid(`常用列表最多 ${mostViews} 个，请先删除不用的`)
  const { person, unit } = session.post
  const row = {
    name,
    address: params.toString(),
    person,
    unit: shared ? unit : null,
    at: momentOf(deps.now()),
  }
  const id = same?.id ?? deps.newId()
  await reached(() =>
    deps.db.read
      .insertInto('saved_view')
      .values({ city, id, kind: kind.name, ...row })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
      .execute(),
  )
}

async function remove(
  deps: HttpDeps,
  session: Session,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<void> {
  const views = await viewsOf(deps, session, kind)
  const view = uuidShape.test(id) ? views.find((one) => one.id === id) : undefined
  if (view === undefined) throw absent('没有这个常用列表')
  if (!view.mine) throw notAllowed('这是全单位的常用列表，由负责人删除')
  await reached(() =>
    deps.db.read
      .deleteFrom('saved_view')
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', view.id)
      .execute(),
  )
}
