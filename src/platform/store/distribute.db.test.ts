import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { withClient } from './database.ts'
import { distribute } from './distribute.ts'
import { localTablesIn, spreadOf } from './spread.ts'
import { localTables } from './steps.ts'

let base: TestDatabase
let local: ReadonlySet<string>
beforeAll(async () => {
  base = await startTestDatabase()
  local = await localTables()
})
afterAll(() => base.stop())

test('every table of a city is spread, and only what belongs to no city stays on one node', async () => {
  const { tables } = await planned()
  const there = await column(
    `select relname::text as one from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition order by 1`,
  )
  expect([...tables, ...local].toSorted()).toEqual(there)
  const cityless = `select c.relname as one from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city'
        and a.atttypid = 'int4'::regtype and a.attnotnull) order by 1`
  expect(await column(cityless)).toEqual([...local].toSorted())
})

test('every key and every unique index of a spread table begins with the city', async () => {
  const { tables } = await planned()
  const others = `select i.indexrelid::regclass::text as one from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and i.indrelid::regclass::text = any($1) and a.attname <> 'city'
    union all
    select i.indexrelid::regclass::text from pg_index i
    where i.indisunique and i.indrelid::regclass::text = any($1) and i.indkey[0] = 0`
  expect(await column(others, tables)).toEqual([])
  const [{ one: keys } = { one: '' }] = await rows(
    `select count(*)::text as one from pg_index where indisprimary and indrelid::regclass::text = any($1)`,
    tables,
  )
  expect(Number(keys)).toBeGreaterThan(40)
})

test('nothing hangs on a spread table that a cluster does not carry', async () => {
  const { tables } = await planned()
  const hanging = `
    select conname::text as one from pg_constraint
      where conrelid::regclass::text = any($1) and contype in ('f', 'x', 't')
    union all select tgname::text from pg_trigger where tgrelid::regclass::text = any($1) and not tgisinternal
    union all select rulename::text from pg_rewrite where ev_class::regclass::text = any($1)
    union all select attname::text from pg_attribute
      where attrelid::regclass::text = any($1) and attidentity <> ''
    union all select d.adrelid::regclass::text from pg_attrdef d
      where d.adrelid::regclass::text = any($1) and pg_get_expr(d.adbin, d.adrelid) like '%nextval%'
    union all select inhrelid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where not c.relispartition`
  expect(await column(hanging, tables)).toEqual([])
})

test('the functions that commit are spread by the same sort of number as the tables', async () => {
  const { functions } = await planned()
  const text = await readFile(new URL('commit.sql', import.meta.url), 'utf8')
  const written = [...text.matchAll(/create or replace function (\w+)/g)].map(
    ([, name = '']) => name,
  )
  const named = functions.map((name) => name.replace(/\(.*/, ''))
  expect(new Set(named)).toEqual(new Set(written))
  expect(written).toContain('commit_ask')
  const [found] = await rows(
    `select string_agg(distinct (proargtypes[0])::regtype::text, ', ') as one from pg_proc
     where oid::regprocedure::text = any($1)`,
    functions,
  )
  expect(found?.one).toBe('integer')
})

test('where Citus is not, nothing is spread and nothing is said', async () => {
  const said: string[] = []
  await withClient(base.url, (client) =>
    distribute(client, { local: localTables, say: (line) => said.push(line) }),
  )
  expect(said).toEqual([])
})

test('what is told to Citus names what is there, and each table once', async () => {
  // Stand-ins with the names and parameters of Citus' own functions: they prove the statements, and
  // nothing of a cluster.
  const heard = await withClient(base.url, async (client) => {
    await client.query('begin')
    await client.query(standIns)
    const { statements } = await spreadOf(client, { local })
    for (const statement of statements) await client.query(statement)
    const { rows } = await client.query<Heard>('select * from heard order by n')
    await client.query('rollback')
    return rows
  })
  const { tables, functions } = await planned()
  expect(heard.map(({ what }) => what)).toEqual([...tables, ...functions])
  expect(heard[0]).toMatchObject({ what: 'record', by: 'city', beside: 'none' })
  for (const { what, by, beside } of heard.slice(1))
    expect({ what, by, beside }).toEqual({
      what,
      by: what.includes('(') ? 'p_city' : 'city',
      beside: 'record',
    })
})

test('what is spread already is not spread again, and what came since is', async () => {
  const { tables } = await planned()
  const done = new Set(tables.filter((name) => name !== 'parcel'))
  const { tables: left, statements } = await withClient(base.url, (client) =>
    spreadOf(client, { local, done }),
  )
  expect(left).toEqual(['parcel'])
  expect(statements[0]).toContain(`'parcel', 'city', colocate_with => 'record'`)
})

test('a table stays on one node only where the line before says why', () => {
  const schema = `-- local: words for all
    create table word(text text primary key);
    -- A table of a city.
    create table record(city int not null);
    -- local:
    create table unexplained(n int);`
  expect(localTablesIn(schema)).toEqual(['word'])
})

type Heard = { readonly what: string; readonly by: string; readonly beside: string }

const standIns = `
create temp table heard(n int generated always as identity, what text, by text, beside text);
create function pg_temp.heard_of(what text, by text, beside text) returns void language sql
  as 'insert into heard(what, by, beside) values (what, by, beside)';
create function create_distributed_table(table_name regclass, distribution_column text,
  distribution_type text default 'hash', colocate_with text default 'default',
  shard_count int default null) returns void language sql
  as 'select pg_temp.heard_of(table_name::text, distribution_column, colocate_with)';
create function create_distributed_function(function_name regprocedure,
  distribution_arg_name text default null, colocate_with text default 'default',
  force_delegation bool default null) returns void language sql
  as 'select pg_temp.heard_of(function_name::text, distribution_arg_name, colocate_with)';`

function planned() {
  return withClient(base.url, (client) => spreadOf(client, { local }))
}

function rows(text: string, names?: readonly string[]): Promise<readonly { one: string }[]> {
  const ask = async (client: pg.Client) => {
    const { rows: found } = await client.query<{ one: string }>(text, names && [names])
    return found
  }
  return withClient(base.url, ask)
}

async function column(text: string, names?: readonly string[]): Promise<readonly string[]> {
  return (await rows(text, names)).map(({ one }) => one)
}
