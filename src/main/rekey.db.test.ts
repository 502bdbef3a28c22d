import { afterAll, beforeAll, expect, it } from 'vitest'
import { askKeys } from '../platform/crypto/ask-keys.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { rekey } from '../platform/rekey/rekey.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, registered } from './testing/appeal-asks.ts'
import { checked, csvOf } from './testing/import-steps.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

it('after a change of keys nothing needs the old one, and everything still reads', async () => {
  const { db } = city.platform.deps
  const desk = await city.as('zuoxi')
  const { id } = (await registered(desk)).body
  await checked(desk, 'resident-appeal/register', csvOf(['诉求内容,来源渠道', '短,电话']))
  expect(await keySource(city.home).rotate()).toBe('k2')
  const keys = askKeys(await keySource(city.home).open())
  const said: string[] = []
  expect(await rekey({ db, keys }, CITY_CODE, (line) => said.push(line))).toBeGreaterThan(6)
  expect(said.join(' ')).toContain('import_row.words')
  expect(await rekey({ db, keys }, CITY_CODE, () => undefined)).toBe(0)
  const stored = await db.read.selectFrom('content').select('text').execute()
  expect(stored.every(({ text }) => text?.startsWith('s1.k2.'))).toBe(true)
  const contact = await db.read.selectFrom('contact').select('phone_enc').executeTakeFirstOrThrow()
  expect(contact.phone_enc?.toString()).toMatch(/^s1\.k2\./)
  // The server that ran all along opens what another process sealed.
  const seen = await desk.get(`/api/record/${id}`)
  expect(JSON.stringify(seen.body.fields)).toContain('楼下垃圾桶满了三天')
  const reveal = await asked(desk, `${id}/reveal`, { reason: '核实地址' })
  expect(reveal.body.contact).toEqual({ name: '王小明', phone: '15400012345', note: '' })
  const byPhone = await desk.get('/api/records/resident-appeal?phone=15400012345')
  expect(byPhone.body.rows).toHaveLength(1)
  const found = await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  expect([found, said.at(-1)]).toEqual([0, said.at(-1)])
})
