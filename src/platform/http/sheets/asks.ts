import { placeOf } from '../../../kernel/directory.ts'
import { type Fields, isGiven, type Value } from '../../../kernel/field.ts'
import type { Command, Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { prepare } from '../../asking/prepare.ts'
import type { AskRequest, Prepared } from '../../asking/types.ts'
import { derivedId } from '../../numbers/ids.ts'
import { schemaFor } from '../asking.ts'
import type { SheetAt } from './at.ts'
import type { RowIn, RowProblem } from './rows.ts'

export type RowAsk =
  | { readonly ok: true; readonly request: AskRequest }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/** What a row asks, in the ask's own form. Its id follows from the job and the line, so that asked
 *  again after an interruption it is recognised. */
export function startAsk(at: SheetAt, job: string, row: RowIn): RowAsk {
  const fields = at.command.input ?? {}
  const read = prepared(at, fields, { row, kept: {} })
  if (!read.ok) return read
  const { directory } = at.state.world
  const place = placeOf(directory, row.area) ?? at.place
  return {
    ok: true,
    request: { ...shared(at, job, row), command: at.start, place, prepared: read.prepared },
  }
}

export type Amended = {
  readonly command: string
  readonly declared: Command
  readonly record: RecordState
  /** Keys of the columns the sheet has. */
  readonly told: ReadonlySet<string>
}

/** The ask by which a row amends its record: what the sheet has a column for and leaves empty is
 *  emptied, what it has none for stays. */
export function amendAsk(
  at: SheetAt,
  job: string,
  row: RowIn & { readonly amended: Amended },
): RowAsk {
  const { command, declared, record, told } = row.amended
  const fields = declared.input ?? {}
  const emptied = Object.entries(fields).flatMap(([name, field]) =>
    told.has(name) && row.values[name] === undefined && field.required !== true
      ? [[name, null] as const]
      : [],
  )
  const read = prepared(at, fields, { row, kept: Object.fromEntries(emptied) })
  if (!read.ok) return read
  return {
    ok: true,
    request: { ...shared(at, job, row), command, record: record.id, prepared: read.prepared },
  }
}

/** Whether a row says anything else of its record than what stands there. */
export function changes(kind: Kind, record: RecordState, { input }: Prepared): boolean {
  return Object.entries(input).some(
    ([name, value]) =>
      kind.fields[name] !== undefined && plain(value) !== plain(record.fields[name]),
  )
}

/** Words are compared by their digests. A contact is sealed anew each time, and so always differs. */
function plain(value: Value | undefined): string {
  if (value === undefined || !isGiven(value)) return ''
  const isText = typeof value === 'object' && value !== null && 'content' in value
  return isText ? value.digest : JSON.stringify(value)
}

function shared({ deps, state, kind, actor }: SheetAt, job: string, { line }: RowIn) {
  const id = derivedId(job, String(line))
  return { id, city: state.city, kind: kind.name, actor, at: deps.now() }
}

type Read =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

function prepared(
  at: SheetAt,
  fields: Fields,
  { row, kept }: { row: RowIn; kept: Readonly<Record<string, null>> },
): Read {
  const own = Object.entries(row.values).filter(([name]) => fields[name] !== undefined)
  const parsed = schemaFor(at.deps, fields).parse(Object.fromEntries(own))
  if (parsed.ok) {
    const { keys, newId } = at.deps
    return { ok: true, prepared: prepare(fields, { ...parsed.data, ...kept }, { keys, newId }) }
  }
  const problems = Object.entries(parsed.fields).map(([name, says]) => ({
    column: columnNamed(at, name),
    says,
  }))
  const told = new Set(row.problems.map(({ column }) => column))
  return { ok: false, problems: problems.filter(({ column }) => !told.has(column)) }
}

export function columnNamed({ columns }: SheetAt, field: string | undefined): string {
  return columns.find(({ key }) => key === field)?.label ?? ''
}
