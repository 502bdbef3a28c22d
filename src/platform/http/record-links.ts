import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Link } from '../store/beside.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'
import { recordRow } from './record-row.ts'

/** The records tied to one, as far as the reader may see them, with the field that ties them. */
export function linkViews(deps: HttpDeps, links: readonly Link[], at: At) {
  return toldOnce(links).flatMap(({ other, field, back }) => {
    const linked = at.loaded.seen.get(other)
    const its = linked && deps.registry.get(linked.kind)
    if (linked === undefined || its === undefined) return []
    const owner = back ? its : at.kind
    const how = owner.fields[field]?.label ?? (field === 'openedBy' ? '联动产生' : field)
    return [{ ...recordRow(its, linked, at), how: back ? `${its.label}:${how}` : how, back }]
  })
}

type At = {
  readonly kind: Kind
  readonly state: CityState
  readonly now: Instant
  readonly loaded: { readonly seen: ReadonlyMap<string, RecordState> }
}

/** That a record was opened by another goes without saying where a field says more of it. */
function toldOnce(links: readonly Link[]): readonly Link[] {
  return links.filter(
    (link) =>
      link.field !== 'openedBy' ||
      !links.some(({ other, field }) => other === link.other && field !== 'openedBy'),
  )
}
