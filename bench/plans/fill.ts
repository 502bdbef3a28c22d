import { readFile } from 'node:fs/promises'
import { withClient } from '../../src/platform/store/database.ts'

const file = new URL('./fill.sql', import.meta.url)

/** Makes of the few appeals of a database as many as are asked for, and lets the server learn of
 *  them what it learns by itself in time. */
export async function fillCity(url: string, records: number): Promise<void> {
  const text = (await readFile(file, 'utf8')).replaceAll('%N%', String(records))
  await withClient(url, async (client) => {
    await client.query(text)
    await client.query('vacuum analyze')
  })
}
