import type { FastifyInstance } from 'fastify'
import { ownContact, ownDataCommands } from '../../kernel/own-data.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { dayOf } from '../../kernel/time.ts'
import { noteSecurity } from '../identity/security-log.ts'
import type { SecurityWhat } from '../identity/security-kinds.ts'
import { eraseOne } from '../retention/daily.ts'
import { eraseLeftContacts } from '../retention/erase-record.ts'
import { loadRecord } from '../store/load.ts'
import { askBody, askNow } from './asking.ts'
import type { HttpDeps } from './deps.ts'
import { signedOut } from './errors.ts'
import { linkActor } from './link-actor.ts'
import { publicView, residentsKind } from './public-view.ts'
import { contactInClear } from './reveal.ts'
import { cityOf } from './who.ts'

const few = { rateLimit: { max: 10, timeWindow: 60_000 } }

const noted: Readonly<Record<string, SecurityWhat>> = {
  correctContact: 'corrected',
  withdrawContact: 'withdrawn',
  eraseMine: 'withdrawn',
}

/** What a resident may do with the data kept of them: see them, put them right, take them back, take
 *  a copy along, have them erased. */
export function ownDataRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const kind = residentsKind(deps)
  app.get(
    '/api/public/appeal/contact',
    { config: { about: '居民：查看自己的联系方式', open: true, ...few } },
    async (request) => ownClear(deps, kind, await ownRecord(deps, request)),
  )
  app.get(
    '/api/public/appeal/copy',
    { config: { about: '居民：下载自己的信息', open: true, ...few } },
    async (request, reply) => {
      const record = await ownRecord(deps, request)
      const name = encodeURIComponent(`我的诉求-${record.number}-${dayOf(deps.now())}.json`)
      reply
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .header('cache-control', 'no-store')
      const { offers: _buttons, ...view } = await publicView(deps, record)
      return { ...view, contact: await ownClear(deps, kind, record) }
    },
  )
  for (const [name, command] of Object.entries(ownDataCommands(kind))) {
    const fields = command.input ?? {}
    const config = { about: `居民：${command.plain ?? command.label}`, input: fields, open: true }
    app.post(`/api/public/appeal/${name}`, { config: { ...config, ...few } }, async (request) => {
      const actor = linkActor(deps, request)
      if (actor === undefined) throw signedOut()
      const body = askBody(request.body)
      const { record: id } = actor
      const done = await askNow(deps, { kind, command: name, actor, record: id, fields, body })
      await erased(deps, kind, { record: id, command: name })
      const { city } = cityOf(deps)
      const what = noted[name]
      if (what !== undefined && !done.again)
        await noteSecurity(deps.db, {
          city,
          at: deps.now(),
          what,
          about: { record: id, kind: kind.name, command: name },
        })
      const after = (await loadRecord(deps.db, city, id))?.record
      return publicView(deps, after ?? done.record)
    })
  }
}

/** What the event says is gone, gone. The contact goes last: by a contact that is left, the daily
 *  round finds what was broken off here. */
async function erased(
  deps: HttpDeps,
  kind: Kind,
  { record, command }: { readonly record: string; readonly command: string },
): Promise<void> {
  const { city } = cityOf(deps)
  const at = deps.now()
  if (command === 'eraseMine')
    for (const rule of ['words', 'files'] as const)
      await eraseOne(deps, rule, { city, record, kind, at, why: 'asked' })
  await eraseLeftContacts({ db: deps.db.read, keys: deps.keys }, { city, record, kind, at })
}

async function ownRecord(
  deps: HttpDeps,
  request: Parameters<typeof linkActor>[1],
): Promise<RecordState> {
  const actor = linkActor(deps, request)
  const record = actor && (await loadRecord(deps.db, cityOf(deps).city, actor.record))?.record
  if (record === undefined || record.kind !== deps.residents.kind) throw signedOut()
  return record
}

async function ownClear(deps: HttpDeps, kind: Kind, record: RecordState) {
  const value = record.fields[ownContact(kind)?.[0] ?? '']
  const id =
    typeof value === 'object' && value !== null && 'contact' in value ? value.contact : undefined
  return (
    (id === undefined ? undefined : await contactInClear(deps, id)) ?? {
      name: '',
      phone: '',
      note: '',
    }
  )
}
