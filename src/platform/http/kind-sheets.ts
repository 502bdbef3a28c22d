import type { FastifyInstance, FastifyRequest } from 'fastify'
import { maySee, relationsOf } from '../../kernel/access.ts'
import { type Fields, textOf } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import { type RecordState, unopenedRecord } from '../../kernel/record.ts'
import { dayOf, yearOf } from '../../kernel/time.ts'
import { prepare } from '../asking/prepare.ts'
import { readSheet } from '../exchange/read-sheet.ts'
import { derivedId } from '../numbers/ids.ts'
import { loadRecords } from '../store/load.ts'
import { askNow } from './asking.ts'
import type { HttpDeps, KindSheet, Session } from './deps.ts'
import { invalid, notAllowed, Refused, tooLarge } from './errors.ts'
import { mostBytes } from './files.ts'
import { readable } from './readable.ts'
import { nothingKnown } from './record-row.ts'
import { wordsIn } from './wire.ts'
import { schemaOf } from './schema.ts'
import { cellValue } from './settings/cell-value.ts'
import type { SheetAnswer, SheetProblem } from './settings/sheet-in.ts'
import { sendSheet, sheetFormat } from './sheet-reply.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

type Row = { readonly line: number; readonly data: Readonly<Record<string, unknown>> }
type At = {
  readonly deps: HttpDeps
  readonly session: Session
  readonly sheet: KindSheet
  readonly kind: Kind
  readonly fields: Fields
}

/** Records kept as a list (a duty list) out and in by sheet. Every row is asked of the kernel as a
 *  person would ask it, so a sheet can do nothing that the post could not. */
export function kindSheetRoutes(app: FastifyInstance, deps: HttpDeps): void {
  for (const sheet of deps.kindSheets) {
    const kind = deps.registry.get(sheet.kind)
    if (kind === undefined) throw new Error(`no kind ${sheet.kind} for a sheet`)
    const fields = kind.starts[sheet.start]?.input ?? {}
    const path = `/api/settings/${sheet.what}/sheet`
    const out = { about: `${kind.label}：导出表格`, query: ['format'], file: true }
    app.get(path, { config: out }, async (request, reply) => {
      const session = await signedIn(deps, request)
      const records = await standing({ deps, session, sheet, kind, fields })
      const columns = Object.entries(fields).map(([key, { label }]) => ({ key, label }))
      const rows = records.map((record) => textsOf(deps, fields, record))
      const note = cityOf(deps).demo ? { note: '演示数据' } : {}
      const format = sheetFormat((request.query as { format?: string }).format)
      return sendSheet(
        reply,
        { columns, rows, ...note },
        { format, name: kind.label, now: deps.now() },
      )
    })
    const into = { about: `${kind.label}：导入表格`, query: ['check'], multipart: true }
    app.post(path, { config: into }, async (request) => {
      const session = await signedIn(deps, request)
      const checkOnly = (request.query as { check?: string }).check === '1'
      return take({ deps, session, sheet, kind, fields }, await uploaded(request), checkOnly)
    })
  }
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const part = await request.file({ limits: { fileSize: mostBytes + 1, files: 1 } })
  if (part === undefined) throw invalid('没有收到文件')
  const bytes = await part.toBuffer()
  if (part.file.truncated || bytes.length > mostBytes) throw tooLarge()
  return bytes
}

async function take(at: At, bytes: Buffer, checkOnly: boolean): Promise<SheetAnswer> {
  const { deps } = at
  const { rows, problems, total, told } = await checked(at, bytes)
  const records = await standing(at)
  const byKey = new Map(
    records.map((record) => [textOf(record.fields, at.sheet.key) ?? '', record]),
  )
  const changing = rows.flatMap(({ line, data }) => {
    const record = byKey.get(wordsIn(data[at.sheet.key]))
    return record === undefined || differs(told, record, data) ? [{ line, data, record }] : []
  })
  if (changing.length > 0 && !mayKeep(at)) throw notAllowed('清单由清单管理单位维护')
  const ok = problems.length === 0
  if (!ok || checkOnly) return { rows: total, ok, problems, changed: ok ? changing.length : 0 }
  const base = deps.newId()
  let changed = 0
  for (const { line, data, record } of changing) {
    const says = await asked(at, { ask: derivedId(base, String(line)), data, record })
    if (says === undefined) changed += 1
    else problems.push({ row: line, column: '', says })
  }
  return { rows: total, ok: problems.length === 0, problems, changed }
}

async function checked(at: At, bytes: Buffer) {
  const { deps, fields } = at
  const columns = Object.values(fields).map(({ label, required = false }) => ({ label, required }))
  const read = await readSheet(bytes, { columns })
  const state = cityOf(deps)
  const schema = schemaOf(fields, () => state)
  const problems: SheetProblem[] = read.problems.map(({ line, label = '', reason }) => ({
    row: line,
    column: label,
    says: reason,
  }))
  const rows: Row[] = []
  for (const { line, cells } of read.rows) {
    const values = Object.entries(fields).flatMap(([name, field]) => {
      const cell = cells[field.label]
      return cell === undefined ? [] : [[name, cellValue(field, cell, { state })] as const]
    })
    const parsed = schema.parse(Object.fromEntries(values))
    const says = parsed.ok ? ruledOut(at, parsed.data) : undefined
    if (says !== undefined) problems.push({ row: line, column: '', says })
    else if (parsed.ok) rows.push({ line, data: parsed.data })
    else
      for (const [name, says] of Object.entries(parsed.fields))
        problems.push({ row: line, column: fields[name]?.label ?? name, says })
  }
  const bad = new Set(read.problems.map(({ line }) => line))
  const missing = new Set(read.missing)
  const told = Object.keys(fields).filter((name) => !missing.has(fields[name]?.label ?? ''))
  return { rows, problems, total: read.rows.length + bad.size, told }
}

/** What the kernel said against a row; nothing when it was done. */
async function asked(
  { deps, session, sheet, kind, fields }: At,
  row: { ask: string; data: Row['data']; record: RecordState | undefined },
): Promise<string | undefined> {
  const { ask, data, record } = row
  try {
    await askNow(deps, {
      kind,
      command: record === undefined ? sheet.start : sheet.change,
      actor: actorOf(session),
      record: record?.id,
      fields,
      body: { ask, data },
    })
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.body.says
  }
}

/** The records of the list as it stands, as far as the post may see them. */
async function standing({ deps, session, sheet, kind }: At): Promise<readonly RecordState[]> {
  const { city, world } = cityOf(deps)
  const rows = await deps.db.read
    .selectFrom('record')
    .select('id')
    .where('city', '=', city)
    .where('kind', '=', kind.name)
    .where('state', 'in', [...sheet.states])
    .orderBy('opened_at', 'desc')
    .limit(20_000)
    .execute()
  const loaded = await loadRecords(
    deps.db,
    city,
    rows.map(({ id }) => id),
  )
  const actor = actorOf(session)
  const keyOf = (record: RecordState) => textOf(record.fields, sheet.key) ?? ''
  return [...loaded.values()]
    .map(({ record }) => record)
    .filter((record) => maySee(kind, relationsOf(kind, { world, record, actor })))
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'zh', { numeric: true }))
}

function mayKeep(at: At): boolean {
  const { deps, session, sheet, kind } = at
  const relations = relationsOf(kind, {
    world: cityOf(deps).world,
    record: nothingYet(at),
    actor: actorOf(session),
  })
  return kind.starts[sheet.start]?.by.some((name) => relations.has(name)) === true
}

/** What a rule says against a row by what the row itself holds: told before anything is written. */
function ruledOut(at: At, data: Row['data']): string | undefined {
  const { deps, session, sheet, kind, fields } = at
  const { input, words } = prepare(fields, data, { keys: deps.keys, newId: deps.newId })
  const context = {
    record: nothingYet(at),
    starting: true,
    input,
    words,
    facts: {},
    actor: actorOf(session),
    at: deps.now(),
    world: cityOf(deps).world,
  }
  const names = kind.starts[sheet.start]?.requires ?? []
  return names
    .map((name) => kind.rules[name])
    .find((rule) => rule?.input === true && !rule.holds(context))?.says
}

function nothingYet({ deps, kind }: At): RecordState {
  const { city } = cityOf(deps)
  return unopenedRecord({ kind: kind.name, place: { city }, openedAt: deps.now() })
}

function textsOf(deps: HttpDeps, fields: Fields, record: RecordState) {
  const known = { ...nothingKnown, state: cityOf(deps), year: yearOf(dayOf(deps.now())) }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = record.fields[name]
      const plain = field.type === 'day' && typeof value === 'string'
      return [name, plain ? value : readable(field, value, known)]
    }),
  )
}

/** Of what the sheet has columns for; the rest it leaves as it is. */
function differs(told: readonly string[], record: RecordState, data: Row['data']): boolean {
  const plain = (value: unknown) => {
    const text = JSON.stringify(value ?? null)
    return text === '[]' || text === '""' ? 'null' : text
  }
  return told.some((name) => plain(record.fields[name]) !== plain(data[name]))
}
