import type { FastifyInstance } from 'fastify'
import type { DocumentBlock, DocumentPart, DocumentShape } from '../../kernel/document.ts'
import { seatUnit } from '../../kernel/access.ts'
import type { Kind } from '../../kernel/kind.ts'
import { unitName } from '../../kernel/directory.ts'
import { dayOf, dayText, isDay } from '../../kernel/time.ts'
import { visibleRecord } from './ask-routes.ts'
import { type Behind, recordsBehind } from './document-records.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent } from './errors.ts'
import { recordView, type ViewAt } from './record-view.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

type View = Awaited<ReturnType<typeof recordView>>

/** Records written out as official documents, by whoever sees them and with what they may read. */
export function documentRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = { about: '公文（.docx）', file: true }
  app.get('/api/record/:id/document/:name', { config }, async (request, reply) => {
    const session = await signedIn(deps, request)
    const { id, name } = request.params as { id: string; name: string }
    const at = await seen(deps, session, id)
    const shape = at.kind.documents?.[name.replace(/\.docx$/u, '')]
    if (shape === undefined) throw absent('这件事没有这份公文')
    // With the library that writes it: few requests ask for one.
    const { documentFile } = await import('../exchange/document-file.ts')
    const bytes = await documentFile(await documentOf(deps, shape, at))
    const file = encodeURIComponent(`${shape.label}-${at.record.number}.docx`)
    return reply
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('content-disposition', `attachment; filename*=UTF-8''${file}`)
      .header('cache-control', 'no-store')
      .send(bytes)
  })
}

async function seen(deps: HttpDeps, session: Session, id: string): Promise<ViewAt> {
  const { kind, record } = await visibleRecord(deps, session, id)
  return { kind, record, actor: actorOf(session), state: cityOf(deps) }
}

async function documentOf(deps: HttpDeps, shape: DocumentShape, at: ViewAt) {
  const view = await recordView(deps, at)
  const behind = await recordsBehind(deps, shape, at)
  const blocks = shape.parts.flatMap((part, index) =>
    isNumber(part, at.kind) ? numberIn(part, view) : blocksOf(part, view, behind[index] ?? []),
  )
  const { signs } = shape
  const unit = signs && signingUnit(at, signs.seat)
  const stated = signs?.day === undefined ? undefined : at.record.fields[signs.day]
  const day = typeof stated === 'string' && isDay(stated) ? stated : dayOf(deps.now())
  return {
    heading: headingOf(shape.heading, { view, unit: unit ?? '' }),
    blocks,
    signed: unit === undefined ? undefined : { unit, day: dayText(day, 0) },
  }
}

function signingUnit({ kind, record, state }: ViewAt, name: string): string | undefined {
  const seat = kind.seats[name]
  const unit = seat && seatUnit(seat, { world: state.world, record })
  return unit === undefined ? undefined : unitName(state.world.directory, unit)
}

function headingOf(template: string, { view, unit }: { view: View; unit: string }): string {
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    if (name === 'unit') return unit
    if (name === 'title') return view.record.title
    return view.fields.find((field) => field.name === name)?.text ?? ''
  })
}

type FieldPart = Extract<DocumentPart, { readonly field: string }>

function isNumber(part: DocumentPart, { fields }: Kind): part is FieldPart {
  return 'field' in part && part.heading !== undefined && fields[part.field]?.type === 'number'
}

/** A number stands in its heading's line: alone on one of its own it says nothing. */
function numberIn({ heading, field }: FieldPart, view: View): readonly DocumentBlock[] {
  const text = view.fields.find(({ name }) => name === field)?.text ?? ''
  return text === '' ? [] : [{ is: 'heading', level: 1, text: `${heading}：${text}` }]
}

/** A part with nothing in it leaves no heading behind. */
function blocksOf(
  part: DocumentPart,
  view: View,
  behind: readonly Behind[],
): readonly DocumentBlock[] {
  const inside = insideOf(part, view, behind)
  const heading = part.heading ?? ''
  if (inside.length === 0 || heading === '') return inside
  return [{ is: 'heading', level: 1, text: heading }, ...inside]
}

function insideOf(
  part: DocumentPart,
  view: View,
  behind: readonly Behind[],
): readonly DocumentBlock[] {
  if ('field' in part) {
    const text = view.fields.find(({ name }) => name === part.field)?.text ?? ''
    return text === '' ? [] : [{ is: 'words', text }]
  }
  if ('parties' in part) {
    const rows = view.parties
      .filter(({ role }) => role === part.parties)
      .map(({ unit, stateLabel, fields }) => [unit.name, stateLabel, ...texts(part, fields)])
    const named = part.columns.map(
      (name) =>
        view.parties.flatMap(({ fields }) => fields).find((one) => one.name === name)?.label ?? '',
    )
    return rows.length === 0 ? [] : [{ is: 'table', columns: ['单位', '情况', ...named], rows }]
  }
  if (behind.length === 0) return []
  if (part.as === 'table') {
    const columns = ['事项', '情况', ...(behind[0]?.labels ?? [])]
    const rows = behind.map((one) => [one.title, one.stateLabel, ...one.texts])
    return [{ is: 'table', columns, rows }]
  }
  return behind.flatMap(({ title, texts: said }) => [
    { is: 'heading' as const, level: 2 as const, text: title },
    ...said.filter((text) => text !== '').map((text) => ({ is: 'words' as const, text })),
  ])
}

function texts(
  { columns }: { readonly columns: readonly string[] },
  fields: readonly { readonly name: string; readonly text: string }[],
): readonly string[] {
  return columns.map((name) => fields.find((field) => field.name === name)?.text ?? '')
}
