import { responsibleUnit } from '../../kernel/derive.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { loadBoth, type Spoken } from '../asking/spoken.ts'
import { loadRecords } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'
import { mayReadContact } from './phone.ts'

type Reader = {
  readonly state: CityState
  readonly actor: Actor
  /** Words that were loaded with their record. */
  readonly own?: readonly Spoken[] | undefined
}

/**
 * Words by content id as one reader may hear them. Who may know the person behind a record reads
 * what was written; for everybody else name and numbers are starred out of it, also where the words
 * went on to another record.
 */
export async function heardTexts(
  deps: HttpDeps,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { city } = reader.state
  const own = new Map(reader.own?.map((said) => [said.id, said] as const))
  const wanted = [...new Set(ids)]
  const others = wanted.filter((id) => !own.has(id))
  const all = [
    ...wanted.flatMap((id) => own.get(id) ?? []),
    ...(await loadBoth(deps, city, others)),
  ]
  const telling = new Set(all.filter(tells).map(({ record }) => record))
  const records = await loadRecords(deps.db, city, [...telling])
  const open = new Set(
    [...records].flatMap(([id, { record }]) => {
      const kind = deps.registry.get(record.kind)
      return kind !== undefined && mayKnowWho(kind, record, reader) ? [id] : []
    }),
  )
  return new Map(
    all.map((said) => [said.id, open.has(said.record) ? said.clear : said.shown] as const),
  )
}

function tells({ clear, shown }: Spoken): boolean {
  return clear !== shown
}

/** Without a contact to ask about, it is whoever answers for the record, and who brought it. */
function mayKnowWho(kind: Kind, record: RecordState, { state, actor }: Reader): boolean {
  const { world } = state
  if (actor.by === 'link') return actor.record === record.id
  if (Object.values(kind.fields).some(({ type }) => type === 'contact'))
    return mayReadContact(kind, { world, record, actor })
  return actor.by === 'post' && responsibleUnit(kind, world, record) === actor.post.unit
}
