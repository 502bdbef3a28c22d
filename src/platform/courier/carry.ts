import { sql } from 'kysely'
import type { ParcelBody } from '../asking/parcels.ts'
import type { AskDeps } from '../asking/types.ts'
import { objectIn } from '../store/json.ts'
import { momentOf } from '../store/value-types.ts'
import type { Carrying, Waiting } from './carrying.ts'
import { type Delivered, deliver } from './deliver.ts'
import type { Neighbour } from './neighbours.ts'
import { parkParcel } from './park-parcel.ts'

const batch = 50

/** Cities for which something waits. */
export async function citiesWaitedFor({ deps, city }: Carrying): Promise<readonly number[]> {
  const { rows } = await sql<{ to_city: number }>`
    select distinct to_city from parcel where city = ${city}::int
      and taken_at is null and dropped_at is null and refused is null`.execute(deps.db.read)
  return rows.map((row) => row.to_city)
}

/**
 * Brings what waits for one city, the oldest first. What a record asks arrives in the order in which
 * it was asked: behind what was refused the rest of that record waits. Says whether the city is
 * there, and `more` when there may be more to bring.
 */
export async function carryTo(
  carrying: Carrying,
  neighbour: Neighbour,
): Promise<'idle' | 'more' | 'away'> {
  const { deps, signal } = carrying
  const rows = await waitingFor(carrying, neighbour.code)
  for (const row of rows) {
    const body = bodyOf(deps, row)
    const came =
      body === undefined ? unreadable : await deliver(neighbour, { ...body, id: row.id }, signal)
    if (signal.aborted && came.is !== 'taken') return 'idle'
    await noted(carrying, row, came)
    if (came.is === 'away') return 'away'
    if (came.is === 'refused') return 'more'
  }
  return rows.length === batch ? 'more' : 'idle'
}

/** One that cannot be opened must not hold up the others. */
function bodyOf({ keys }: AskDeps, { id, body }: Waiting): ParcelBody | undefined {
  try {
    return objectIn<ParcelBody>(JSON.parse(keys.openWords(id, body)))
  } catch {
    return undefined
  }
}

const unreadable: Delivered = {
  is: 'refused',
  code: 'unreadable',
  says: '要送的内容打不开，请告诉系统管理员',
}

async function noted(carrying: Carrying, row: Waiting, came: Delivered): Promise<void> {
  const { city, deps } = carrying
  const at = momentOf(deps.now())
  if (came.is === 'refused') return parkParcel(carrying, row, came)
  if (came.is === 'taken')
    await sql`update parcel set taken_at = ${at}::timestamptz, tried_at = ${at}::timestamptz,
        tries = tries + 1, body = null, said = null
      where city = ${city}::int and id = ${row.id}::uuid and taken_at is null`.execute(deps.db.read)
  else
    await sql`update parcel set tried_at = ${at}::timestamptz, tries = tries + 1,
        said = ${came.says ?? null}::text
      where city = ${city}::int and id = ${row.id}::uuid and taken_at is null`.execute(deps.db.read)
}

async function waitingFor({ deps, city }: Carrying, to: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
  select p.id, p.record_id, p.body from parcel p
  where p.city = ${city}::int and p.to_city = ${to}::int and p.body is not null
    and p.taken_at is null and p.dropped_at is null and p.refused is null
    and not exists (
      select 1 from parcel q where q.city = p.city and q.to_city = p.to_city
        and q.record_id = p.record_id and q.refused is not null
        and q.taken_at is null and q.dropped_at is null
        and (q.at, q.seq, q.id) < (p.at, p.seq, p.id))
  order by p.at, p.seq, p.id limit ${batch}`.execute(deps.db.read)
  return rows
}
