import type { DocumentShape } from '../../kernel/document.ts'
import { standingOf } from '../../kernel/standing.ts'
import { reached } from '../store/faults.ts'
import type { HttpDeps } from './deps.ts'
import { fieldViews } from './field-view.ts'
import { referred } from './readable.ts'
import { loadReferences } from './references.ts'
import type { ViewAt } from './record-view.ts'

/** A record that names the one written out, as its reader may read it. */
export type Behind = {
  readonly title: string
  readonly stateLabel: string
  readonly labels: readonly string[]
  readonly texts: readonly string[]
}

/** For each part of a document that asks for them, the records that name this one; oldest first. */
export async function recordsBehind(
  deps: HttpDeps,
  { parts }: DocumentShape,
  at: ViewAt,
): Promise<readonly (readonly Behind[])[]> {
  const named = parts.filter((part) => 'behind' in part)
  if (named.length === 0) return parts.map(() => [])
  const ids = await naming(deps, at)
  const { seen } = await loadReferences(deps, { ...nothing, records: ids.map(({ id }) => id) }, at)
  const records = ids.flatMap(({ id, field }) => {
    const record = seen.get(id)
    const kind = record && deps.registry.get(record.kind)
    return record === undefined || kind === undefined ? [] : [{ record, kind, field }]
  })
  const values = records.flatMap(({ record, kind }) =>
    Object.entries(kind.fields).map(([name, field]) => [field, record.fields[name]] as const),
  )
  const { known } = await loadReferences(deps, referred(values), at)
  return parts.map((part) => {
    if (!('behind' in part)) return []
    return records
      .filter(({ kind, field }) => kind.name === part.behind && field === part.by)
      .filter(({ record }) => part.states?.includes(record.state) !== false)
      .toSorted((a, b) => a.record.openedAt - b.record.openedAt)
      .map(({ record, kind }) => {
        const { actor, state } = at
        const relations = standingOf(kind, { world: state.world, record, actor })
        const full = { kind, record, actor, state, relations, known, now: deps.now() }
        const fields = fieldViews(kind.fields, record.fields, full)
        return {
          title: record.title,
          stateLabel: kind.states[record.state]?.label ?? record.state,
          labels: part.columns.map((name) => kind.fields[name]?.label ?? ''),
          texts: part.columns.map((name) => fields.find((one) => one.name === name)?.text ?? ''),
        }
      })
  })
}

const nothing = { texts: [], records: [], posts: [], contacts: [] }
const mostBehind = 500

function naming(
  deps: HttpDeps,
  { state, record }: ViewAt,
): Promise<readonly { readonly id: string; readonly field: string }[]> {
  return reached(() =>
    deps.db.read
      .selectFrom('link')
      .select(['from_id as id', 'kind as field'])
      .where('city', '=', state.city)
      .where('to_id', '=', record.id)
      .orderBy('from_id')
      .limit(mostBehind)
      .execute(),
  )
}
