import { z } from 'zod'
import type { Instant } from '../../kernel/time.ts'
import type { Keys } from '../asking/types.ts'
import { digestOf } from '../identity/token.ts'
import type { Database } from '../store/database.ts'
import type { ListItem } from '../world/city-state.ts'
import { readSettings, type Setting, writeSetting } from '../world/settings.ts'

/** A neighbouring city that runs a platform of its own, as the security administrator entered it. */
export type Neighbour = {
  readonly code: number
  readonly name: string
  /** Where its platform is reached. */
  readonly address: string
  /** What it gave us to show at its door. */
  readonly token: string
  /** Digest of what we gave it to show at ours. */
  readonly digest: string
  readonly on: boolean
}

/** The list from which fields choose a neighbouring city. */
export const neighbourList = 'neighbours'
export const neighbourPrefix = 'neighbour:'

const stored = z.object({
  code: z.number(),
  name: z.string(),
  address: z.string(),
  token: z.string(),
  digest: z.string(),
  on: z.boolean(),
})

type At = { readonly db: Database; readonly keys: Keys; readonly city: number }

/** Every neighbouring city ever entered, as it stands now. */
export async function neighboursOf({ db, keys, city }: At): Promise<readonly Neighbour[]> {
  const settings = await readSettings(db, city, neighbourPrefix)
  return newest(settings).map((one) => ({
    ...one,
    token: keys.open(Buffer.from(one.token, 'base64'), placeOf(one.code)),
  }))
}

/** The tokens are sealed at rest: who reads the database cannot speak for the city. */
export async function writeNeighbour(
  { db, keys, city }: At,
  neighbour: Neighbour,
  at: { readonly now: Instant; readonly post: string; readonly version: string },
): Promise<void> {
  const { code } = neighbour
  const token = keys.seal(neighbour.token, placeOf(code)).toString('base64')
  await writeSetting(db, {
    city,
    name: `${neighbourPrefix}${code}`,
    version: at.version,
    from: at.now,
    value: { ...neighbour, token },
    post: at.post,
    at: at.now,
  })
}

/** Seals every kept token anew that another key sealed; gives their number. */
export async function resealNeighbours({ db, keys, city }: At): Promise<number> {
  let done = 0
  for (const { name, version, value } of await readSettings(db, city, neighbourPrefix)) {
    const read = stored.safeParse(value)
    if (!read.success || keys.isCurrent(Buffer.from(read.data.token, 'base64'))) continue
    const place = placeOf(read.data.code)
    const clear = keys.open(Buffer.from(read.data.token, 'base64'), place)
    const token = keys.seal(clear, place).toString('base64')
    await db.read
      .updateTable('setting')
      .set({ value: JSON.stringify({ ...read.data, token }) })
      .where('city', '=', city)
      .where('name', '=', name)
      .where('version', '=', version)
      .execute()
    done += 1
  }
  return done
}

/** The neighbouring city that shows this token. */
export async function neighbourWith(
  { db, city }: Omit<At, 'keys'>,
  token: string,
): Promise<{ readonly code: number; readonly name: string } | undefined> {
  const digest = digestOf(token).toString('hex')
  const known = newest(await readSettings(db, city, neighbourPrefix))
  return known.find((one) => one.on && one.digest === digest)
}

/** What fields offer: those that are on. A city once chosen keeps its name. */
export function neighbourItems(settings: readonly Setting[]): readonly ListItem[] {
  return newest(settings).map(({ code, name, on }) => ({
    value: String(code),
    label: on ? name : `${name}（已停用）`,
  }))
}

function newest(settings: readonly Setting[]): readonly z.infer<typeof stored>[] {
  const last = new Map(settings.map((one) => [one.name, one]))
  return [...last.values()].flatMap(({ value }) => {
    const read = stored.safeParse(value)
    return read.success ? [read.data] : []
  })
}

function placeOf(code: number): string {
  return `${neighbourPrefix}${code}`
}
