import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SheetColumn, SheetRow } from '../../exchange/sheet.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { notAllowed } from '../errors.ts'
import { logExport } from '../export-log.ts'
import { agedNote, farDeps } from '../far.ts'
import { sendSheet, sheetFormat } from '../sheet-reply.ts'
import { slowly } from '../slow-reads.ts'
import { signedIn } from '../who.ts'
import { areaAsked, dayAsked, partsAsked, type Query } from './asked.ts'
import { coveredOf, coveredQuery } from './covered.ts'
import { detailOf } from './detail.ts'
import { coveredRows, detailRows, valueRows } from './sheet-rows.ts'
import { valuesOf } from './values.ts'

const figures: readonly SheetColumn[] = [
  { key: 'part', label: '部分', width: 12 },
  { key: 'label', label: '指标', width: 28 },
  { key: 'name', label: '地区或期间', width: 24 },
  { key: 'value', label: '数值', width: 12 },
  { key: 'numerator', label: '分子', width: 10 },
  { key: 'denominator', label: '分母（基数）', width: 14 },
  { key: 'note', label: '说明', width: 60 },
]

/** What a page of figures shows as a sheet: every number with its base, in the order shown. */
export function indicatorSheets(app: FastifyInstance, deps: HttpDeps): void {
  const all = { about: '导出指标一览', query: ['area', 'to', 'format'], file: true }
  app.get('/api/indicators/export', { config: all }, async (request, reply) => {
    const session = exporting(await signedIn(deps, request))
    const query = request.query as Query
    const at = areaAsked(deps, session, query)
    const far = farDeps(deps)
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      valuesOf(far.deps, at, dayAsked(query, at.today)),
    )
    return sent(deps, reply, {
      session,
      query,
      dataAsOf: far.dataAsOf,
      columns: figures,
      rows: valueRows(view),
      name: `指标-${view.area.name}`,
    })
  })
  const one = {
    about: '导出一项指标',
    query: ['area', 'from', 'to', 'period', 'part', 'trend', 'format'],
    file: true,
  }
  app.get('/api/indicators/:id/export', { config: one }, async (request, reply) => {
    const session = exporting(await signedIn(deps, request))
    const query = request.query as Query
    const parts = partsAsked(deps, (request.params as { id: string }).id, query['part'])
    const asked = { trend: '12', ...query, children: '1' }
    const far = farDeps(deps)
    const at = areaAsked(deps, session, query)
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      detailOf(far.deps, at, { parts, query: asked }),
    )
    return sent(deps, reply, {
      session,
      query,
      dataAsOf: far.dataAsOf,
      columns: figures,
      rows: detailRows(view),
      name: `${parts[0]?.label ?? view.id}-${view.areaName}`,
    })
  })
  coveredSheet(app, deps)
}

function coveredSheet(app: FastifyInstance, deps: HttpDeps): void {
  const covered = {
    about: '导出指标涉及的地区、单位',
    query: [...coveredQuery, 'format'],
    file: true,
  }
  app.get('/api/indicators/:id/covered/export', { config: covered }, async (request, reply) => {
    const session = exporting(await signedIn(deps, request))
    const query = request.query as Query
    const at = areaAsked(deps, session, query)
    const far = farDeps(deps)
    const { id } = request.params as { id: string }
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      coveredOf(far.deps, at, { id, query }),
    )
    return sent(deps, reply, {
      session,
      query,
      dataAsOf: far.dataAsOf,
      ...coveredRows(view),
      name: `${view.label}-${at.area.name}-清单`,
    })
  })
}

function exporting(session: Session): Session {
  if (session.post.role === 'worker') throw notAllowed('您当前的岗位不能导出')
  return session
}

type Sent = {
  readonly session: Session
  readonly query: Query
  readonly dataAsOf: string | undefined
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly name: string
}

async function sent(
  deps: HttpDeps,
  reply: FastifyReply,
  { session, query, dataAsOf, columns, rows, name }: Sent,
) {
  const mark = await logExport(deps, session, { kind: 'indicator', filters: query })
  return sendSheet(
    reply,
    { columns, rows, note: agedNote(mark, dataAsOf) },
    { format: sheetFormat(query['format']), name, now: deps.now() },
  )
}
