import type { Role } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { parameterAt, type World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { identityParameters } from './parameters.ts'

/** What an account has beside its password. */
export type Factors = {
  readonly totp: boolean
  readonly passkeys: number
  /** Recovery codes not used yet. They are no factor by themselves. */
  readonly recovery: number
}

export type Way = 'totp' | 'passkey' | 'recovery'

export async function factorsOf(db: Database, city: number, account: string): Promise<Factors> {
  const totp = await db.read
    .selectFrom('totp')
    .select('account')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('secret', 'is not', null)
    .executeTakeFirst()
  const passkeys = await db.read
    .selectFrom('passkey')
    .select('id')
    .where('city', '=', city)
    .where('account', '=', account)
    .execute()
  const recovery = await db.read
    .selectFrom('recovery_code')
    .select('digest')
    .where('city', '=', city)
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .execute()
  return { totp: totp !== undefined, passkeys: passkeys.length, recovery: recovery.length }
}

export function hasSecondFactor({ totp, passkeys }: Factors): boolean {
  return totp || passkeys > 0
}

/** The ways in which the second step can be taken, the usual one first. */
export function waysOf({ totp, passkeys, recovery }: Factors): readonly Way[] {
  const ways: Way[] = []
  if (totp) ways.push('totp')
  if (passkeys > 0) ways.push('passkey')
  if (recovery > 0) ways.push('recovery')
  return ways
}

/** Whether the city asks a second factor of who holds these roles. */
export function needsSecondFactor(world: World, roles: readonly Role[], at: Instant): boolean {
  const name = 'session.secondFactor'
  const asked = parameterAt(world, name, at)?.value ?? identityParameters[name]?.default
  if (asked === 'everybody') return true
  const among = asked === 'administrators' ? administrators : asked === 'leading' ? leading : nobody
  return roles.some((role) => among.has(role))
}

const nobody: ReadonlySet<Role> = new Set()
const administrators: ReadonlySet<Role> = new Set<Role>(['admin', 'security', 'auditor'])
const leading: ReadonlySet<Role> = new Set<Role>([
  ...administrators,
  'leader',
  'head',
  'dispatcher',
])

/** Removes all of them, for somebody who lost telephone and codes. */
export async function resetFactors(
  db: Database,
  { city, account }: { readonly city: number; readonly account: string },
): Promise<void> {
  await db.read.transaction().execute(async (write) => {
    await write.deleteFrom('totp').where('city', '=', city).where('account', '=', account).execute()
    await write
      .deleteFrom('passkey')
      .where('city', '=', city)
      .where('account', '=', account)
      .execute()
    await write
      .deleteFrom('recovery_code')
      .where('city', '=', city)
      .where('account', '=', account)
      .execute()
  })
}
