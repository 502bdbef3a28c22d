import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'

export type Setting = {
  readonly name: string
  readonly version: string
  readonly from: Instant
  readonly value: unknown
}

export type NewSetting = {
  readonly city: number
  readonly name: string
  readonly version: string
  readonly from: Instant
  readonly value: unknown
  readonly post?: string | undefined
  readonly at: Instant
}

/** Writes one version of a setting; the same version again replaces its value. */
export async function writeSetting(db: Database, setting: NewSetting): Promise<void> {
  const row = {
    valid_from: momentOf(setting.from),
    value: JSON.stringify(setting.value),
    by_post: setting.post ?? null,
    at: momentOf(setting.at),
  }
  await db.read
    .insertInto('setting')
    .values({ city: setting.city, name: setting.name, version: setting.version, ...row })
    .onConflict((conflict) => conflict.columns(['city', 'name', 'version']).doUpdateSet(row))
    .execute()
}

/** The versions of settings whose names begin so, oldest first. */
export async function readSettings(
  db: Database,
  city: number,
  prefix: string,
): Promise<readonly Setting[]> {
  const rows = await db.read
    .selectFrom('setting')
    .select(['name', 'version', 'valid_from', 'value'])
    .where('city', '=', city)
    .where('name', '>=', prefix)
    .where('name', '<', `${prefix}\uffff`)
    .orderBy('valid_from')
    .orderBy('at')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    version: row.version,
    from: row.valid_from,
    value: row.value,
  }))
}

/** Tells every process of the city that its directory or settings changed. */
export async function touchWorld(db: Database, city: number, at: Instant): Promise<void> {
  await writeSetting(db, { city, name: touched, version: '1', from: at, value: { at }, at })
}

/** What `touchWorld` last wrote; empty when nothing was ever changed. */
export async function worldVersion(db: Database, city: number): Promise<string> {
  const row = await db.read
    .selectFrom('setting')
    .select(sql<string>`value::text`.as('value'))
    .where('city', '=', city)
    .where('name', '=', touched)
    .where('version', '=', '1')
    .executeTakeFirst()
  return row?.value ?? ''
}

const touched = 'world'
