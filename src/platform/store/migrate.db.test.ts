import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { withClient } from './database.ts'
import { migrate } from './migrate.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await startTestDatabase()
})
afterAll(() => base.stop())

test('a database of the first release is brought to this one with what it holds', async () => {
  const url = new URL(base.url)
  url.pathname = `${url.pathname}_old`
  await withClient(base.url, (client) => client.query(`create database ${url.pathname.slice(1)}`))
  const first = await readFile(new URL('schema.sql', import.meta.url), 'utf8')
  await withClient(url.href, async (client) => {
    await client.query(first)
    await client.query(
      'create table schema_version(version int primary key, functions text not null)',
    )
    await client.query(`insert into schema_version values (1, 'of then')`)
    await client.query(
      `insert into area(city, code, level, type, name) values (530100, 530100, 'city', '市', '昆明市')`,
    )
    await client.query(
      `insert into event(city, record_id, seq, at, type, actor, post, ask, body, prev, hash)
       values (530100, gen_random_uuid(), 1, now(), 'Opened', 'a', 'p', gen_random_uuid(), '{}', '', 'h')`,
    )
    await client.query(
      `with two as (
         insert into account(city, id, person, login, password_hash)
         select 530100, gen_random_uuid(), $1::uuid, unnest(array['first', 'used']), '' returning id, login)
       insert into session(city, id, token_hash, account, expires, seen)
       select 530100, gen_random_uuid(), '', id, now(), now() from two where login = 'used'`,
      ['0a0a0a0a-0000-4000-8000-000000000001'],
    )
  })
  const said: string[] = []
  await migrate(url.href, (line) => said.push(line))
  expect(said).toEqual(['正在升级数据表'])
  await withClient(url.href, async (client) => {
    const { rows } = await client.query('select name from area')
    expect(rows).toEqual([{ name: '昆明市' }])
    const queued = await client.query(
      'select e.form from sealing s join event e on e.city = s.city and e.record_id = s.record_id',
    )
    expect(queued.rows, 'its events wait for their seals, hashed as they were').toEqual([
      { form: 1 },
    ])
    const accounts = await client.query('select login from account where ended_at is null')
    expect(accounts.rows, 'of two accounts of a person the one used last goes on').toEqual([
      { login: 'used' },
    ])
    expect((await client.query('select count(*)::int as n from machine')).rows).toEqual([{ n: 0 }])
    const parcels = await client.query('select count(*)::int as n from parcel')
    expect(parcels.rows, 'nothing waits for a neighbouring city').toEqual([{ n: 0 }])
  })
  await migrate(url.href, (line) => said.push(line))
  expect(said).toHaveLength(1)
  await withClient(base.url, (client) => client.query(`drop database ${url.pathname.slice(1)}`))
})
