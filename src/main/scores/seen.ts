import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { HttpDeps, Session } from '../../platform/http/deps.ts'
import { isSeen, sightOf } from '../../platform/http/sight.ts'
import { actorOf, cityOf } from '../../platform/http/who.ts'
import { uuidShape } from '../../platform/http/wire.ts'
import { reached } from '../../platform/store/faults.ts'
import { loadRecords } from '../../platform/store/load.ts'

const most = 200

/** By a field that the kind keeps in a slot. */
export type Slotted = { readonly k1: string } | { readonly n1: number }

/** Records of a kind that the post may see, newest first, each judged by the kernel's own rule. */
export async function seenOf(
  deps: HttpDeps,
  session: Session,
  { kind: name, by }: { readonly kind: string; readonly by?: Slotted },
): Promise<readonly Seen[]> {
  const kind = deps.registry.get(name)
  if (kind === undefined) return []
  const { city, world } = cityOf(deps)
  let wanted = deps.db.read
    .selectFrom('record')
    .select('record.id')
    .where('record.city', '=', city)
    .where('record.kind', '=', name)
    .where(sightOf(kind, world, session.post))
  if (by !== undefined)
    wanted =
      'k1' in by ? wanted.where('record.k1', '=', by.k1) : wanted.where('record.n1', '=', by.n1)
  const found = await reached(() =>
    wanted.orderBy('record.opened_at', 'desc').orderBy('record.id', 'desc').limit(most).execute(),
  )
  return seenAmong(
    deps,
    session,
    found.map(({ id }) => id),
  )
}

export type Seen = { readonly record: RecordState; readonly kind: Kind }

/** Those of some records that the post may see, in the order asked for. */
export async function seenAmong(
  deps: HttpDeps,
  session: Session,
  ids: readonly string[],
): Promise<readonly Seen[]> {
  const { city, world } = cityOf(deps)
  const loaded = await loadRecords(
    deps.db,
    city,
    ids.filter((id) => uuidShape.test(id)),
  )
  const actor = actorOf(session)
  return ids.flatMap((id) => {
    const record = loaded.get(id)?.record
    const kind = record && deps.registry.get(record.kind)
    if (record === undefined || kind === undefined) return []
    return isSeen(kind, { world, record, actor }) ? [{ record, kind }] : []
  })
}
