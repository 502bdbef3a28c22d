import { readFile } from 'node:fs/promises'
import { localTablesIn } from './spread.ts'

/** Each step brings the tables from one version to the next; steps are never changed, only added. */
export const steps = [
  'schema.sql',
  'schema-2.sql',
  'schema-3.sql',
  'schema-4.sql',
  'schema-5.sql',
  'schema-6.sql',
  'schema-7.sql',
  'schema-8.sql',
  'schema-9.sql',
  'schema-10.sql',
] as const

export const versionTable = `
-- local: it says what this database is, not what a city holds
create table if not exists schema_version(version int primary key, functions text not null)`

/** The tables that stay on one node of a cluster. */
export async function localTables(): Promise<ReadonlySet<string>> {
  const texts = await Promise.all(steps.map(textOf))
  return new Set([versionTable, ...texts].flatMap(localTablesIn))
}

export function textOf(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), 'utf8')
}
