import { desk, logins, openAppeal, appealLife, street } from '../load/appeal-life.ts'
import { type Crew, openCrew } from '../load/workers.ts'
import { withProduct } from '../product/databases.ts'
import { readRecorded } from '../replay/statements.ts'

/** A statement and what it is known by: the request that sends it and how it begins. */
export type Named = { readonly name: string; readonly text: string }

const head = 'huashan-fuze'
const appeals = '/api/records/resident-appeal'

/** The reads that make up a day's work, by what they are called. Each has an address of its own, by
 *  which its statements are found again. */
const reads: readonly (readonly [string, string, string])[] = [
  ['inbox', street, '/api/todos?limit=50'],
  ['inbox of a group', street, '/api/todos?group=later'],
  ['list of a desk, open by due', desk, `${appeals}?limit=50&open=1&sort=due`],
  ['list of a desk, newest', desk, `${appeals}?limit=51`],
  ['list of a street, open by due', street, `${appeals}?limit=52&open=1&sort=due`],
  ['list of a street, newest', street, `${appeals}?limit=53`],
  ['list of a street head, open by due', head, `${appeals}?limit=54&open=1&sort=due`],
  ['list of a street head, newest', head, `${appeals}?limit=55`],
  ['list of an area', desk, `${appeals}?area=530102001`],
  ['search by number', street, `${appeals}?number=M1234`],
]

/** What the product sends for a life of an appeal, for looking at it, and for the reads above. */
export async function hotStatements(at: {
  readonly home: string
  readonly url: string
  readonly file: string
}): Promise<readonly Named[]> {
  const recorder = new URL('../replay/statement-recorder.ts', import.meta.url).href
  const env = { STATEMENTS_FILE: at.file, NODE_OPTIONS: `--import=${recorder}` }
  const opened = await withProduct(
    at,
    async ({ url }) => {
      const crew = await openCrew(url, { connections: 4, logins: [...logins, head] })
      const number = await asked(crew)
      crew.close()
      return number
    },
    env,
  )
  const named = new Map<string, Named>()
  const known = (label: string, text: string) => {
    const name = `${label}: ${beginning(text)}`
    // The same beginning with another end is another statement.
    const free = named.get(name) === undefined || named.get(name)?.text === text
    const own = free
      ? name
      : `${name} (${[...named.keys()].filter((one) => one.startsWith(name)).length + 1})`
    if (![...named.values()].some((one) => one.text === text)) named.set(own, { name: own, text })
  }
  for (const [label, path] of [
    ...reads.map(([label, , path]) => [label, path] as const),
    ['record', `/api/record/${opened}`] as const,
  ])
    for (const requests of await readRecorded(at.file, path))
      for (const statements of requests)
        for (const { text } of statements) if (isRead(text)) known(label, text)
  for (const requests of await readRecorded(at.file, '/api/resident-appeal/'))
    for (const statements of requests)
      for (const { text } of statements) if (isRead(text)) known('ask', text)
  return [...named.values()]
}

async function asked(crew: Crew): Promise<string> {
  await crew.run(60, appealLife)
  await crew.run(60, (worker, index) => openAppeal(worker, index, 'resident-appeal'))
  const [worker] = crew.workers
  if (worker === undefined) return ''
  for (const [, login, path] of reads) await worker.read(login, path)
  const { id } = await openAppeal(worker, 1, 'resident-appeal')
  await worker.read(street, `/api/record/${id}`)
  return id
}

/** The commit's own call reads nothing: what it does is looked at by itself. */
function isRead(text: string): boolean {
  return /^\s*(select|with|\(select)/i.test(text) && !text.includes('commit_ask(')
}

function beginning(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('"', '').trim().slice(0, 70)
}
