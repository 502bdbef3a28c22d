import { glob, readFile } from 'node:fs/promises'
import { localTablesIn } from '../store/spread.ts'

/** The tables that the schema's own comments keep on one node of a cluster. */
export async function localTables(): Promise<ReadonlySet<string>> {
  const store = new URL('../store/', import.meta.url)
  const found = new Set<string>()
  for await (const file of glob('{schema*.sql,migrate.ts}', { cwd: store }))
    for (const name of localTablesIn(await readFile(new URL(file, store), 'utf8'))) found.add(name)
  return found
}
