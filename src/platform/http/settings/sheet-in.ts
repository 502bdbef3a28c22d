import type { Field } from '../../../kernel/field.ts'
import { readSheet } from '../../exchange/read-sheet.ts'
import { limitText } from '../../../kernel/limit.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { Refused } from '../errors.ts'
import { schemaOf } from '../schema.ts'
import { type Row, type Section, type SettingsAt } from './section.ts'
import { wordsIn } from '../wire.ts'

export type SheetProblem = { readonly row: number; readonly column: string; readonly says: string }
export type SheetAnswer = {
  readonly rows: number
  readonly ok: boolean
  readonly problems: readonly SheetProblem[]
  readonly changed: number
}

type ReadRow = {
  readonly line: number
  readonly id: string | undefined
  readonly values: Readonly<Record<string, unknown>>
}

/** Checks a whole sheet before anything of it is written; one bad row keeps all of them out. */
export async function takeSheet(
  at: SettingsAt,
  section: Section,
  { bytes, checkOnly }: { bytes: Buffer; checkOnly: boolean },
): Promise<SheetAnswer> {
  const columns = Object.values(section.fields).map(({ label, required = false, type }) => ({
    label,
    required,
    number: type === 'number',
  }))
  const read = await readSheet(bytes, { columns })
  const problems: SheetProblem[] = read.problems.map(({ line, label = '', reason }) => ({
    row: line,
    column: label,
    says: reason,
  }))
  const before = new Map((await section.rows(at)).map((row) => [row.id, row]))
  const good: ReadRow[] = []
  const schema = schemaOf(section.fields, () => at.state)
  for (const { line, cells } of read.rows) {
    const values = Object.fromEntries(
      Object.entries(section.fields).flatMap(([name, field]) => {
        const cell = cells[field.label]
        return cell === undefined ? [] : [[name, cellValue(field, cell, at)] as const]
      }),
    )
    const parsed = schema.parse(values)
    if (parsed.ok) good.push({ line, id: idOf(section, parsed.data, before), values: parsed.data })
    else
      for (const [name, says] of Object.entries(parsed.fields))
        problems.push({ row: line, column: section.fields[name]?.label ?? name, says })
  }
  const total = read.rows.length + new Set(read.problems.map(({ line }) => line)).size
  const ok = problems.length === 0
  const changing = good.filter((row) => differs(section, row, before))
  if (!ok || checkOnly) return { rows: total, ok, problems, changed: ok ? changing.length : 0 }
  return apply(at, section, { changing, total })
}

async function apply(
  at: SettingsAt,
  section: Section,
  { changing, total }: { changing: readonly ReadRow[]; total: number },
): Promise<SheetAnswer> {
  const problems: SheetProblem[] = []
  let changed = 0
  for (const { line, id, values } of changing) {
    try {
      await section.write(at, { id, values, from: at.now, end: undefined })
      changed += 1
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      problems.push({ row: line, column: '', says: error.body.says })
    }
  }
  return { rows: total, ok: problems.length === 0, problems, changed }
}

/** The row's own id where the table has it already; a new row has none, unless its key is its id. */
function idOf(
  section: Section,
  values: Readonly<Record<string, unknown>>,
  before: ReadonlyMap<string, Row>,
): string | undefined {
  const key = values[section.key]
  if (key === undefined) return undefined
  const own = wordsIn(key)
  if (before.has(own)) return own
  const row = [...before.values()].find((one) => wordsIn(one.values[section.key]) === own)
  return row?.id ?? (section.key === 'login' ? undefined : own)
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

/** A cell's text as the value it stands for: labels and names are read as well as codes. */
export function cellValue(
  field: Field,
  cell: string | number,
  at: Pick<SettingsAt, 'state'>,
): unknown {
  const words = String(cell).trim()
  switch (field.type) {
    case 'number':
      return Number(words)
    case 'flag':
      return words === '是' || words === '上班' || words === '启用'
        ? true
        : words === '否' || words === '休息' || words === '停用'
          ? false
          : words
    case 'choice':
      return choiceValue(field, words, at)
    case 'choices':
      return words.split(/[、,，;；]/u).map((one) => choiceValue(field, one.trim(), at))
    case 'unit':
      return unitValue(words, at)
    case 'area':
      return Number(/^\d+/u.exec(words)?.[0] ?? Number.NaN)
    case 'limit':
      return limitValue(words)
    case 'code':
    case 'text':
    case 'long':
    case 'day':
    case 'moment':
    case 'units':
    case 'post':
    case 'record':
    case 'contact':
    case 'files':
      return words
  }
}

function choiceValue(
  { options }: Field,
  words: string,
  { state }: Pick<SettingsAt, 'state'>,
): string {
  const list = typeof options === 'string' ? (state.lists[options] ?? []) : (options ?? [])
  return list.find(({ value, label }) => value === words || label === words)?.value ?? words
}

function unitValue(words: string, { state }: Pick<SettingsAt, 'state'>): number {
  const { units } = state.world.directory
  const byNumber = Number(/^\d+/u.exec(words)?.[0] ?? Number.NaN)
  if (units.has(byNumber)) return byNumber
  return [...units.values()].find(({ name }) => name === words)?.id ?? -1
}

function limitValue(words: string): unknown {
  const qty = Number(/^\d+/u.exec(words)?.[0] ?? 0)
  const units = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const
  const unit = units.find(
    (one) => limitText({ qty, unit: one }).replaceAll(' ', '') === words.replaceAll(' ', ''),
  )
  return asLimit({ qty, unit }) ?? words
}
