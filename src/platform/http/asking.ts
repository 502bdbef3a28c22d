import type { Actor } from '../../kernel/actor.ts'
import { type Place, placeOf } from '../../kernel/directory.ts'
import type { Fields, FileRef } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import { unopenedRecord } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import type { Instant } from '../../kernel/time.ts'
import { answeredBefore } from '../asking/answers.ts'
import { ask } from '../asking/ask.ts'
import { prepare } from '../asking/prepare.ts'
import type { Done } from '../asking/types.ts'
import { reached } from '../store/faults.ts'
import { loadRecord } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid, notAllowed, notVisible, Refused, refusedBy } from './errors.ts'
import { offeredCommand } from './offer-view.ts'
import { type CommandSchema, schemaOf } from './schema.ts'
import { cityOf } from './who.ts'
import { uuidShape } from './wire.ts'

export type Asked = {
  readonly kind: Kind
  readonly command: string
  readonly actor: Actor
  readonly record?: string | undefined
  /** Of a record that it begins, where another city has its counterpart. */
  readonly fresh?: string | undefined
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly fields: Fields
  readonly body: AskBody
}

export type AskBody = {
  readonly ask: string
  readonly data: unknown
  readonly area?: number | undefined
  readonly version?: number | undefined
}

/** Does what a request asks and gives what was done; every refusal ends the request. What was done
 *  before stays done, though the city's lists would no longer let its input pass. */
export async function askNow(deps: HttpDeps, asked: Asked): Promise<Done> {
  try {
    return await askedNow(deps, asked)
  } catch (error) {
    const { actor, body } = asked
    const request = { city: cityOf(deps).city, id: body.ask, actor }
    const before = error instanceof Refused ? await answeredBefore(deps, request) : undefined
    if (before?.ok === true) return before
    throw error
  }
}

async function askedNow(deps: HttpDeps, asked: Asked): Promise<Done> {
  const state = cityOf(deps)
  const parsed = schemaFor(deps, asked.fields).parse(asked.body.data)
  if (!parsed.ok) {
    await refuseOutsiders(deps, asked, state)
    throw invalid(Object.values(parsed.fields)[0] ?? '请检查填写的内容', parsed.fields)
  }
  const place = asked.record === undefined ? startPlace(asked, state) : undefined
  await refuseStale(deps, asked, state)
  const files = await loadFiles(deps, asked, filesIn(asked.fields, parsed.data))
  const answer = await ask(deps, {
    id: asked.body.ask,
    city: state.city,
    kind: asked.kind.name,
    command: asked.command,
    actor: asked.actor,
    at: deps.now(),
    record: asked.record,
    place,
    fresh: asked.fresh === undefined ? undefined : { id: asked.fresh },
    party: asked.party,
    prepared: prepare(asked.fields, parsed.data, { keys: deps.keys, newId: deps.newId, files }),
  })
  if (!answer.ok) throw refusedBy(answer)
  return answer
}

/** The body of an ask; its id must be there, for a resend to be recognised. */
export function askBody(body: unknown): AskBody {
  if (typeof body !== 'object' || body === null) throw invalid('发送的内容格式不对')
  const { ask: id, data, area, version } = body as Record<string, unknown>
  if (typeof id !== 'string' || !uuidShape.test(id)) throw invalid('缺少提交编号 ask')
  return {
    ask: id.toLowerCase(),
    data: data ?? {},
    area: typeof area === 'number' ? area : typeof area === 'string' ? Number(area) : undefined,
    version: typeof version === 'number' ? version : undefined,
  }
}

const schemas = new WeakMap<HttpDeps, WeakMap<Fields, CommandSchema>>()

export function schemaFor(deps: HttpDeps, fields: Fields): CommandSchema {
  const own = schemas.get(deps) ?? new WeakMap<Fields, CommandSchema>()
  const known = own.get(fields) ?? schemaOf(fields, () => cityOf(deps))
  schemas.set(deps, own.set(fields, known))
  return known
}

function startPlace({ body }: Asked, state: CityState): Place {
  const code = body.area ?? state.city
  const place = placeOf(state.world.directory, code)
  if (place === undefined) throw invalid('请选择所在地', { area: '请选择所在地' })
  return place
}

/** Whoever may not ask learns that, and nothing of what was wrong with their input. */
async function refuseOutsiders(deps: HttpDeps, asked: Asked, state: CityState): Promise<void> {
  const { kind, actor, record: id, party } = asked
  if (id === undefined) return refuseStrangers(asked, state, deps.now())
  const loaded = await loadRecord(deps.db, state.city, id)
  if (loaded === undefined || loaded.record.kind !== kind.name) throw notVisible()
  const { record } = loaded
  const own = party && record.parties.find((p) => p.role === party.role && p.unit === party.unit)
  const relations = standingOf(kind, { world: state.world, record, actor, party: own })
  if (!kind.see.some((name) => relations.has(name))) throw notVisible()
  const command = offeredCommand(kind, record, { command: asked.command, party })
  if (command !== undefined && !command.by.some((name) => relations.has(name))) throw notAllowed()
}

/** A beginning lies where its sender says, or, where that is nonsense, in the city. */
function refuseStrangers({ kind, command, actor, body }: Asked, state: CityState, now: Instant) {
  const { world, city } = state
  const place = placeOf(world.directory, body.area ?? city) ?? { city }
  const record = unopenedRecord({ kind: kind.name, place, openedAt: now })
  const relations = standingOf(kind, { world, record, actor })
  if (kind.starts[command]?.by.some((name) => relations.has(name)) !== true) throw notAllowed()
}

/** Somebody who looked at an older version is told so, unless this very ask was done already. */
async function refuseStale(deps: HttpDeps, asked: Asked, state: CityState): Promise<void> {
  const { record: id, body } = asked
  if (id === undefined || body.version === undefined) return
  const row = await reached(() =>
    deps.db.read
      .selectFrom('record')
      .select('version')
      .where('city', '=', state.city)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (row === undefined || row.version === body.version) return
  if (await isDone(deps, state.city, body.ask)) return
  await refuseOutsiders(deps, asked, state)
  throw new Refused(409, {
    code: 'changed',
    says: '这件事刚刚有了变化，请看过最新情况再办理',
    instead: '页面已有最新内容，您填写的内容还在',
  })
}

function filesIn(fields: Fields, data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name]
    if (field.type !== 'files' || !Array.isArray(value)) return []
    return value.filter((one): one is string => typeof one === 'string')
  })
}

/** Uploaded files by id. One that belongs to another record is as good as absent, unless this very
 *  ask gave it there. */
async function loadFiles(
  deps: HttpDeps,
  { record, body }: Asked,
  ids: readonly string[],
): Promise<readonly FileRef[]> {
  if (ids.length === 0) return []
  const { city } = cityOf(deps)
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('file')
      .select(['id', 'digest', 'type', 'record_id'])
      .where('city', '=', city)
      .where('id', 'in', [...ids])
      .where('erased_at', 'is', null)
      .execute(),
  )
  const free = rows.filter((row) => row.record_id === null || row.record_id === record)
  const whole = free.length === new Set(ids).size
  if (!whole && !(await isDone(deps, city, body.ask)))
    throw absent('有文件没有上传成功，请重新上传')
  return rows.map(({ id, digest, type }) => ({ file: id, digest, type }))
}

async function isDone(deps: HttpDeps, city: number, ask: string): Promise<boolean> {
  const row = await reached(() =>
    deps.db.read
      .selectFrom('ask')
      .select('id')
      .where('city', '=', city)
      .where('id', '=', ask)
      .executeTakeFirst(),
  )
  return row !== undefined
}
