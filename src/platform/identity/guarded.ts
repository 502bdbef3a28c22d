import { randomBytes } from 'node:crypto'
import type { Role } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { moment } from '../world/sql-moment.ts'
import { officesFilled, sensitive } from './offices.ts'
import { hashPassword } from './passwords.ts'

type Of = { readonly city: number; readonly now: Instant; readonly person: string }

/** Another system administrator can do nothing that he cannot; any other far-reaching post he could
 *  only take by taking somebody's account. */
const guardedRoles = sensitive.filter((role) => role !== ('admin' satisfies Role))

/** Whether the system administrator must not know this person's password: they hold or await a
 *  far-reaching post, and there is a security administrator to give it. */
export async function isGuarded(db: Database, { city, now, person }: Of): Promise<boolean> {
  if (!(await officesFilled(db, { city, now })).has('security')) return false
  const held = await db.read
    .selectFrom('post')
    .select('id')
    .where('city', '=', city)
    .where('person', '=', person)
    .where('role', 'in', guardedRoles)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(now))]))
    .limit(1)
    .executeTakeFirst()
  if (held !== undefined) return true
  const awaited = await db.read
    .selectFrom('post_grant')
    .select('id')
    .where('city', '=', city)
    .where('person', '=', person)
    .where('what', '=', 'grant')
    .where('role', 'in', guardedRoles)
    .where('decided_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return awaited !== undefined
}

/** The hash of a password that nobody was told. */
export function nobodysPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64'))
}

/** Whoever is confirmed in a guarded post keeps no password that the system administrator gave.
 *  Who watches over him begins anew: no password, factor or binding from before. */
export async function voidGiven(
  write: Database['read'],
  { city, person, role, password_hash }: Voiding,
): Promise<void> {
  if (!guardedRoles.includes(role)) return
  const isWatcher = role === 'security' || role === 'auditor'
  const all = write
    .updateTable('account')
    .set({ password_hash, must_change: true })
    .where('city', '=', city)
    .where('person', '=', person)
    .returning('id')
  const rows = await (isWatcher ? all : all.where('must_change', '=', true)).execute()
  const factors = isWatcher ? (['totp', 'passkey', 'recovery_code', 'identity'] as const) : []
  const tables = ['session', 'half_session', 'identity_code', ...factors] as const
  for (const { id } of rows)
    for (const table of tables)
      await write.deleteFrom(table).where('city', '=', city).where('account', '=', id).execute()
}

type Voiding = {
  readonly city: number
  readonly person: string
  readonly role: Role
  readonly password_hash: string
}
