import { isOffice } from '../../kernel/actor.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { officeOf } from './offices.ts'
import { firstOf, type HeldPost, heldPosts } from './posts.ts'

export type Deputy = {
  /** The deputy's own post, made for the time he stands in. */
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly ofPost: string
  readonly ofName: string
  readonly unit: number
  readonly role: string
  readonly title: string
  readonly from: Instant
  readonly to: Instant | null
}

export type DeputyAt = { readonly city: number; readonly now: Instant }

/** Who may stand in for a post: colleagues of its unit, or, where it has nobody else, of the unit
 *  above, with an account and none of the three administrators. */
export async function mayDeputise(
  db: Database,
  at: DeputyAt,
  { post, directory }: { readonly post: HeldPost; readonly directory: Directory },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (isOffice(post.role)) return []
  const own = await colleagues(db, at, { unit: post.unit, except: post.person })
  if (own.length > 0) return own
  const above = directory.units.get(post.unit)?.parent
  return above === undefined ? [] : colleagues(db, at, { unit: above, except: post.person })
}

async function colleagues(
  db: Database,
  at: DeputyAt,
  { unit, except }: { unit: number; except: string },
) {
  const posts = await heldPosts(db, at, { unit })
  const people = new Map(
    posts
      .filter((one) => one.person !== except && !isOffice(one.role) && one.deputises === undefined)
      .map(({ person, personName }) => [person, personName]),
  )
  if (people.size === 0) return []
  const rows = await db.read
    .selectFrom('account')
    .select('person')
    .distinct()
    .where('city', '=', at.city)
    .where('person', 'in', [...people.keys()])
    .where('ended_at', 'is', null)
    .execute()
  const signed = new Set(rows.map(({ person }) => person))
  return [...people].filter(([id]) => signed.has(id)).map(([id, name]) => ({ id, name }))
}

type Naming = {
  readonly post: HeldPost
  readonly person: string
  readonly from: Instant
  readonly to: Instant
  readonly directory: Directory
  readonly newId: () => string
}

export type Named =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly says: string }

/** Names a deputy for a time: he gets a post of his own beside his others, which says for whom. */
export async function nameDeputy(db: Database, at: DeputyAt, naming: Naming): Promise<Named> {
  const { post, person, from } = naming
  const to = Math.min(naming.to, post.until ?? naming.to)
  const refused = await refusal(db, at, { ...naming, to })
  if (refused !== undefined) return { ok: false, says: refused }
  const id = deputyId(naming.newId())
  await db.read
    .insertInto('post')
    .values({
      city: at.city,
      id,
      person,
      unit: post.unit,
      role: post.role,
      title: post.title,
      valid_from: momentOf(from),
      valid_to: momentOf(to),
      deputises: post.id,
    })
    .execute()
  return { ok: true, id }
}

async function refusal(db: Database, at: DeputyAt, naming: Naming): Promise<string | undefined> {
  const { post, person, from, to } = naming
  if (isOffice(post.role)) return '三员的岗位不能由别人代理'
  if (post.deputises !== undefined) return '代理来的岗位不能再交给别人代理'
  if (to <= from || to <= at.now) return '结束日期要晚于开始日期，也不能是过去'
  if (to - from > longestMs) return '一次代理最长一年'
  const list = await mayDeputise(db, at, naming)
  if (!list.some(({ id }) => id === person))
    return '只能请本单位的同事代理；本单位只有一人时请上级单位的'
  if ((await officeOf(db, { ...at, person })) !== undefined) return '三员不代理业务岗位'
  const all = await deputiesWithin(db, at.city, { from, to })
  if (all.some((one) => one.ofPost === post.id)) return '这段时间已经有人代理，请先结束原来的代理'
  if (all.some((one) => one.ofPerson === person)) return '这位同事那段时间也由别人代理'
  if (all.some((one) => one.person === post.person))
    return '您那段时间正在代理别人，请先结束那项代理'
  return undefined
}

async function deputiesWithin(
  db: Database,
  city: number,
  { from, to }: { from: Instant; to: Instant },
) {
  const rows = await db.read
    .selectFrom('post as d')
    .innerJoin('post as own', (join) =>
      join.onRef('own.city', '=', 'd.city').onRef('own.id', '=', 'd.deputises'),
    )
    .select(['d.person', 'd.deputises', 'own.person as of_person'])
    .where('d.city', '=', city)
    .where('d.valid_from', '<', moment(to))
    .where((eb) => eb.or([eb('d.valid_to', 'is', null), eb('d.valid_to', '>', moment(from))]))
    .execute()
  return rows.map((row) => ({
    person: row.person,
    ofPost: row.deputises,
    ofPerson: row.of_person,
  }))
}

/** All that a person gave or was given, the newest first. */
export async function deputiesOf(
  db: Database,
  { city, person }: { readonly city: number; readonly person: string },
): Promise<readonly Deputy[]> {
  const rows = await db.read
    .selectFrom('post as d')
    .innerJoin('post as own', (join) =>
      join.onRef('own.city', '=', 'd.city').onRef('own.id', '=', 'd.deputises'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.city', '=', 'd.city').onRef('p.id', '=', 'd.person'),
    )
    .innerJoin('person as away', (join) =>
      join.onRef('away.city', '=', 'own.city').onRef('away.id', '=', 'own.person'),
    )
    .select(['d.id', 'd.person', 'd.unit', 'd.role', 'd.title', 'd.valid_from', 'd.valid_to'])
    .select(['p.name', 'own.id as own_id', 'own.valid_to as own_to', 'away.name as away_name'])
    .where('d.city', '=', city)
    .where((eb) => eb.or([eb('d.person', '=', person), eb('own.person', '=', person)]))
    .orderBy('d.valid_from', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, unit, role, title, ...row }) => ({
    id,
    person: row.person,
    personName: row.name,
    ofPost: row.own_id,
    ofName: row.away_name,
    unit,
    role,
    title,
    from: row.valid_from,
    to: firstOf(row.valid_to, row.own_to),
  }))
}

/** Ends it now, or before it begins. */
export async function endDeputy(db: Database, { city, now }: DeputyAt, id: string): Promise<void> {
  await db.read
    .updateTable('post')
    .set({ valid_to: momentOf(now) })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('deputises', 'is not', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(now))]))
    .execute()
}

/** A UUID of version 8: the log has an index of its own over what deputies did. */
function deputyId(id: string): string {
  return `${id.slice(0, 14)}8${id.slice(15)}`
}

const longestMs = 366 * 86_400_000
