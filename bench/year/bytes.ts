import { withClient } from '../../src/platform/store/database.ts'
import { lessIsBetter, type Line } from '../line.ts'
import { type Cities, settled } from './cities.ts'

type Held = { readonly name: string; readonly bytes: number }

/** What a record takes with its whole life, indexes and all; what other records take is left out. */
export async function byteLines({ empty, large }: Cities): Promise<readonly Line[]> {
  await settled(large)
  const before = new Map((await heldIn(empty.url)).map(({ name, bytes }) => [name, bytes]))
  const held = (await heldIn(large.url))
    .map(({ name, bytes }) => ({ name, each: (bytes - (before.get(name) ?? 0)) / large.records }))
    .filter(({ each }) => each >= 1)
  const ours = held.reduce((sum, { each }) => sum + each, 0)
  const note = held.map(({ name, each }) => `${name} ${Math.round(each)}`).join(', ')
  return [lessIsBetter({ name: 'bytes-per-record', ours, limit: 3000, unit: 'bytes', note })]
}

async function heldIn(url: string): Promise<readonly Held[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<Held>(
      `select relname as name, pg_total_relation_size(relid) as bytes
       from pg_statio_user_tables order by 2 desc, 1`,
    ),
  )
  return rows
}
