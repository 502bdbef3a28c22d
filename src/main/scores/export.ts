import type { FastifyReply } from 'fastify'
import { figureKey } from '../../kernel/figure-key.ts'
import type { HttpDeps, Session } from '../../platform/http/deps.ts'
import { absent } from '../../platform/http/errors.ts'
import { logExport } from '../../platform/http/export-log.ts'
import { listed, type Query, scoresAsked } from '../../platform/http/scores/asked.ts'
import { itemsIn } from '../../platform/http/scores/items.ts'
import { leftOut } from '../../platform/http/scores/left-out.ts'
import { readingsOf } from '../../platform/http/scores/readings-view.ts'
import { scoreColumns, scoreRows } from '../../platform/http/scores/sheet.ts'
import { sendSheet, sheetFormat } from '../../platform/http/sheet-reply.ts'
import { chosenView, placesShown } from './chosen.ts'
import { seenAmong } from './seen.ts'

export const exportQuery = ['id', 'units', 'from', 'to', 'items', 'without', 'name', 'format']

/** What the page of scores shows as a sheet: of a round the figures that it drew, of a trial what is
 *  tried. */
export async function exported(
  deps: HttpDeps,
  reply: FastifyReply,
  { session, query }: { readonly session: Session; readonly query: Query },
) {
  const { id = '', without, name = '评分', format } = query
  const [seen] = await seenAmong(deps, session, [id])
  if (seen === undefined) throw absent('没有这次评分，或者您不能查看')
  const chosen = chosenView(seen, [])
  const { drawn, smallest } = chosen
  const items = itemsIn(query['items'])
  const keys = items.map(({ indicator, part }) => figureKey(indicator, part))
  const at = scoresAsked(deps, session, { ...query, figures: keys.join(',') })
  const removed = await leftOut(deps, session, without)
  const now = await readingsOf(deps, at, [])
  const less = removed.length === 0 ? undefined : await readingsOf(deps, at, removed)
  const places = placesShown(chosen, {
    items,
    units: at.units.map((unit) => unit.id),
    out: listed(without),
  })
  const rows = scoreRows({ items, now, less, drawn, smallest, places })
  const note = await logExport(deps, session, { kind: 'score', filters: query })
  return sendSheet(
    reply,
    { columns: scoreColumns, rows, note },
    { format: sheetFormat(format), name: name.slice(0, 60), now: deps.now() },
  )
}
