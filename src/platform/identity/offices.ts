import { isOffice, type OfficeRole, type Role, roleNames } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { moment } from '../world/sql-moment.ts'
import { roleIn } from './posts.ts'

/** Roles that reach far: what the system administrator enters of them waits to be confirmed. */
const sensitiveRoles: ReadonlySet<string> = new Set<Role>([
  'admin',
  'security',
  'auditor',
  'leader',
  'head',
  'supervisor',
  'arbiter',
])

export function isSensitive(role: string): boolean {
  return sensitiveRoles.has(role)
}

export const sensitive: readonly string[] = [...sensitiveRoles]

type At = { readonly city: number; readonly now: Instant }

/** Which of the three administrators the city has now. */
export async function officesFilled(db: Database, at: At): Promise<ReadonlySet<OfficeRole>> {
  const rows = await db.read
    .selectFrom('post')
    .select('role')
    .distinct()
    .where('city', '=', at.city)
    .where('role', 'in', ['admin', 'security', 'auditor'])
    .where('valid_from', '<=', moment(at.now))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(at.now))]))
    .execute()
  return new Set(rows.flatMap(({ role }) => (isOffice(role) ? [role] : [])))
}

/** The office a person holds or is about to hold, if any. */
export async function officeOf(
  db: Database,
  { city, now, person }: At & { readonly person: string },
): Promise<OfficeRole | undefined> {
  const rows = await db.read
    .selectFrom('post')
    .select('role')
    .where('city', '=', city)
    .where('person', '=', person)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(now))]))
    .execute()
  return rows.map(({ role }) => role).find(isOffice)
}

type Wanted = {
  readonly city: number
  readonly person: string
  readonly role: Role
  readonly from: Instant
  readonly to: Instant | null
  /** The post that is changed: it does not clash with itself. */
  readonly except: string
}

/** Why a person may not hold this post beside what they hold in that time: one of the three
 *  administrators is neither another of them nor anybody in the city's business. */
export async function officeClash(db: Database, wanted: Wanted): Promise<string | undefined> {
  const { city, person, role, from, to, except } = wanted
  const others = db.read
    .selectFrom('post')
    .select('role')
    .where('city', '=', city)
    .where('person', '=', person)
    .where('id', '!=', except)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(from))]))
  const rows = await (to === null ? others : others.where('valid_from', '<', moment(to))).execute()
  const held = rows.flatMap((row) => roleIn(row.role) ?? [])
  const other = held.find((one) => one !== role && (isOffice(one) || isOffice(role)))
  if (other === undefined) return undefined
  return isOffice(other) && isOffice(role)
    ? `三员分立：一人只能任系统管理员、安全管理员、安全审计员中的一种，此人同期已是${roleNames[other]}`
    : `三员分立：${roleNames[isOffice(role) ? role : other]}不能同时担任业务岗位，此人同期有${roleNames[isOffice(role) ? other : role]}岗位`
}
