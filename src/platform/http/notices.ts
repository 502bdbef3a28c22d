import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { HeldPost } from '../identity/posts.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import { readSettings, writeSetting } from '../world/settings.ts'
import type { HttpDeps, Session } from './deps.ts'
import { invalid } from './errors.ts'
import { commandRecording } from './kind-commands.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { cityIso, uuidShape } from './wire.ts'

const readBody = z.object({ upto: z.uuid() })

/** What a unit was told of. What is read is kept by post: colleagues read for themselves. */
export function noticeRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/notices', { config: { about: '通知', query: ['cursor'] } }, async (request) => {
    const session = await signedIn(deps, request)
    const { cursor } = request.query as { cursor?: string }
    return notices(deps, session, cursor)
  })
  app.post(
    '/api/notices/read',
    { config: { about: '通知已读', body: readBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = readBody.safeParse(request.body)
      if (!read.success) throw invalid('缺少已读到哪一条')
      const { city } = cityOf(deps)
      const now = deps.now()
      await writeSetting(deps.db, {
        city,
        name: markName(session.post.id),
        version: '1',
        from: now,
        value: { upto: read.data.upto },
        post: session.post.id,
        at: now,
      })
      return { unread: await unreadCount(deps, cityOf(deps), session.post) }
    },
  )
}

/** Unread notices, exact up to 100. */
export async function unreadCount(
  deps: HttpDeps,
  { city }: CityState,
  post: HeldPost,
): Promise<number> {
  const mark = await markOf(deps, city, post.id)
  const { rows } = await reached(() =>
    sql<{ n: number }>`select count(*)::int as n from (
      select 1 from notice where city = ${city} and unit = ${post.unit} and id > ${mark}::uuid
      order by id desc limit ${mostUnread}) as unread`.execute(deps.db.read),
  )
  return rows[0]?.n ?? 0
}

async function notices(deps: HttpDeps, session: Session, cursor: string | undefined) {
  const state = cityOf(deps)
  const { city } = state
  const { post } = session
  const mark = await markOf(deps, city, post.id)
  const all = deps.db.read
    .selectFrom('notice')
    .selectAll()
    .where('city', '=', city)
    .where('unit', '=', post.unit)
    .orderBy('id', 'desc')
    .limit(page)
  const before = cursor !== undefined && uuidShape.test(cursor) ? cursor : undefined
  const rows = await reached(() =>
    (before === undefined ? all : all.where('id', '<', before)).execute(),
  )
  const records = await loadRecords(
    deps.db,
    city,
    rows.map((row) => row.record_id),
  )
  const actor = actorOf(session)
  return {
    unread: await unreadCount(deps, state, post),
    next: rows.length === page ? rows.at(-1)?.id : undefined,
    rows: rows.flatMap((row) => {
      const record = records.get(row.record_id)?.record
      const kind = record && deps.registry.get(record.kind)
      if (record === undefined || kind === undefined) return []
      if (!isSeen(kind, { world: state.world, record, actor })) return []
      const command =
        commandRecording(kind, row.type, undefined) ??
        Object.keys(kind.parties ?? {})
          .map((role) => commandRecording(kind, row.type, role))
          .find((found) => found !== undefined)
      const { id, number, title } = record
      return [
        {
          id: row.id,
          at: cityIso(row.at),
          says: `${command?.label ?? row.type}：${title}`,
          label: command?.label ?? row.type,
          record: { id, kind: kind.name, number, title },
          read: row.id <= mark,
        },
      ]
    }),
  }
}

async function markOf(deps: HttpDeps, city: number, post: string): Promise<string> {
  const [setting] = await reached(() => readSettings(deps.db, city, markName(post)))
  const read = z.object({ upto: z.uuid() }).safeParse(setting?.value)
  return read.success ? read.data.upto : nothingRead
}

function markName(post: string): string {
  return `read:${post}`
}

const page = 30
const mostUnread = 100
const nothingRead = '00000000-0000-0000-0000-000000000000'
