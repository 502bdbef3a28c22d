import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { roleNames } from '../../kernel/actor.ts'
import { addDays, dayOf, isDay, startOfDay } from '../../kernel/time.ts'
import {
  type Deputy,
  deputiesOf,
  endDeputy,
  mayDeputise,
  nameDeputy,
} from '../identity/deputies.ts'
import { roleIn } from '../identity/posts.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import { momentOf } from '../store/value-types.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent, invalid, notAllowed, Refused } from './errors.ts'
import { commandRecording } from './kind-commands.ts'
import { isSeen } from './sight.ts'
import { note } from './signing-in.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { cityIso, cursorOf, readCursor, uuidShape } from './wire.ts'

const nameBody = z.object({
  person: z.uuid(),
  from: z.string().refine(isDay),
  to: z.string().refine(isDay),
})

/** Standing in for somebody on leave: named by the one who goes, for a time, and told in every
 *  record that the deputy touches. */
export function deputyRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/deputies', { config: { about: '代理：我的代理和代理我的' } }, async (request) =>
    overview(deps, await signedIn(deps, request)),
  )
  app.post(
    '/api/deputies',
    { config: { about: '代理：指定代理人', body: nameBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = nameBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择代理人和起止日期')
      const { person, from, to } = read.data
      const { world, city } = cityOf(deps)
      const now = deps.now()
      const named = await nameDeputy(
        deps.db,
        { city, now },
        {
          post: session.post,
          person,
          // From today means from now on: nobody acted in his name this morning.
          from: Math.max(startOfDay(from), now),
          to: startOfDay(addDays(to, 1)),
          directory: world.directory,
          newId: deps.newId,
        },
      )
      if (!named.ok) throw new Refused(409, { code: 'noDeputy', says: named.says })
      await note(deps, request, {
        what: 'deputised',
        account: session.account.id,
        post: session.post.id,
        about: { person, role: session.post.role, unit: session.post.unit, from, to },
      })
      return overview(deps, session)
    },
  )
  app.post('/api/deputies/:id/end', { config: { about: '代理：结束' } }, async (request) => {
    const session = await signedIn(deps, request)
    const deputy = await deputyIn(deps, request, session)
    const { city } = cityOf(deps)
    await endDeputy(deps.db, { city, now: deps.now() }, deputy.id)
    await note(deps, request, {
      what: 'deputyEnded',
      account: session.account.id,
      post: session.post.id,
      about: { of: deputy.id },
    })
    return overview(deps, session)
  })
  app.get(
    '/api/deputies/:id/done',
    { config: { about: '代理：以我的名义办了什么', query: ['cursor'] } },
    async (request) => {
      const session = await signedIn(deps, request)
      const deputy = await deputyIn(deps, request, session)
      return done(deps, session, { deputy, ...(request.query as { cursor?: string }) })
    },
  )
}

async function overview(deps: HttpDeps, { post, account }: Session) {
  const { city, world } = cityOf(deps)
  const at = { city, now: deps.now() }
  const all = await deputiesOf(deps.db, { city, person: account.person })
  const may =
    post.deputises === undefined && roleIn(post.role) !== undefined
      ? await mayDeputise(deps.db, at, { post, directory: world.directory })
      : []
  return {
    post: { id: post.id, isDeputy: post.deputises !== undefined },
    may,
    given: all.filter(({ person }) => person !== account.person).map((one) => viewOf(deps, one)),
    taken: all.filter(({ person }) => person === account.person).map((one) => viewOf(deps, one)),
  }
}

function viewOf(deps: HttpDeps, deputy: Deputy) {
  const now = deps.now()
  const { from, to } = deputy
  const role = roleIn(deputy.role)
  return {
    id: deputy.id,
    deputy: deputy.personName,
    of: deputy.ofName,
    unit: cityOf(deps).world.directory.units.get(deputy.unit)?.name ?? String(deputy.unit),
    title: deputy.title === '' && role !== undefined ? roleNames[role] : deputy.title,
    from: dayOf(from),
    to: to === null ? undefined : dayOf(Math.max(from, to - 1)),
    state: to !== null && to <= now ? 'past' : from > now ? 'later' : 'now',
  }
}

async function deputyIn(
  deps: HttpDeps,
  { params }: FastifyRequest,
  { account }: Session,
): Promise<Deputy> {
  const { id } = params as { id: string }
  if (!uuidShape.test(id)) throw absent()
  const { city } = cityOf(deps)
  const found = (await deputiesOf(deps.db, { city, person: account.person })).find(
    (one) => one.id === id,
  )
  if (found === undefined) throw notAllowed('这不是您的代理')
  return found
}

type DoneRow = {
  readonly record_id: string
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly party: string | null
}

/** What was done in another's name, the newest first: the deputy's post is written in each event. */
async function done(
  deps: HttpDeps,
  session: Session,
  { deputy, cursor }: { deputy: Deputy; cursor?: string },
) {
  const state = cityOf(deps)
  const [at, id, seq] = readCursor(cursor) ?? [deps.now() + 1, lastId, 0]
  if (typeof at !== 'number' || typeof id !== 'string' || typeof seq !== 'number')
    throw invalid('翻页的位置不对')
  if (!uuidShape.test(id)) throw invalid('翻页的位置不对')
  const { rows } = await reached(() =>
    sql<DoneRow>`select record_id, seq, at, type, party from event
      where city = ${state.city} and post = ${deputy.id} and substr(post, 15, 1) = '8'
        and (at, record_id, seq) < (${momentOf(at)}::timestamptz, ${id}::uuid, ${seq}::int)
      order by at desc, record_id desc, seq desc limit ${page}`.execute(deps.db.read),
  )
  const last = rows.at(-1)
  const ids = [...new Set(rows.map(({ record_id }) => record_id))]
  const records = await loadRecords(deps.db, state.city, ids)
  const actor = actorOf(session)
  return {
    next:
      rows.length === page && last !== undefined
        ? cursorOf([last.at, last.record_id, last.seq])
        : undefined,
    rows: rows.flatMap((row) => {
      const record = records.get(row.record_id)?.record
      const kind = record && deps.registry.get(record.kind)
      if (record === undefined || kind === undefined) return []
      const isOwn = isSeen(kind, { world: state.world, record, actor })
      const role = row.party?.split(':')[0]
      return [
        {
          id: `${row.record_id}/${row.seq}`,
          at: cityIso(row.at),
          does: commandRecording(kind, row.type, role)?.label ?? row.type,
          kind: kind.label,
          record: isOwn
            ? { id: record.id, kind: kind.name, number: record.number, title: record.title }
            : undefined,
        },
      ]
    }),
  }
}

const page = 50
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
