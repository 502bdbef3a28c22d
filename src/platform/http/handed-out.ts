import type { FastifyInstance } from 'fastify'
import { maySee } from '../../kernel/access.ts'
import { pathText } from '../../kernel/directory.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { ownDataCommands, owner } from '../../kernel/own-data.ts'
import type { RecordState } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import { loadRecord } from '../store/load.ts'
import { askBody, askNow } from './asking.ts'
import type { HttpDeps } from './deps.ts'
import { absent, notAllowed, Refused } from './errors.ts'
import { fieldViews } from './field-view.ts'
import { askedCommands } from './kind-commands.ts'
import { linkActor } from './link-actor.ts'
import { tokenFor } from './links.ts'
import { offerViews } from './offer-view.ts'
import { referred } from './readable.ts'
import { loadReferences } from './references.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { uuidShape } from './wire.ts'

/** Records whose link officials hand out to whoever lives or works there: the poster's side and
 *  the side of those who follow it. It opens the one record, and only what its kind lets a link do. */
export function handedOutRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/record/:id/link', { config: { about: '给群众的链接' } }, async (request) => {
    const session = await signedIn(deps, request)
    const { id } = request.params as { id: string }
    const { city, world } = cityOf(deps)
    const record = uuidShape.test(id) ? (await loadRecord(deps.db, city, id))?.record : undefined
    const kind = record && deps.registry.get(record.kind)
    if (record === undefined || kind === undefined) throw absent()
    const standing = standingOf(kind, { world, record, actor: actorOf(session) })
    if (!maySee(kind, standing)) throw absent()
    if (!mayHandOut(kind, standing)) throw notAllowed('您当前的岗位不能发放这个链接')
    // Behind the hash the token is sent to no server and stands in no log.
    return { path: `/r?page=say#${tokenFor(deps, record.id)}` }
  })
  app.get(
    '/api/public/handed-out',
    { config: { about: '凭发放的链接查看', open: true } },
    async (request) => {
      const { kind, record } = await followed(deps, linkActor(deps, request))
      return handedOutView(deps, kind, record)
    },
  )
  for (const kind of deps.registry.values())
    if (kind.handsOut !== undefined) commandRoutes(app, deps, kind)
}

/** True when whoever stands so may give the record's link away. */
export function mayHandOut(kind: Kind, standing: ReadonlySet<string>): boolean {
  return (kind.handsOut ?? []).some((relation) => standing.has(relation))
}

function commandRoutes(app: FastifyInstance, deps: HttpDeps, kind: Kind): void {
  const links = Object.entries(kind.relations).flatMap(([name, { is }]) =>
    'anyone' in is && is.anyone === 'link' ? [name] : [],
  )
  const own = Object.entries(ownDataCommands(kind)).map(([name, command]) => ({ name, command }))
  const declared = askedCommands(kind).filter(({ role }) => role === undefined)
  const all = new Map([...declared, ...own].map((one) => [one.name, one.command]))
  for (const [name, command] of all) {
    if (!command.by.some((one) => one === owner || links.includes(one))) continue
    const fields = command.input ?? {}
    const config = {
      about: `群众：${command.plain ?? command.label}`,
      input: fields,
      open: true,
      rateLimit: { max: 20, timeWindow: 60_000 },
    }
    app.post(`/api/public/handed-out/${kind.name}/${name}`, { config }, async (request) => {
      const actor = linkActor(deps, request)
      const own = await followed(deps, actor)
      if (own.kind !== kind || actor === undefined) throw absent()
      const body = askBody(request.body)
      const { record } = actor
      const done = await askNow(deps, { kind, command: name, actor, record, fields, body })
      return handedOutView(deps, kind, done.record)
    })
  }
}

async function followed(deps: HttpDeps, actor: ReturnType<typeof linkActor>) {
  const { city } = cityOf(deps)
  const record = actor && (await loadRecord(deps.db, city, actor.record))?.record
  const kind = record && deps.registry.get(record.kind)
  if (record === undefined || kind?.handsOut === undefined)
    throw new Refused(401, {
      code: 'signedOut',
      says: '这个链接已经失效',
      instead: '请向街道或社区要新的链接',
    })
  return { record, kind }
}

async function handedOutView(deps: HttpDeps, kind: Kind, record: RecordState) {
  const state = cityOf(deps)
  const actor: Actor = { by: 'link', record: record.id }
  const relations = standingOf(kind, { world: state.world, record, actor })
  const values = Object.entries(kind.fields).map(
    ([name, field]) => [field, record.fields[name]] as const,
  )
  const { known } = await loadReferences(deps, referred(values), { state, actor })
  const at = { kind, record, actor, state, relations, known, now: deps.now() }
  const shown = Object.fromEntries(
    // Other records are not the follower's to open: to be told so would only trouble them.
    Object.entries(kind.fields).filter(
      ([name, { type }]) => name !== kind.title && type !== 'record' && type !== 'post',
    ),
  )
  const here = kind.states[record.state]
  const offers = await offerViews(deps, { kind, record, actor, state })
  return {
    kind: kind.name,
    kindLabel: kind.label,
    number: record.number,
    title: record.title,
    place: pathText(state.world.directory, record.place),
    stateLabel: here?.plain ?? here?.label ?? record.state,
    fields: fieldViews(shown, record.fields, at).map(({ label, text }) => ({ label, text })),
    offers: offers.map(({ command, label, plain, input }) => ({
      command,
      label: plain ?? label,
      input,
    })),
    // Of a record kept close the link is one person's own, and what they say is not counted unnamed.
    personal: kind.tellsReaders === true,
    demo: state.demo,
  }
}
