import { randomUUID } from 'node:crypto'
import type { Role } from '../../src/kernel/actor.ts'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { CITY_CODE } from '../../src/main/demo/areas.ts'
import { loadDemoCity } from '../../src/main/demo/load-city.ts'
import { openPlatform } from '../../src/main/wiring.ts'
import { hashPassword } from '../../src/platform/identity/passwords.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import type { Database } from '../../src/platform/store/database.ts'
import { migrate } from '../../src/platform/store/migrate.ts'
import { momentOf } from '../../src/platform/store/value-types.ts'
import { areaNamed, unitNamed } from './main-job-stage.ts'

const silent = () => undefined
const lastYear = Date.now() - 365 * 86_400_000

export const community = areaNamed('五华山社区居民委员会')
const unit = unitNamed('华山街道五华山社区')

/** The grids the journey walks through. */
export const grids = ['第一网格', '第二网格', '第三网格', '第四网格', '第五网格'].map(
  (name, at) => ({ code: community * 1000 + at + 1, name }),
)

const staff: readonly { login: string; name: string; role: Role }[] = [
  { login: 'wangge-jia', name: '白建平', role: 'gridWorker' },
  { login: 'wangge-yi', name: '罗春燕', role: 'gridWorker' },
  { login: 'shequ-gong', name: '段文华', role: 'worker' },
]

/** Makes a home whose city has grids and who walks them, and where nothing has ever happened. */
export async function prepareGridCity(home: string): Promise<void> {
  const server = await startEmbedded({ home, say: silent })
  try {
    await migrate(server.url, silent)
    const platform = await openPlatform({ url: server.url, home, say: silent })
    try {
      await loadDemoCity.base(platform, silent)
      await addGrids(platform.deps.db)
      for (const one of staff) await addPerson(platform.deps.db, one)
    } finally {
      await platform.close()
    }
  } finally {
    await server.stop()
  }
}

async function addGrids(db: Database): Promise<void> {
  const own = { city: CITY_CODE, level: 'grid', type: '网格', parent: community }
  await db.read
    .insertInto('area')
    .values(grids.map(({ code, name }) => ({ ...own, code, name })))
    .onConflict((conflict) =>
      conflict.columns(['city', 'code']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
      })),
    )
    .execute()
}

async function addPerson(
  db: Database,
  { login, name, role }: (typeof staff)[number],
): Promise<void> {
  const [city, person] = [CITY_CODE, randomUUID()]
  const password_hash = await hashPassword(demoPassword)
  await db.read.insertInto('person').values({ city, id: person, name }).execute()
  await db.read
    .insertInto('account')
    .values({ city, id: randomUUID(), person, login, password_hash })
    .execute()
  await db.read
    .insertInto('post')
    .values({
      city,
      id: randomUUID(),
      person,
      unit,
      role,
      title: role === 'worker' ? '社区工作者' : '网格员',
      valid_from: momentOf(lastYear),
    })
    .execute()
}
