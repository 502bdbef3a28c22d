import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { demoAccounts } from '../../src/main/demo/accounts.ts'
import { dayMs, dayOf } from '../../src/kernel/time.ts'
import { community, department, dispatching, street } from '../../src/main/testing/appeal-asks.ts'
import { signedIn, type Visitor, visitor } from './visitor.ts'
import { startWatchedCity, type WatchedCity } from './watched-city.ts'

const marker = { name: '欧阳记号', phone: '15400099131' }
const neighbour = '15400088242'
const words = [marker.name, marker.phone, '154 0009 9131', neighbour]
const told = `我叫${marker.name}，电话154 0009 9131，邻居${neighbour}，城管局的人来了不管`

/** Intake, the handling street and the call-back: they read what was written to them. */
const mayKnow = new Set(['wuhua', 'huashan', 'huashan-jingban', 'huashan-fuze', 'huifang'])

let city: WatchedCity
const people = new Map<string, Visitor>()
let record = ''
let records: readonly string[] = []
beforeAll(async () => {
  city = await startWatchedCity()
  for (const { login } of demoAccounts) people.set(login, await signedIn(city.url, login))
  await play()
}, 240_000)
afterAll(() => city.stop())

function as(login: string): Visitor {
  const found = people.get(login)
  if (found === undefined) throw new Error(login)
  return found
}

async function asks(who: Visitor, path: string, data: object, more: object = {}) {
  const answer = await who.post(path, { ask: randomUUID(), data, ...more })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return JSON.parse(answer.text)
}

/** An appeal that complains of the city management bureau, as far as an answer to be checked, with a
 *  supplement, an instruction, a whistle's neighbourly help and a look at the contact. */
async function play(): Promise<void> {
  const nobody = visitor(city.url, {})
  const data = {
    detail: told,
    complained: department,
    reporter: marker,
    spot: `${marker.name}家楼下`,
  }
  const begun = await asks(nobody, '/api/public/appeals', data, { area: community })
  const { number, code } = begun
  const follow = JSON.parse((await nobody.post('/api/public/follow', { number, code })).text)
  const mine = visitor(city.url, { authorization: `Link ${follow.token}` })
  people.set('the resident', mine)
  await asks(mine, '/api/public/appeal/supplement', { words: `再说一遍：${told}` })
  const list = await as('wuhua').get(`/api/records/resident-appeal?number=${number}`)
  record = JSON.parse(list.text).rows[0].id
  const does = (login: string, command: string, given: object) =>
    asks(as(login), `/api/resident-appeal/${record}/${command}`, given)
  await does('wuhua', 'dispatch', dispatching)
  await does('huashan-jingban', 'sign', {})
  await does('huashan-jingban', 'reveal', { reason: '核实地点' })
  await does('huashan-jingban', 'contact', { how: 'phone' })
  const dueOn = dayOf(Date.now() + 7 * dayMs)
  await does('lingdao', 'instruct', { instruction: '请认真办理', unit: street, dueOn })
  await does('huashan-jingban', 'submitAnswer', { publicAnswer: '已现场处理，请您查看' })
  const other = { detail: '别的居民反映路灯不亮', reporter: { name: '别人', phone: '15400000001' } }
  const second = await asks(nobody, '/api/public/appeals', other, { area: community })
  const held = { number: second.number, code: second.code }
  const { token } = JSON.parse((await nobody.post('/api/public/follow', held)).text)
  people.set('another resident', visitor(city.url, { authorization: `Link ${token}` }))
  people.set('nobody', nobody)
  const view = JSON.parse((await as('wuhua').get(`/api/record/${record}`)).text)
  records = [record, ...view.links.map(({ id }: { id: string }) => id)]
}

const documented = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string().optional() }))),
})

/** Words of the appeal that tell nothing of anybody. */
const known = encodeURIComponent('城管局')

/** Every documented GET with the ids of what is there filled in. */
async function everyPath(): Promise<readonly string[]> {
  const document = await as('admin').get('/api/openapi.json')
  const { paths } = documented.parse(JSON.parse(document.text))
  const kinds = ['resident-appeal', 'instruction', 'grid-finding', 'street-whistle']
  const fill: Readonly<Record<string, readonly string[]>> = {
    id: records,
    kind: kinds,
    unit: ['10000', String(department)],
    what: ['people', 'accounts', 'posts', 'privacy', 'templates'],
    name: ['categories'],
  }
  const found = Object.entries(paths).flatMap(([path, methods]) => {
    if (methods['get'] === undefined) return []
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return names.reduce<readonly string[]>(
      (made, name) =>
        made.flatMap((one) =>
          (fill[name] ?? ['x']).map((value) => one.replace(`{${name}}`, value)),
        ),
      [path],
    )
  })
  const list = '/api/records/resident-appeal'
  const asked = ['name', 'phone'].flatMap((key) => {
    const value = encodeURIComponent(key === 'name' ? marker.name : marker.phone)
    return [`${list}?q=${value}`, `/api/search?q=${value}`, `${list}?phone=${value}`]
  })
  const sheets = ['xlsx', 'csv', 'csv-gb18030'].map(
    (format) => `${list}/export?format=${format}&reason=${encodeURIComponent('核对')}`,
  )
  return [...found, ...asked, ...sheets, `${list}?open=1`, `${list}?q=${known}`]
}

test('nobody but those who deal with it hears who complained, wherever they listen', async () => {
  const paths = await everyPath()
  expect(paths.length).toBeGreaterThan(80)
  const leaks: string[] = []
  let heard = 0
  const listen = async (login: string, who: Visitor, path: string) => {
    const answer = await who.get(path)
    heard += answer.status === 200 ? 1 : 0
    if (answer.status >= 500) leaks.push(`${login} ${path}: ${answer.status}`)
    if (mayKnow.has(login)) return
    // A search says again what was searched for, and must not find by it.
    const echoes = path.includes('?q=') || path.includes('phone=')
    const found = words.filter((word) => answer.text.includes(word))
    if (found.length > 0 && !echoes) leaks.push(`${login} ${path}: ${found.join(' ')}`)
    if (echoes && answer.text.includes(record) && !path.includes(known))
      leaks.push(`${login} finds by ${path}`)
  }
  for (const [login, who] of people) {
    if (login === 'the resident') continue
    const waiting = [...paths]
    const one = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
        await listen(login, who, path)
    }
    await Promise.all([one(), one(), one(), one()])
  }
  expect(leaks).toEqual([])
  expect(heard).toBeGreaterThan(1_000)
})

test('those who deal with it see the contact masked until they give a reason', async () => {
  for (const login of mayKnow) {
    const { text } = await as(login).get(`/api/record/${record}`)
    const view = JSON.parse(text)
    const contact = view.fields.find(({ name }: { name: string }) => name === 'reporter')
    expect([login, contact?.value.masked]).toEqual([login, { name: '欧***', phone: '154****9131' }])
    expect(view.record.title).not.toContain(marker.name)
  }
})

test('whoever sees the appeal and is not dealing with it reads it without the person', async () => {
  const { status, text } = await as('ducha').get(`/api/record/${record}`)
  expect(status).toBe(200)
  expect(text).toContain('我叫****，电话')
  expect(text).toContain('154****8242')
})

test('the unit complained of does not know that there is anything', async () => {
  for (const login of ['chengguan', 'chengguan-fuze']) {
    expect((await as(login).get(`/api/record/${record}`)).status).toBe(404)
    const list = await as(login).get(`/api/records/resident-appeal?q=${known}`)
    expect(list.text).not.toContain(record)
  }
})

test('answers to many at once tell nothing either', async () => {
  for (const login of ['ducha', 'chengguan', 'lingdao']) {
    const ids = records.map((id) => ({ kind: 'resident-appeal', id }))
    const answer = await as(login).post('/api/bulk/note', { ids, data: { words: '看过' } })
    expect(words.filter((word) => answer.text.includes(word))).toEqual([])
  }
})

test('neither the log, nor a row, nor a file of the data folder holds the person in clear', async () => {
  expect(await city.rowsWith(words)).toEqual([])
  expect(await city.filesWith(words)).toEqual([])
  expect(city.said()).toContain('route')
  expect(words.filter((word) => city.said().includes(word))).toEqual([])
})
