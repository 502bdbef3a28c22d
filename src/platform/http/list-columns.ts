import { mayRead } from '../../kernel/access.ts'
import type { Actor } from '../../kernel/actor.ts'
import { type Field, isGiven, keepOf } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import type { HttpDeps } from './deps.ts'
import { fieldName } from './field-filters.ts'
import { readable, referred } from './readable.ts'
import { loadReferences } from './references.ts'
import { cityOf } from './who.ts'

const mostColumns = 16

/** The fields among the columns of a list's address. */
export function columnNames(columns: string | undefined): readonly string[] {
  const names = (columns ?? '').split(',').flatMap((column) => fieldName(column) ?? [])
  return names.slice(0, mostColumns)
}

/** The words of fields that stand outside the row (people's words, other records, posts) or that
 *  not everybody may read, for a page of records at once. */
export async function fieldTexts(
  deps: HttpDeps,
  asked: {
    readonly kind: Kind
    readonly records: readonly RecordState[]
    readonly actor: Actor
    readonly names: readonly string[]
  },
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { kind, records, actor } = asked
  const fields = asked.names.flatMap((name) => {
    const field = kind.fields[name]
    return field !== undefined && isAside(field) ? [[name, field] as const] : []
  })
  if (fields.length === 0) return new Map()
  const state = cityOf(deps)
  const values = records.flatMap((record) =>
    fields.map(([name, field]) => [field, record.fields[name]] as const),
  )
  const { texts, records: others, posts } = referred(values)
  const wanted = { texts, records: others, posts, contacts: [] }
  const { known } = await loadReferences(deps, wanted, { state, actor })
  const of = fields.flatMap(([, { seenBy = [] }]) => seenBy)
  return new Map(
    records.map((record) => {
      const relations = standingOf(kind, { world: state.world, record, actor, of })
      const said = fields.flatMap(([name, field]) => {
        const value = record.fields[name]
        if (value === undefined || !isGiven(value) || !mayRead(field, relations)) return []
        return [[name, readable(field, value, known)] as const]
      })
      return [record.id, Object.fromEntries(said)] as const
    }),
  )
}

function isAside(field: Field): boolean {
  const keep = keepOf(field)
  if (keep === 'contact' || keep === 'apart') return false
  return (
    keep === 'content' ||
    field.seenBy !== undefined ||
    field.type === 'record' ||
    field.type === 'post'
  )
}
