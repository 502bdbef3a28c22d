import type { FastifyInstance } from 'fastify'
import type { Kind } from '../../kernel/kind.ts'
import { residentFields } from '../../kernel/resident-words.ts'
import type { SheetRow } from '../exchange/sheet.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent, notAllowed, Refused } from './errors.ts'
import { knownByPhone } from './by-phone.ts'
import { exportCells, exportedFields, momentCell } from './export-cells.ts'
import { logExport, noteLargeExport } from './export-log.ts'
import { agedNote, farDeps } from './far.ts'
import { fieldName } from './field-filters.ts'
import { filtersOf, type ListQuery, listQuery } from './list-filters.ts'
import { listPage } from './list-page.ts'
import { seenRecords } from './list-routes.ts'
import { recordRow } from './record-row.ts'
import { sendSheet, sheetFormat } from './sheet-reply.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

const mostRows = 50_000

type Column = { readonly key: string; readonly label: string; readonly width: number }

const columns: readonly Column[] = [
  { key: 'number', label: '编号', width: 16 },
  { key: 'title', label: '标题', width: 40 },
  { key: 'state', label: '状态', width: 10 },
  { key: 'place', label: '所在地', width: 36 },
  { key: 'category', label: '类别', width: 16 },
  { key: 'lead', label: '承办单位', width: 24 },
  { key: 'openedAt', label: '受理时间', width: 20 },
  { key: 'due', label: '到期时间', width: 20 },
  { key: 'closedAt', label: '办结时间', width: 20 },
  { key: 'late', label: '是否超时', width: 10 },
]

/** The list just seen, as a sheet: the same filters, the same rows, and a trace of who took it. */
export function exportRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const query = [...listQuery, 'f.FIELD', 'format', 'reason']
  const config = { about: '导出列表', query, file: true }
  app.get('/api/records/:kind/export', { config }, async (request, reply) => {
    const session = await signedIn(deps, request)
    const kind = deps.registry.get((request.params as { kind: string }).kind)
    if (kind === undefined) throw absent('没有这类记录')
    if (session.post.role === 'worker') throw notAllowed('您当前的岗位不能导出')
    const query = request.query as ListQuery & { format?: string; reason?: string }
    const columns = columnsOf(kind, query.columns)
    const reason = reasonFor(kind, columns, query.reason)
    const mark = await logExport(deps, session, { kind: kind.name, filters: query, reason })
    const far = farDeps(deps)
    const note = agedNote(mark, far.dataAsOf)
    const rows = exported(deps, session, { kind, query, far: far.deps })
    const format = sheetFormat(query.format)
    return sendSheet(reply, { columns, rows, note }, { format, name: kind.label, now: deps.now() })
  })
}

/** What residents wrote, and who they are, goes out of the house for a reason only. */
function reasonFor(kind: Kind, columns: readonly Column[], given = ''): string | undefined {
  const said = residentFields(kind)
  const isPersonal = columns.some(({ key }) => {
    const name = fieldName(key)
    if (name === undefined) return false
    return said?.has(name) === true || kind.fields[name]?.type === 'contact'
  })
  const reason = [...given.trim()].slice(0, 100).join('')
  if (!isPersonal) return undefined
  if ([...reason].length >= 2) return reason
  throw new Refused(400, {
    code: 'reasonNeeded',
    says: '这份表格含有居民写的内容或联系方式，请写明导出用途',
    field: 'reason',
    fields: { reason: '请写明导出用途' },
  })
}

async function* exported(
  deps: HttpDeps,
  session: Session,
  { kind, query, far }: { kind: Kind; query: ListQuery; far: HttpDeps },
): AsyncGenerator<SheetRow> {
  const { cursor: _first, ...asked } = query
  const names = new Set(columnsOf(kind, query.columns).flatMap(({ key }) => fieldName(key) ?? []))
  let cursor: string | undefined
  let given = 0
  while (given < mostRows) {
    const paged = { ...asked, ...(cursor === undefined ? {} : { cursor }) }
    const filters = await knownByPhone(deps, filtersOf(deps, session, { kind, query: paged }))
    const page = await listPage(far, filters, 500)
    // Which they are may be a moment old on a standby; what each is, and who may see it, is not.
    const found = far === deps ? page : { ids: page.ids, next: page.next }
    const records = await seenRecords(deps, session, { kind, found })
    const cells = await exportCells(deps, { kind, records, actor: actorOf(session), names })
    for (const record of records) {
      const row = recordRow(kind, record, { state: cityOf(deps), now: deps.now() })
      const { number, title, stateLabel, place, categoryLabel, late } = row
      yield {
        number,
        title,
        state: stateLabel,
        place,
        category: categoryLabel,
        late,
        lead: row.lead?.name,
        openedAt: momentCell(row.openedAt),
        due: momentCell(row.due),
        closedAt: momentCell(row.closedAt),
        ...cells.get(record.id),
      }
      given += 1
    }
    cursor = found.next
    if (cursor === undefined) break
  }
  await noteLargeExport(deps, session, { kind: kind.name, rows: given })
}

/** The columns that are looked at, in their order; without a wish everything there is, each label
 *  once: the record's own title says more than the field of that name, other fields more than what
 *  every kind has. */
function columnsOf(kind: Kind, wish: string | undefined): readonly Column[] {
  if (wish === undefined || wish === '') return allColumns(kind)
  return wish.split(',').flatMap((key) => {
    const label = kind.fields[fieldName(key) ?? '']?.label
    const known = columns.find((column) => column.key === key)
    return known ?? (label === undefined ? [] : { key, label, width: 24 })
  })
}

function allColumns(kind: Kind): readonly Column[] {
  const fields = exportedFields(kind).flatMap(([name, { label }]) =>
    label === '标题' || label === '编号' ? [] : [{ key: `f.${name}`, label, width: 24 }],
  )
  const own = new Map(fields.map((column) => [column.label, column]))
  return [...columns.filter(({ label }) => !own.has(label)), ...own.values()]
}
