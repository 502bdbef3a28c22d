import type { FastifyInstance } from 'fastify'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { loadRecords } from '../store/load.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent } from './errors.ts'
import { knownByPhone } from './by-phone.ts'
import { columnNames, fieldTexts } from './list-columns.ts'
import { type Filters, filtersOf, type ListQuery, listQuery } from './list-filters.ts'
import { countUpTo, type Found, listPage } from './list-page.ts'
import { partyCells } from './party-cells.ts'
import { recordRow } from './record-row.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

/** Lists of a kind's records: only those that the post may see, whatever is asked for. */
export function listRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = { about: '记录列表', query: [...listQuery, 'f.FIELD'] }
  app.get('/api/records/:kind', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const { kind: name } = request.params as { kind: string }
    const kind = deps.registry.get(name)
    if (kind === undefined) throw absent('没有这类记录')
    const query = request.query as ListQuery
    return list(deps, session, { kind, query })
  })
}

async function list(
  deps: HttpDeps,
  session: Session,
  { kind, query }: { kind: Kind; query: ListQuery },
) {
  const size = Math.min(200, Math.max(1, Number(query.limit ?? 50) || 50))
  const filters = await knownByPhone(deps, filtersOf(deps, session, { kind, query }))
  const found = await listPage(deps, filters, size)
  const counted = query.cursor === undefined ? await counts(deps, filters, found) : undefined
  const rows = await seenRows(deps, session, {
    kind,
    found,
    parties: query.with === 'parties',
    columns: columnNames(query.columns),
  })
  return {
    rows,
    next: found.next,
    total: counted?.total,
    times: counted?.times,
    note: filters.worded?.note,
  }
}

/** How many the list has: known with its page where nothing follows. */
async function counts(
  deps: HttpDeps,
  filters: Filters,
  found: Found,
): Promise<{ readonly total: number | null; readonly times?: number | null }> {
  if (filters.measured === undefined && found.next === undefined) return { total: found.ids.length }
  return countUpTo(deps, filters, 1000)
}

/** The records found, each judged by the kernel before anything of it is sent. */
export async function seenRows(
  deps: HttpDeps,
  session: Session,
  { kind, found, parties = false, columns = [] }: Wanted,
) {
  const state = cityOf(deps)
  const actor = actorOf(session)
  const seen = await seenRecords(deps, session, { kind, found })
  const texts = await fieldTexts(deps, { kind, records: seen, actor, names: columns })
  const now = { state, now: deps.now() }
  return seen.map((record) => {
    const row = recordRow(kind, record, now)
    const whole = { ...row, fields: { ...row.fields, ...texts.get(record.id) } }
    return parties ? { ...whole, parties: partyCells(kind, record, now) } : whole
  })
}

/** Of the records found, those that the post may see by the kernel's own judgement. */
export async function seenRecords(
  deps: HttpDeps,
  session: Session,
  { kind, found }: Pick<Wanted, 'kind' | 'found'>,
): Promise<readonly RecordState[]> {
  const { city, world } = cityOf(deps)
  const loaded = found.loaded ?? (await loadRecords(deps.db, city, found.ids))
  const actor = actorOf(session)
  return found.ids.flatMap((id) => {
    const record = loaded.get(id)?.record
    if (record === undefined) return []
    const at = { world, record, actor }
    return isSeen(kind, at) ? [record] : []
  })
}

type Wanted = {
  readonly kind: Kind
  readonly found: Found
  /** With each row the units that take part and how far each is. */
  readonly parties?: boolean
  /** Fields whose words each row shall say, besides those it says anyhow. */
  readonly columns?: readonly string[]
}
