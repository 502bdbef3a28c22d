import type pg from 'pg'

/** After much was written at once: the planner learns what is there, and the words wait no longer
 *  beside their index, so that the first searches are as quick as the later ones. */
export async function settleTables(client: pg.Client): Promise<void> {
  await client.query('vacuum (analyze) search')
  await client.query('analyze')
}
