import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../../src/platform/store/database.ts'
import { type Line, never } from '../line.ts'
import { openDatabases } from '../product/databases.ts'
import { commitStatements } from './commit-statements.ts'
import { fillCity } from './fill.ts'
import { hotStatements } from './hot-statements.ts'
import { scansOf } from './scans.ts'

/** So many records the plans are made for: enough that no index is left for being small. */
const records = 60_000

const keptFile = new URL('./kept.json', import.meta.url)

/**
 * The plans of the statements that requests send again and again, and of those inside the commit,
 * compared with the plans kept beside this file. They are generic plans: those that a prepared
 * statement goes on with, whatever the values. `npm run bench -- plans --keep` accepts what has
 * changed; look at the difference before it is committed.
 */
export async function planLines({ keep }: { readonly keep: boolean }): Promise<readonly Line[]> {
  const found = await plansNow()
  if (keep) {
    await writeFile(keptFile, `${JSON.stringify(found, undefined, 2)}\n`)
    process.stderr.write(`plans: ${Object.keys(found).length} kept\n`)
  }
  const kept = keptIn(await readFile(keptFile, 'utf8'))
  const changed = differences(kept, found)
  for (const words of [...changed, ...comings(kept, found)])
    process.stderr.write(`plans: ${words}\n`)
  return [
    never({
      name: 'plans',
      ours: changed.length,
      unit: 'changed plans',
      note: `${Object.keys(found).length} statements, ${records} records`,
    }),
  ]
}

/** The scans of each statement, by its name. */
type Plans = Readonly<Record<string, readonly string[]>>

/** What reads by another index what it read by one, or whole. */
function differences(kept: Plans, found: Plans): readonly string[] {
  return Object.entries(found).flatMap(([name, is]) => {
    const was = kept[name]
    if (was === undefined)
      return is.some((scan) => scan.endsWith(' whole')) ? [`${name}: ${is.join(', ')}`] : []
    return was.join() === is.join() ? [] : [`${name}: was ${was.join(', ')}, is ${is.join(', ')}`]
  })
}

/** Statements come and go; that is no fault, but is to be kept in its turn. */
function comings(kept: Plans, found: Plans): readonly string[] {
  const [before, now] = [Object.keys(kept), Object.keys(found)]
  return [
    ...now.filter((name) => !before.includes(name)).map((name) => `not kept yet: ${name}`),
    ...before.filter((name) => !now.includes(name)).map((name) => `not sent this time: ${name}`),
  ]
}

function keptIn(text: string): Plans {
  return Object.fromEntries(
    Object.entries<unknown>(JSON.parse(text)).map(([name, scans]) => [
      name,
      Array.isArray(scans) ? scans.map(String) : [],
    ]),
  )
}

async function plansNow(): Promise<Plans> {
  const databases = await openDatabases()
  try {
    const url = await databases.copy('planned')
    const file = join(databases.home, 'hot.jsonl')
    const hot = await hotStatements({ home: databases.home, url, file })
    await fillCity(url, records)
    return await withClient(url, async (client) => {
      const plans: Record<string, readonly string[]> = {}
      for (const { name, text } of [...hot, ...(await commitStatements())]) {
        const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
          `explain (generic_plan, format json) ${text}`,
        )
        const scans = scansOf(rows[0]?.['QUERY PLAN'])
        if (scans.length > 0) plans[name] = scans
      }
      return plans
    })
  } finally {
    await databases.stop()
  }
}
