import type { Actor } from '../../kernel/actor.ts'
import { type Field, isGiven, keepOf } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import type { CellValue, SheetRow } from '../exchange/sheet.ts'
import type { HttpDeps } from './deps.ts'
import { fieldViews } from './field-view.ts'
import { referred } from './readable.ts'
import { loadReferences } from './references.ts'
import { cityOf } from './who.ts'

/** The fields of a kind that a sheet can show; what is counted apart is in no record. */
export function exportedFields(kind: Kind): readonly (readonly [string, Field])[] {
  return Object.entries(kind.fields).filter(([, field]) => keepOf(field) !== 'apart')
}

/** What one actor may read of records, as cells of a sheet by 'f.NAME': words for choices and units,
 *  numbers as numbers, days and moments whole, so that the sheet can be taken in again. */
export async function exportCells(
  deps: HttpDeps,
  {
    kind,
    records,
    actor,
    names,
  }: {
    readonly kind: Kind
    readonly records: readonly RecordState[]
    readonly actor: Actor
    readonly names: ReadonlySet<string>
  },
): Promise<ReadonlyMap<string, SheetRow>> {
  const state = cityOf(deps)
  const fields = Object.fromEntries(exportedFields(kind).filter(([name]) => names.has(name)))
  const values = records.flatMap((record) =>
    Object.entries(fields).map(([name, field]) => [field, record.fields[name]] as const),
  )
  const given = values.filter(([, value]) => isGiven(value))
  const { known } = await loadReferences(deps, referred(given), { state, actor })
  const of = Object.values(fields).flatMap(({ seenBy = [] }) => seenBy)
  const now = deps.now()
  return new Map(
    records.map((record) => {
      const relations = standingOf(kind, { world: state.world, record, actor, of })
      const at = { kind, record, actor, state, relations, known, now }
      const cells = fieldViews(fields, record.fields, at).map(
        (view) => [`f.${view.name}`, cellFrom(view)] as const,
      )
      return [record.id, Object.fromEntries(cells)] as const
    }),
  )
}

type FieldView = ReturnType<typeof fieldViews>[number]

function cellFrom({ type, value, text }: FieldView): CellValue {
  if (type === 'number') return typeof value === 'number' ? value : text
  if (type === 'day') return typeof value === 'string' ? value : text
  return type === 'moment' && typeof value === 'string' ? momentCell(value) : text
}

export function momentCell(iso: string | undefined): string | undefined {
  return iso?.slice(0, 16).replace('T', ' ')
}
