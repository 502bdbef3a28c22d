import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { CITY_CODE as city } from '../../src/main/demo/city-code.ts'
import { digestOf, newToken } from '../../src/platform/identity/token.ts'

/** Signs in so many people who hold posts, and gives their cookies. */
export async function signInMany(client: pg.Client, count: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ person: string; post: string }>(
    `select distinct on (p.person) p.person, p.id as post from post p
     where p.city = $1 and p.role in ('clerk', 'worker') and not exists (
       select 1 from account a where a.city = p.city and a.person = p.person)
     order by p.person limit $2`,
    [city, count],
  )
  if (rows.length < count) throw new Error(`only ${rows.length} people can be signed in`)
  const cookies: string[] = []
  for (const { person, post } of rows) {
    const [account, token] = [randomUUID(), newToken()]
    await client.query(
      `insert into account(city, id, person, login, password_hash) values ($1, $2, $3, $4, '')`,
      [city, account, person, `viewer-${account}`],
    )
    await client.query(
      `insert into session(city, id, token_hash, account, post, expires, seen)
       values ($1, $2, $3, $4, $5, now() + interval '8 hours', now())`,
      [city, randomUUID(), digestOf(token), account, post],
    )
    cookies.push(`tx_session=${token}`)
  }
  return cookies
}
