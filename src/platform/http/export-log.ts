import { createHash } from 'node:crypto'
import { momentText, yearOf, dayOf } from '../../kernel/time.ts'
import { noteSecurity } from '../identity/security-log.ts'
import { writeSetting } from '../world/settings.ts'
import type { HttpDeps, Session } from './deps.ts'
import { cityOf } from './who.ts'

type Taken = {
  readonly kind: string
  readonly filters: Readonly<Record<string, string | undefined>>
  /** Why, where personal data are among it. */
  readonly reason?: string | undefined
}

/** Who took what out, kept with the city's other dated rows and in the security log. Words and
 *  numbers that were searched for are not kept. Gives the mark that the sheet bears on top. */
export async function logExport(deps: HttpDeps, session: Session, taken: Taken): Promise<string> {
  const { kind, reason } = taken
  const { phone, q, reason: _asked, ...rest } = taken.filters
  const filters = {
    ...rest,
    ...(phone === undefined ? {} : { phone: '(按电话)' }),
    ...(q === undefined ? {} : { q: '(按词)' }),
  }
  const { city } = cityOf(deps)
  const [id, at] = [deps.newId(), deps.now()]
  await writeSetting(deps.db, {
    city,
    name: 'audit:export',
    version: id,
    from: at,
    value: { kind, filters, person: session.account.person, ...(reason && { reason }) },
    post: session.post.id,
    at,
  })
  await noteSecurity(deps.db, {
    city,
    at,
    what: 'exported',
    account: session.account.id,
    post: session.post.id,
    about: { kind, export: id, personal: reason !== undefined },
  })
  return exportMark(deps, session, { id, reason })
}

/** More than this many rows at once is told to the auditor on a line of its own. */
const largeExport = 1_000

/** Tells the auditor how much was taken out, once that is known. */
export async function noteLargeExport(
  deps: HttpDeps,
  { account, post }: Session,
  { kind, rows }: { readonly kind: string; readonly rows: number },
): Promise<void> {
  if (rows < largeExport) return
  await noteSecurity(deps.db, {
    city: cityOf(deps).city,
    at: deps.now(),
    what: 'exportedMuch',
    account: account.id,
    post: post.id,
    about: { kind, rows },
  })
}

/** Who took it out, when and what for, with a digest by which a sheet found later is told. */
function exportMark(
  deps: HttpDeps,
  { post }: Session,
  { id, reason = '' }: { readonly id: string; readonly reason?: string | undefined },
): string {
  const { demo, world } = cityOf(deps)
  const unit = world.directory.units.get(post.unit)?.name ?? ''
  const moment = momentText(deps.now(), yearOf(dayOf(0)))
  const digest = createHash('sm3').update(`${id}|${reason}`).digest('hex').slice(0, 12)
  const why = reason === '' ? '' : `，用途：${reason}`
  const mark = `${post.personName}（${unit}）${moment}导出${why}，导出码 ${digest}，仅限本单位工作使用`
  return demo ? `演示数据；${mark}` : mark
}
