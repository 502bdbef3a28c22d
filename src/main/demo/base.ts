import type { Instant } from '../../kernel/time.ts'
import { dayMs } from '../../kernel/time.ts'
import { hashPassword } from '../../platform/identity/passwords.ts'
import type { Database } from '../../platform/store/database.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { touchWorld, writeSetting } from '../../platform/world/settings.ts'
import { kinds } from '../registry.ts'
import { accountPostId, demoId } from './account-ids.ts'
import { demoAccounts, demoPassword } from './accounts.ts'
import { CITY_CODE } from './city-code.ts'
import { demoDirectory } from './city.ts'
import { demoLists } from './lists.ts'
import { inventPeople } from './people.ts'
import { writePopulations } from './populations.ts'
import { seededRandom } from './random.ts'
import { answerTemplates } from './templates.ts'
import { writeCity } from './write-city.ts'

/** How long before its first start the demo city's life begins. */
export const livedMs = 440 * dayMs

/** Writes the demo city's areas, units, lists, templates, demo accounts and switched-on practice,
 *  all or nothing: a city that has areas is taken for one that is there. Ids follow from names, so
 *  that writing it again changes nothing. */
export async function writeDemoBase(db: Database, now: Instant): Promise<void> {
  await db.read.transaction().execute((write) => writeAll({ ...db, read: write }, now))
}

async function writeAll(db: Database, now: Instant): Promise<void> {
  const city = CITY_CODE
  const directory = demoDirectory()
  await writeCity(db, city, directory)
  const from = now - livedMs
  const setting = { city, version: '1', from, at: now }
  await writeSetting(db, { ...setting, name: 'city', value: { demo: true } })
  for (const practice of practices)
    await writeSetting(db, { ...setting, name: `practice:${practice}`, value: { on: true } })
  await writeSetting(db, { ...setting, name: 'parameter:city.class', value: 'capital' })
  for (const [name, value] of Object.entries(demoLists()))
    await writeSetting(db, { ...setting, name: `list:${name}`, value })
  await writePopulations(db, { city, from, now })
  await writeTemplates(db, city)
  await writeAccounts(db, city, { from, unitId: unitNamed(directory.units) })
  await touchWorld(db, city, now)
}

/** Everything the product knows to do is on in the demo city. */
const practices = new Set([...kinds.values()].flatMap((kind) => kind.practices ?? []))

function unitNamed(units: ReturnType<typeof demoDirectory>['units']): (name: string) => number {
  const street = units.find((unit) => unit.name === '华山街道办事处')
  const [community, other] = units.filter(
    (unit) => unit.type === 'community' && unit.parent === street?.id,
  )
  const named = new Map([
    ['{community}', community],
    ['{community2}', other],
  ])
  return (name) => {
    const unit = named.get(name) ?? units.find((one) => one.name === name)
    if (unit === undefined) throw new Error(`the demo city has no unit ${name}`)
    return unit.id
  }
}

async function writeAccounts(
  db: Database,
  city: number,
  { from, unitId }: { from: Instant; unitId: (name: string) => number },
): Promise<void> {
  const names = inventPeople(seededRandom(20_260_803), demoAccounts.length)
  const hash = await hashPassword(demoPassword)
  for (const [at, account] of demoAccounts.entries()) {
    const person = demoId(`person ${account.login}`)
    const name = names[at]?.name ?? account.login
    await db.read
      .insertInto('person')
      .values({ city, id: person, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db.read
      .insertInto('post')
      .values(
        account.posts.map((post, order) => ({
          city,
          id: accountPostId(account.login, order),
          person,
          unit: unitId(post.unit),
          role: post.role,
          title: post.title,
          valid_from: momentOf(from + order),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db.read
      .insertInto('account')
      .values({
        city,
        id: demoId(`account ${account.login}`),
        person,
        login: account.login,
        password_hash: hash,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** `field` names the field and, after it, the categories a template suits; none means all. */
async function writeTemplates(db: Database, city: number): Promise<void> {
  await db.read
    .insertInto('template')
    .values(
      answerTemplates.map(({ name, text, categories }) => ({
        city,
        id: demoId(`template ${name}`),
        unit: null,
        kind: 'resident-appeal',
        field: ['publicAnswer', ...categories].join(' '),
        name,
        text,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
