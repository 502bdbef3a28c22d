import { readSheet } from '../../exchange/read-sheet.ts'
import { noteSecurityIn, type SecurityNote } from '../../identity/security-log.ts'
import { Refused } from '../errors.ts'
import { schemaOf } from '../schema.ts'
import { wordsIn } from '../wire.ts'
import { cellValue } from './cell-value.ts'
import { personNamed } from './people-reach.ts'
import type { Cells, Row, Section, SettingsAt } from './section.ts'

export type SheetProblem = { readonly row: number; readonly column: string; readonly says: string }
export type SheetAnswer = {
  readonly rows: number
  readonly ok: boolean
  readonly problems: readonly SheetProblem[]
  readonly changed: number
  /** Of accounts that the sheet made: said this once, and kept nowhere. */
  readonly passwords?: readonly { readonly login: string; readonly password: string }[]
}

type ReadRow = {
  readonly line: number
  readonly id: string | undefined
  readonly values: Readonly<Record<string, unknown>>
}
type Named = { readonly line: number; readonly cells: Cells }

/** Checks a whole sheet before anything of it is written; one bad row keeps all of them out. */
export async function takeSheet(
  asking: SettingsAt,
  section: Section,
  { bytes, checkOnly }: { bytes: Buffer; checkOnly: boolean },
): Promise<SheetAnswer> {
  const columns = Object.values(section.fields).map(({ label, required = false, type }) => ({
    label,
    required,
    number: type === 'number',
  }))
  const read = await readSheet(bytes, { columns })
  const named = read.rows.map(({ line, cells }) => ({ line, cells: byField(section, cells) }))
  const ahead = section.ahead?.(
    asking,
    named.map(({ cells }) => cells),
  )
  const at = ahead === undefined ? asking : { ...asking, state: ahead.state }
  const lines = named.map((row, place) => ({ ...row, cells: ahead?.rows[place] ?? row.cells }))
  const before = new Map((await section.rows(asking)).map((row) => [row.id, row]))
  const { good: stated, wrong } = await parsed(at, section, { lines, before })
  const missing = new Set(read.missing)
  const good = stated.map((row) => withKept(section, row, { before, missing }))
  const problems = [...read.problems.map(problemOf), ...wrong].toSorted((a, b) => a.row - b.row)
  const rows = read.rows.length + new Set(read.problems.map(({ line }) => line)).size
  const changing = good.filter((row) => differs(section, row, before))
  if (problems.length > 0) return { rows, ok: false, problems, changed: 0 }
  if (checkOnly) return { rows, ok: true, problems, changed: changing.length }
  return { rows, ...(await writeAll(at, section, changing)) }
}

async function parsed(
  at: SettingsAt,
  { fields, key }: Section,
  { lines, before }: { lines: readonly Named[]; before: ReadonlyMap<string, Row> },
) {
  const schema = schemaOf(fields, () => at.state)
  const isPerson = (name: string) => fields[name]?.type === 'record' && fields[name].of === 'people'
  const person = Object.keys(fields).some(isPerson) ? await personNamed(at) : undefined
  const ids = idsByKey(key, before)
  const good: ReadRow[] = []
  const wrong: SheetProblem[] = []
  for (const { line, cells } of lines) {
    const says = (name: string, words: string) =>
      wrong.push({ row: line, column: fields[name]?.label ?? name, says: words })
    const values: Record<string, unknown> = {}
    let isGood = true
    for (const [name, cell] of Object.entries(cells)) {
      const field = fields[name]
      const found = isPerson(name) ? person?.(String(cell).trim()) : undefined
      if (found !== undefined && 'says' in found) isGood = says(name, found.says) === 0
      else if (field !== undefined) values[name] = found?.id ?? cellValue(field, cell, at)
    }
    if (!isGood) continue
    const data = schema.parse(values)
    if (data.ok) good.push({ line, id: idOf(key, data.data, ids), values: data.data })
    else for (const [name, words] of Object.entries(data.fields)) says(name, words)
  }
  return { good, wrong }
}

/** In one transaction: what one row is refused, none of them has done. */
async function writeAll(
  at: SettingsAt,
  section: Section,
  changing: readonly ReadRow[],
): Promise<Omit<SheetAnswer, 'rows'>> {
  const problems: SheetProblem[] = []
  const passwords: { login: string; password: string }[] = []
  try {
    await at.deps.db.read.transaction().execute(async (read) => {
      const notes: SecurityNote[] = []
      const own = { ...at, notes, deps: { ...at.deps, db: { ...at.deps.db, read } } }
      for (const { line, id, values } of changing) {
        const one = { id, values, from: at.now, end: undefined }
        const written = await section.write(own, one).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error
          problems.push({ row: line, column: '', says: error.body.says })
        })
        if (written?.password !== undefined)
          passwords.push({ login: wordsIn(values['login']), password: written.password })
      }
      if (problems.length > 0) throw new Undone()
      for (const note of notes) await noteSecurityIn(read, note)
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    return { ok: false, problems, changed: 0 }
  }
  const said = passwords.length === 0 ? {} : { passwords }
  return { ok: true, problems, changed: changing.length, ...said }
}

class Undone extends Error {}

/** What the sheet has no column for stays as it is. */
function withKept(
  { fields }: Section,
  row: ReadRow,
  { before, missing }: { before: ReadonlyMap<string, Row>; missing: ReadonlySet<string> },
): ReadRow {
  const known = row.id === undefined ? undefined : before.get(row.id)
  if (known === undefined || missing.size === 0) return row
  const kept = Object.entries(known.values).filter(([name]) =>
    missing.has(fields[name]?.label ?? ''),
  )
  return { ...row, values: { ...row.values, ...Object.fromEntries(kept) } }
}

function byField({ fields }: Section, cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { label }]) => {
      const cell = cells[label]
      return cell === undefined ? [] : [[name, cell] as const]
    }),
  )
}

/** The reader's sentence names line and column, which here stand beside it. */
function problemOf(problem: { line: number; label?: string; reason: string }): SheetProblem {
  const { line, label = '', reason } = problem
  const place = `第 ${line} 行「${label}」列`
  return { row: line, column: label, says: reason.replace(place, '') }
}

function idsByKey(key: string, before: ReadonlyMap<string, Row>): ReadonlyMap<string, string> {
  return new Map([...before.values()].map(({ id, values }) => [wordsIn(values[key]), id]))
}

/** The row's own id where the table has it already; a new row has none, unless its key is its id. */
function idOf(
  key: string,
  values: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const given = values[key]
  if (given === undefined) return undefined
  const own = wordsIn(given)
  return ids.get(own) ?? (key === 'login' ? undefined : own)
}

function differs(section: Section, row: ReadRow, before: ReadonlyMap<string, Row>): boolean {
  const known = row.id === undefined ? undefined : before.get(row.id)
  if (known === undefined) return true
  return Object.keys(section.fields).some((name) => {
    const [was, is] = [known.values[name], row.values[name]]
    const plain = (value: unknown) =>
      value === undefined || value === null || value === '' || value === false
        ? ''
        : JSON.stringify(value)
    const empty = (text: string) => (text === '[]' ? '' : text)
    return empty(plain(was)) !== empty(plain(is))
  })
}
