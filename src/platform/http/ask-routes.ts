import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import { maySee } from '../../kernel/access.ts'
import { loadRecord } from '../store/load.ts'
import type { Done } from '../asking/types.ts'
import { noteSecurity } from '../identity/security-log.ts'
import { type Asked, askBody, askNow } from './asking.ts'
import type { HttpDeps, Session } from './deps.ts'
import { notVisible } from './errors.ts'
import { fewAtOnce } from './few-at-once.ts'
import { askedCommands, isAskedByPeople } from './kind-commands.ts'
import { offerViews } from './offer-view.ts'
import { noteReading, readingsOf } from './readings.ts'
import { recordView } from './record-view.ts'
import { revealedContact } from './reveal.ts'
import { residentLink } from './links.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { uuidShape } from './wire.ts'

/** One route for every command that people may ask, each with the schema of its own input. */
export function askRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const atOnce = fewAtOnce(deps.capacity.asksAtOnce, { releaseMs: 250 })
  for (const kind of deps.registry.values()) {
    startRoutes(app, { deps, atOnce }, kind)
    commandRoutes(app, { deps, atOnce }, kind)
  }
  app.get(
    '/api/record/:id',
    { config: { about: '一条记录的全部内容和可办事项', machine: true } },
    async (request) => {
      const { kind, record, session } = await visible(deps, request)
      const actor = actorOf(session)
      await noteReading(deps, session, { kind, record })
      const view = await recordView(deps, { kind, record, actor, state: cityOf(deps) })
      return { ...view, readings: await readingsOf(deps, { kind, record }) }
    },
  )
  app.get(
    '/api/record/:id/offers',
    { config: { about: '当前可办事项', machine: true } },
    async (request) => {
      const { kind, record, session } = await visible(deps, request)
      return offerViews(deps, { kind, record, actor: actorOf(session), state: cityOf(deps) })
    },
  )
}

type Asking = { readonly deps: HttpDeps; readonly atOnce: ReturnType<typeof fewAtOnce> }

function startRoutes(app: FastifyInstance, { deps, atOnce }: Asking, kind: Kind): void {
  for (const [name, command] of Object.entries(kind.starts)) {
    if (!isAskedByPeople(command)) continue
    const fields = command.input ?? {}
    const config = {
      about: `${kind.label}：${command.label}`,
      input: fields,
      starts: true,
      machine: true,
    }
    app.post(`/api/${kind.name}/${name}`, { config }, async (request) => {
      const session = await signedIn(deps, request)
      const actor = actorOf(session)
      const body = askBody(request.body)
      const { done, view } = await atOnce(() =>
        shown(deps, { kind, command: name, actor, fields, body }),
      )
      const { id, number } = done.record
      const link = kind.name === deps.residents.kind ? residentLink(deps, done.record) : undefined
      return { id, number, view, link }
    })
  }
}

function commandRoutes(app: FastifyInstance, { deps, atOnce }: Asking, kind: Kind): void {
  for (const { name, command, role } of askedCommands(kind)) {
    const fields = command.input ?? {}
    // Who is behind a contact is told to people only, each time with their reason.
    const machine = name !== 'reveal'
    const config = { about: `${kind.label}：${command.label}`, input: fields, machine }
    const path =
      role === undefined
        ? `/api/${kind.name}/:id/${name}`
        : `/api/${kind.name}/:id/${role}/:unit/${name}`
    app.post(path, { config }, async (request) => {
      const session = await signedIn(deps, request)
      const actor = actorOf(session)
      const { id, unit } = request.params as { id: string; unit?: string }
      if (!uuidShape.test(id)) throw notVisible()
      await mustBeOwn(deps, session, id)
      const party = role === undefined ? undefined : { role, unit: Number(unit) }
      const body = askBody(request.body)
      const asked = { kind, command: name, actor, record: id, party, fields, body }
      const { done, view } = await atOnce(() => shown(deps, asked))
      const undo = view.offers.some((offer) => offer.command === command.undo)
      const contact = name === 'reveal' ? await revealed(deps, request, { ...asked, done }) : {}
      return { view, ...(undo ? { undo: command.undo } : {}), ...contact }
    })
  }
}

/** What was done, and the page as it stands after it. */
async function shown(deps: HttpDeps, asked: Asked) {
  const done = await askNow(deps, asked)
  const { kind, actor } = asked
  const { record } = done
  return { done, view: await recordView(deps, { kind, record, actor, state: cityOf(deps) }) }
}

/** The contact just revealed, which the security log tells of besides the record. */
async function revealed(
  deps: HttpDeps,
  request: FastifyRequest,
  { kind, actor, done }: Pick<Asked, 'kind' | 'actor'> & { readonly done: Done },
) {
  const { record } = done
  if (!done.again) {
    const { account, post } = await signedIn(deps, request)
    await noteSecurity(deps.db, {
      city: cityOf(deps).city,
      at: deps.now(),
      what: 'revealed',
      account: account.id,
      post: post.id,
      address: request.ip,
      about: { kind: kind.name, record: record.id, number: record.number },
    })
  }
  return revealedContact(deps, { kind, record, actor })
}

/** The record of a request, for somebody who may see it; to everyone else it does not exist. */
async function visible(
  deps: HttpDeps,
  request: FastifyRequest,
): Promise<{ kind: Kind; record: RecordState; session: Session }> {
  const session = await signedIn(deps, request)
  const { id } = request.params as { id: string }
  if (uuidShape.test(id)) await mustBeOwn(deps, session, id)
  const found = await visibleRecord(deps, session, id)
  return { ...found, session }
}

/** Another platform has to do with what it brought, whatever else its post may see. */
async function mustBeOwn(deps: HttpDeps, { machine, post }: Session, id: string): Promise<void> {
  if (machine !== true) return
  const first = await deps.db.read
    .selectFrom('event')
    .select('post')
    .where('city', '=', cityOf(deps).city)
    .where('record_id', '=', id)
    .where('seq', '=', 1)
    .executeTakeFirst()
  if (first?.post !== post.id) throw notVisible()
}

export async function visibleRecord(
  deps: HttpDeps,
  session: Session,
  id: string,
): Promise<{ kind: Kind; record: RecordState }> {
  const state = cityOf(deps)
  if (!uuidShape.test(id)) throw notVisible()
  const loaded = await loadRecord(deps.db, state.city, id)
  const kind = loaded && deps.registry.get(loaded.record.kind)
  if (loaded === undefined || kind === undefined) throw notVisible()
  const { record } = loaded
  const relations = standingOf(kind, { world: state.world, record, actor: actorOf(session) })
  if (!maySee(kind, relations)) throw notVisible()
  return { kind, record }
}
