import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { numberOf } from '../../kernel/field.ts'
import { findPersonalNumbers, maskNumbers } from '../../kernel/personal-numbers.ts'
import type { RecordState } from '../../kernel/record.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import { reached } from '../store/faults.ts'
import { loadRecord } from '../store/load.ts'
import { askBody, askNow } from './asking.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid, Refused } from './errors.ts'
import { keepUpload } from './files.ts'
import { isAskedByPeople, askedCommands } from './kind-commands.ts'
import { linkActor } from './link-actor.ts'
import { isCodeOf, residentLink, tokenFor } from './links.ts'
import { ownDataRoutes } from './own-data.ts'
import { type AreaQuery, publicAreas, publicUnits } from './public-areas.ts'
import { dueWords, publicView, residentsKind } from './public-view.ts'
import { cityOf } from './who.ts'

const followBody = z.object({ number: z.string().max(40), code: z.string().max(40) })
const maskBody = z.object({ text: z.string().max(4000) })

const few = { rateLimit: { max: 10, timeWindow: 60_000 } }

/** The residents' side: ask, follow by number and code, add, correct, withdraw, judge. */
export function publicRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/public/city', { config: { about: '城市', open: true } }, async () => {
    const { city, name, demo, world } = cityOf(deps)
    const districts = (world.directory.children.get(city) ?? []).map(({ code, name: own }) => ({
      code,
      name: own,
    }))
    const accounts = demo ? deps.demoAccounts : undefined
    return { code: city, name, demo, districts, accounts }
  })
  app.get(
    '/api/public/areas',
    { config: { about: '地区', open: true, query: ['parent', 'q', 'grids'] } },
    async (request) => publicAreas(cityOf(deps).world.directory, request.query as AreaQuery),
  )
  app.get(
    '/api/public/units',
    { config: { about: '某地可以反映的单位', open: true, query: ['area'] } },
    async (request) => {
      const { area } = request.query as { area?: string }
      return publicUnits(cityOf(deps).world.directory, Number(area), deps.residents.unitTypes)
    },
  )
  app.post(
    '/api/public/mask',
    { config: { about: '找出并遮盖号码', body: maskBody, open: true } },
    async (request) => {
      const read = maskBody.safeParse(request.body)
      if (!read.success) throw invalid('缺少文字')
      return maskedText(read.data.text)
    },
  )
  app.post(
    '/api/public/photos',
    {
      config: {
        about: '居民上传照片',
        multipart: true,
        open: true,
        rateLimit: { max: 30, timeWindow: 60_000 },
      },
    },
    async (request) => {
      const { id } = await keepUpload(deps, request, 'image')
      return { id }
    },
  )
  startRoute(app, deps)
  followRoutes(app, deps)
  ownDataRoutes(app, deps)
}

function startRoute(app: FastifyInstance, deps: HttpDeps): void {
  const kind = residentsKind(deps)
  const { command } = deps.residents
  const fields = kind.starts[command]?.input ?? {}
  const config = { about: '居民提出诉求', input: fields, starts: true, open: true, ...few }
  app.post('/api/public/appeals', { config }, async (request) => {
    const body = askBody(request.body)
    if (body.area === undefined) throw invalid('请选择所在地', { area: '请选择所在地' })
    const done = await askNow(deps, { kind, command, actor: { by: 'public' }, fields, body })
    const { record } = done
    const state = cityOf(deps)
    const desk = numberOf(record.fields, deps.residents.desk)
    return {
      ...residentLink(deps, record),
      due: dueWords(kind, record, deps.now()) ?? firstDue(record, deps.now()),
      desk: desk === undefined ? undefined : state.world.directory.units.get(desk)?.name,
      openedAt: new Date(record.openedAt).toISOString(),
    }
  })
}

function firstDue(record: RecordState, now: number): string {
  const dues = Object.values(record.clocks).flatMap((clock) => clock.stages.map(({ due }) => due))
  const hours = Math.max(1, Math.round((Math.min(...dues) - now) / 3_600_000))
  return dues.length === 0 ? '受理后告诉您' : `${hours} 小时内确定承办单位`
}

function followRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const kind = residentsKind(deps)
  app.post(
    '/api/public/follow',
    { config: { about: '凭编号和查询码查看', body: followBody, open: true, ...few } },
    async (request) => {
      const read = followBody.safeParse(request.body)
      if (!read.success) throw invalid('请填写编号和查询码')
      const record = await findByNumber(deps, read.data)
      if (record === undefined) throw absent('没有找到：请核对编号和查询码')
      return { token: tokenFor(deps, record.id), view: await publicView(deps, record) }
    },
  )
  app.get(
    '/api/public/appeal',
    { config: { about: '凭链接查看', open: true } },
    async (request) => {
      const actor = linkActor(deps, request)
      const record = actor && (await loadRecord(deps.db, cityOf(deps).city, actor.record))?.record
      if (record === undefined || record.kind !== kind.name) throw linkOver()
      return publicView(deps, record)
    },
  )
  for (const { name, command, role } of askedCommands(kind)) {
    const byLink = command.by.some((one) => {
      const is = kind.relations[one]?.is
      return is !== undefined && 'anyone' in is && is.anyone === 'link'
    })
    if (!byLink || role !== undefined || !isAskedByPeople(command)) continue
    const fields = command.input ?? {}
    const config = {
      about: `居民：${command.plain ?? command.label}`,
      input: fields,
      open: true,
      rateLimit: { max: 30, timeWindow: 60_000 },
    }
    app.post(`/api/public/appeal/${name}`, { config }, async (request) => {
      const actor = linkActor(deps, request)
      if (actor === undefined) throw linkOver()
      const body = askBody(request.body)
      const done = await askNow(deps, {
        kind,
        command: name,
        actor,
        record: actor.record,
        fields,
        body,
      })
      return publicView(deps, done.record)
    })
  }
}

function linkOver(): Refused {
  return new Refused(401, { code: 'signedOut', says: '请用编号和查询码重新查看' })
}

/** The record of a number and its code; a wrong code reads nothing of it. */
async function findByNumber(
  deps: HttpDeps,
  typed: { readonly number: string; readonly code: string },
): Promise<RecordState | undefined> {
  const number = readCaseNumber(typed.number)
  if (number === undefined) return undefined
  const { city } = cityOf(deps)
  const named = async (table: 'record' | 'archive') =>
    reached(() =>
      deps.db.read
        .selectFrom(table)
        .select(['id', 'number'])
        .where('city', '=', city)
        .where('number', '=', number)
        .where('kind', '=', deps.residents.kind)
        .executeTakeFirst(),
    )
  const row = (await named('record')) ?? (await named('archive'))
  if (row === undefined || !isCodeOf(deps, row, typed.code)) return undefined
  return (await loadRecord(deps.db, city, row.id))?.record
}

/** Telephone and identity numbers in a text, and the text without them. */
export function maskedText(text: string) {
  return {
    found: findPersonalNumbers(text).map(({ kind, start, end }) => ({
      kind,
      start,
      end,
      masked: maskNumbers(text.slice(start, end)),
    })),
    text: maskNumbers(text),
  }
}
