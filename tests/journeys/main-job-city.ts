import { randomUUID } from 'node:crypto'
import type { Role } from '../../src/kernel/actor.ts'
import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { enterDutyList } from './duty-list.ts'
import { loadDemoCity } from '../../src/main/demo/load-city.ts'
import { openPlatform, type Platform } from '../../src/main/wiring.ts'
import { hashPassword } from '../../src/platform/identity/passwords.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import type { Database } from '../../src/platform/store/database.ts'
import { migrate } from '../../src/platform/store/migrate.ts'
import { momentOf } from '../../src/platform/store/value-types.ts'
import { writeSetting } from '../../src/platform/world/settings.ts'

const silent = () => undefined
const lastYear = Date.now() - 365 * 86_400_000

export type NewPost = { readonly login: string; readonly unit: string; readonly role: Role }

/** Who has nothing to do with the appeal. */
export const strangers: readonly NewPost[] = [
  { login: 'huguo', unit: '护国街道办事处', role: 'dispatcher' },
  { login: 'shijian', unit: '五华区市场监督管理局', role: 'clerk' },
]

/** The second post of each who works on the appeal: right person, wrong post. `huashan` has one. */
const secondPosts: readonly NewPost[] = [
  { login: 'wuhua', unit: '五华区教育体育局', role: 'clerk' },
  { login: 'chengguan', unit: '五华区水务局', role: 'clerk' },
  { login: 'huashan-fuze', unit: '护国街道城市管理办公室', role: 'head' },
]

/** Makes a home whose city has its areas, units, duty list and accounts, and where nothing has
 *  ever happened, so that every count begins at nothing. */
export async function prepareMainJobCity(home: string, more: More = nothingMore): Promise<void> {
  const server = await startEmbedded({ home, say: silent })
  try {
    await migrate(server.url, silent)
    const platform = await openPlatform({ url: server.url, home, say: silent })
    try {
      await fill(platform, more)
    } finally {
      await platform.close()
    }
  } finally {
    await server.stop()
  }
}

/** What another journey needs besides: who else works there, and limits that can be waited for. */
export type More = {
  readonly people: readonly NewPost[]
  readonly posts: readonly NewPost[]
  readonly limits: Readonly<Record<string, { readonly qty: number; readonly unit: string }>>
}
export const nothingMore: More = { people: [], posts: [], limits: {} }

async function fill(platform: Platform, more: More): Promise<void> {
  const { deps, worlds } = platform
  await loadDemoCity.base(platform, silent)
  await enterDutyList(deps)
  const units = worlds.state()?.world.directory.units.values() ?? []
  const ids = new Map([...units].map(({ id, name }) => [name, id]))
  const first = [...strangers, ...more.people]
  for (const one of first) await addPerson(deps.db, one.login)
  for (const one of first) await addPost(deps.db, one, { unit: ids.get(one.unit), from: lastYear })
  for (const one of [...secondPosts, ...more.posts])
    await addPost(deps.db, one, { unit: ids.get(one.unit), from: Date.now() })
  const setting = { city: CITY_CODE, version: '1', from: 0, at: lastYear }
  for (const [name, value] of Object.entries(more.limits))
    await writeSetting(deps.db, { ...setting, name: `parameter:${name}`, value })
}

async function addPerson(db: Database, login: string): Promise<void> {
  const person = randomUUID()
  await db.read.insertInto('person').values({ city: CITY_CODE, id: person, name: login }).execute()
  const password_hash = await hashPassword(demoPassword)
  await db.read
    .insertInto('account')
    .values({ city: CITY_CODE, id: randomUUID(), person, login, password_hash })
    .execute()
}

async function addPost(
  db: Database,
  { login, role, unit: name }: NewPost,
  { unit, from }: { readonly unit: number | undefined; readonly from: number },
) {
  if (unit === undefined) throw new Error(`the demo city has no unit ${name}`)
  const { person } = await db.read
    .selectFrom('account')
    .select('person')
    .where('city', '=', CITY_CODE)
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  await db.read
    .insertInto('post')
    .values({
      city: CITY_CODE,
      id: randomUUID(),
      person,
      unit,
      role,
      title: '兼职',
      // A person's first post is the one they sign in to.
      valid_from: momentOf(from),
    })
    .execute()
}
