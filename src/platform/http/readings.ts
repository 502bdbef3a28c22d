import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { reached } from '../store/faults.ts'
import { momentOf } from '../store/value-types.ts'
import type { HttpDeps, Session } from './deps.ts'
import { cityOf } from './who.ts'
import { cityIso } from './wire.ts'

export type Reading = { readonly at: string; readonly name: string; readonly unit: string }

/** How many of the last readings are told. */
const most = 50

/** Notes that somebody opened a record of a kind that tells who read it; of others it notes nothing. */
export async function noteReading(
  deps: HttpDeps,
  session: Session,
  { kind, record }: { readonly kind: Kind; readonly record: RecordState },
): Promise<void> {
  if (kind.tellsReaders !== true) return
  const { city } = cityOf(deps)
  await reached(() =>
    deps.db.read
      .insertInto('reading')
      .values({ city, record_id: record.id, at: momentOf(deps.now()), post: session.post.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Who opened it, newest first: for those who may see it themselves. */
export async function readingsOf(
  deps: HttpDeps,
  { kind, record }: { readonly kind: Kind; readonly record: RecordState },
): Promise<readonly Reading[] | undefined> {
  if (kind.tellsReaders !== true) return undefined
  const { city, world } = cityOf(deps)
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('reading as r')
      .innerJoin('post as p', (join) =>
        join.onRef('p.city', '=', 'r.city').onRef('p.id', '=', 'r.post'),
      )
      .innerJoin('person as n', (join) =>
        join.onRef('n.city', '=', 'p.city').onRef('n.id', '=', 'p.person'),
      )
      .select(['r.at', 'n.name', 'p.unit'])
      .where('r.city', '=', city)
      .where('r.record_id', '=', record.id)
      .orderBy('r.at', 'desc')
      .limit(most)
      .execute(),
  )
  return rows.map(({ at, name, unit }) => ({
    at: cityIso(at),
    name,
    unit: world.directory.units.get(unit)?.name ?? String(unit),
  }))
}
