import type { FastifyInstance } from 'fastify'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { numberOf } from '../../kernel/field.ts'
import { visibleRecord } from './ask-routes.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent } from './errors.ts'
import { recordView } from './record-view.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

/** What takes place can be put into one's calendar by whoever sees it; a unit that is invited finds
 *  its own answer in it. */
export function calendarRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = { about: '日历文件（.ics）', file: true }
  app.get('/api/record/:id/calendar.ics', { config }, async (request, reply) => {
    const session = await signedIn(deps, request)
    const { id } = request.params as { id: string }
    const { kind, record } = await visibleRecord(deps, session, id)
    const address = `${request.protocol}://${request.host}/r/${id}`
    const text = await fileOf(deps, session, { kind, record, address })
    const name = encodeURIComponent(`${kind.label}-${record.number}.ics`)
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('cache-control', 'no-store')
      .send(text)
  })
}

async function fileOf(
  deps: HttpDeps,
  session: Session,
  { kind, record, address }: { kind: Kind; record: RecordState; address: string },
): Promise<string> {
  const { appointment } = kind
  const start = appointment && numberOf(record.fields, appointment.from)
  if (appointment === undefined || start === undefined) throw absent('这件事没有约定时间')
  const state = cityOf(deps)
  const view = await recordView(deps, { kind, record, actor: actorOf(session), state })
  const invited = view.parties.filter(({ role }) => appointment.parties.includes(role))
  const own = invited.find(({ unit }) => unit.id === session.post.unit)
  const where = view.fields.find(({ name }) => name === appointment.where)?.text
  const names = invited.map(({ unit }) => unit.name).join('、')
  const { calendarFile } = await import('../exchange/calendar-file.ts')
  return calendarFile({
    id: record.id,
    version: record.version,
    title: record.title,
    start,
    end: appointment.to === undefined ? undefined : numberOf(record.fields, appointment.to),
    where,
    words: [
      `${kind.label} ${record.number}`,
      ...(names === '' ? [] : [`参会单位：${names}`]),
      ...(own === undefined ? [] : [`本单位：${own.stateLabel}`]),
    ],
    // By its name, since an end may as well be that it took place.
    isOff: record.state === 'cancelled',
    address,
    now: deps.now(),
  })
}
