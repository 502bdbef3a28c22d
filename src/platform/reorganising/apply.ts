import type pg from 'pg'
import type { Ending, Restructuring } from '../../kernel/restructuring.ts'
import type { Instant } from '../../kernel/time.ts'
import { inTransaction } from '../store/migrate.ts'
import { momentOf } from '../store/value-types.ts'

type Applying = {
  readonly city: number
  /** From this moment on it holds, in every process: what is looked up is looked up as of then. */
  readonly at: Instant
  readonly by: string
  readonly newId: () => string
}

/**
 * Writes a reorganisation into the tables of areas, units and posts, in one transaction with what
 * `also` writes. Nothing is deleted: what ends names its heirs, and whoever worked in a unit that
 * ends goes on in a post of its heir.
 */
export async function applyRestructuring(
  client: pg.Client,
  { areas, units }: Restructuring,
  { also, ...applying }: Applying & { readonly also: () => Promise<void> },
): Promise<void> {
  await inTransaction(client, async () => {
    await endRows(client, { table: 'area', endings: areas.ends }, applying)
    await beginAreas(client, areas.begins, applying)
    await changeAreas(client, areas.changes, applying)
    await endRows(client, { table: 'unit', endings: units.ends }, applying)
    await beginUnits(client, units.begins, applying)
    await changeUnits(client, units.changes, applying)
    await followPosts(client, units.ends, applying)
    await also()
  })
}

const tables = {
  area: `update area a set valid_to = $2::timestamptz, ended_by = $3::uuid, successors = e.heirs
    from jsonb_to_recordset($4::jsonb) e(key bigint, heirs bigint[])
    where a.city = $1::int and a.code = e.key`,
  unit: `update unit u set valid_to = $2::timestamptz, ended_by = $3::uuid, successors = e.heirs
    from jsonb_to_recordset($4::jsonb) e(key int, heirs int[])
    where u.city = $1::int and u.id = e.key`,
} as const

async function endRows(
  client: pg.Client,
  { table, endings }: { readonly table: keyof typeof tables; readonly endings: readonly Ending[] },
  { city, at, by }: Applying,
): Promise<void> {
  if (endings.length === 0) return
  await client.query(tables[table], [city, momentOf(at), by, JSON.stringify(endings)])
}

async function beginAreas(
  client: pg.Client,
  areas: Restructuring['areas']['begins'],
  { city, at, by }: Applying,
): Promise<void> {
  if (areas.length === 0) return
  const rows = areas.map((area) => ({ ...area, flags: area.flags ?? [] }))
  await client.query(
    `insert into area(city, code, level, type, name, parent, flags, valid_from, begun_by)
     select $1::int, t.code, t.level, t.type, t.name, t.parent, t.flags, $2::timestamptz, $3::uuid
     from jsonb_to_recordset($4::jsonb)
       t(code bigint, level text, type text, name text, parent bigint, flags text[])`,
    [city, momentOf(at), by, JSON.stringify(rows)],
  )
}

async function changeAreas(
  client: pg.Client,
  changes: Restructuring['areas']['changes'],
  { city }: Applying,
): Promise<void> {
  if (changes.length === 0) return
  await client.query(
    `update area a set name = t.name, type = t.type
     from jsonb_to_recordset($2::jsonb) t(code bigint, name text, type text)
     where a.city = $1::int and a.code = t.code`,
    [city, JSON.stringify(changes)],
  )
}

async function beginUnits(
  client: pg.Client,
  units: Restructuring['units']['begins'],
  { city, at, by }: Applying,
): Promise<void> {
  if (units.length === 0) return
  const rows = units.map(({ domains = [], headChecks = false, ...unit }) => ({
    ...unit,
    domains,
    head_checks: headChecks,
  }))
  await client.query(
    `insert into unit(city, id, name, type, functions, area, parent, domains, head_checks, valid_from, begun_by)
     select $1::int, t.id, t.name, t.type, t.functions, t.area, t.parent, t.domains, t.head_checks,
       $2::timestamptz, $3::uuid
     from jsonb_to_recordset($4::jsonb) t(id int, name text, type text, functions text[], area bigint,
       parent int, domains text[], head_checks boolean)`,
    [city, momentOf(at), by, JSON.stringify(rows)],
  )
}

async function changeUnits(
  client: pg.Client,
  changes: Restructuring['units']['changes'],
  { city }: Applying,
): Promise<void> {
  if (changes.length === 0) return
  await client.query(
    `update unit u set name = t.name, type = t.type, area = t.area, parent = t.parent
     from jsonb_to_recordset($2::jsonb) t(id int, name text, type text, area bigint, parent int)
     where u.city = $1::int and u.id = t.id`,
    [city, JSON.stringify(changes)],
  )
}

/** A post of an ended unit ends, and one of its first heir begins for the same person. What was
 *  done in the old one stays its own; programs and answer templates go along. Who stands in there
 *  does so no more: the heir's people name their own deputies. */
async function followPosts(
  client: pg.Client,
  endings: readonly Ending[],
  { city, at, newId }: Applying,
): Promise<void> {
  const heirs = new Map(endings.map(({ key, heirs: [heir] }) => [key, heir]))
  const { rows } = await client.query<{ id: string; unit: number }>(
    `select id, unit from post where city = $1::int and unit = any($2::int[])
       and (valid_to is null or valid_to > $3::timestamptz)`,
    [city, [...heirs.keys()], momentOf(at)],
  )
  const posts = rows.map(({ id, unit }) => ({ old: id, id: newId(), unit: heirs.get(unit) }))
  const values = [city, momentOf(at), JSON.stringify(posts)]
  const list = 'jsonb_to_recordset($3::jsonb) t(old uuid, id uuid, unit int)'
  await client.query(
    `insert into post(city, id, person, unit, role, title, valid_from, valid_to, follows)
     select $1::int, t.id, p.person, t.unit, p.role, p.title, greatest(p.valid_from, $2::timestamptz), p.valid_to, p.id
     from ${list} join post p on p.city = $1::int and p.id = t.old
     where p.deputises is null`,
    values,
  )
  await client.query(
    `update post p set valid_to = $2::timestamptz from ${list} where p.city = $1::int and p.id = t.old`,
    values,
  )
  await client.query(
    `update machine m set post = t.id from jsonb_to_recordset($2::jsonb) t(old uuid, id uuid)
     where m.city = $1::int and m.post = t.old`,
    [city, JSON.stringify(posts)],
  )
  const units = JSON.stringify([...heirs].map(([old, unit]) => ({ old, unit })))
  await client.query(
    `update template t set unit = h.unit from jsonb_to_recordset($2::jsonb) h(old int, unit int)
     where t.city = $1::int and t.unit = h.old`,
    [city, units],
  )
  await client.query(
    `update saved_view v set unit = h.unit from jsonb_to_recordset($2::jsonb) h(old int, unit int)
     where v.city = $1::int and v.unit = h.old`,
    [city, units],
  )
}
