import { demoPassword } from '../../bench/product/client.ts'
import type { Area, Unit } from '../../src/kernel/directory.ts'
import { writeCity } from '../../src/main/demo/write-city.ts'
import { openPlatform } from '../../src/main/wiring.ts'
import type { Role } from '../../src/kernel/actor.ts'
import { hashPassword } from '../../src/platform/identity/passwords.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { migrate } from '../../src/platform/store/migrate.ts'
import { momentOf } from '../../src/platform/store/value-types.ts'
import { touchWorld, writeSetting } from '../../src/platform/world/settings.ts'

const silent = () => undefined

/** An invented city beside the demo city: a committee and one street. */
export const smallCity = { code: 539_900, name: '临江市', committee: 1, street: 2 } as const

const areas: readonly Area[] = [
  { code: smallCity.code, level: 'city', type: '市', name: smallCity.name },
  { code: 539_902, level: 'district', type: '区', name: '江口区', parent: smallCity.code },
  { code: 539_902_001, level: 'street', type: '街道', name: '渡口街道', parent: 539_902 },
]
const units: readonly Unit[] = [
  {
    id: 1,
    name: '临江市委',
    type: 'committee',
    functions: ['lead', 'dispatch'],
    area: smallCity.code,
  },
  {
    id: 2,
    name: '渡口街道办事处',
    type: 'street',
    functions: ['handle'],
    area: 539_902_001,
    parent: 1,
  },
]
const accounts: readonly { readonly login: string; readonly unit: number; readonly role: Role }[] =
  [
    { login: 'admin', unit: 1, role: 'admin' },
    { login: 'shiwei', unit: 1, role: 'secretary' },
    { login: 'dukou', unit: 2, role: 'secretary' },
  ]

/** Makes a home with that city in it, and nothing that ever happened. */
export async function prepareSmallCity(home: string): Promise<void> {
  const server = await startEmbedded({ home, say: silent })
  try {
    await migrate(server.url, silent)
    const platform = await openPlatform({ url: server.url, home, say: silent })
    try {
      await write(platform.deps)
    } finally {
      await platform.close()
    }
  } finally {
    await server.stop()
  }
}

async function write({
  db,
  newId,
}: Awaited<ReturnType<typeof openPlatform>>['deps']): Promise<void> {
  const { code: city } = smallCity
  const now = Date.now()
  await writeCity(db, city, { areas, units })
  const setting = { city, version: '1', from: 0, at: now }
  await writeSetting(db, { ...setting, name: 'city', value: { demo: true } })
  const hash = await hashPassword(demoPassword)
  for (const { login, unit, role } of accounts) {
    const [person, post] = [newId(), newId()]
    await db.read.insertInto('person').values({ city, id: person, name: login }).execute()
    await db.read
      .insertInto('post')
      .values({ city, id: post, person, unit, role, title: login, valid_from: momentOf(now) })
      .execute()
    await db.read
      .insertInto('account')
      .values({ city, id: newId(), person, login, password_hash: hash })
      .execute()
  }
  await touchWorld(db, city, now)
}
