import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccounts } from '../../src/main/demo/accounts.ts'
import { as, everyPath, known, marker, type People, play, words } from './story.ts'
import { signedIn, type Visitor } from './visitor.ts'
import { startWatchedCity, type WatchedCity } from './watched-city.ts'

/** Intake, the handling street and the call-back: they read what was written to them. */
const mayKnow = new Set(['wuhua', 'huashan', 'huashan-jingban', 'huashan-fuze', 'huifang'])

let city: WatchedCity
const people: People = new Map()
let record = ''
let records: readonly string[] = []
beforeAll(async () => {
  city = await startWatchedCity()
  for (const { login } of demoAccounts) people.set(login, await signedIn(city.url, login))
  records = await play(city.url, people)
  record = records[0] ?? ''
}, 240_000)
afterAll(() => city.stop())

test('nobody but those who deal with it hears who complained, wherever they listen', async () => {
  const paths = await everyPath(as(people, 'admin'), records)
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
    await Promise.all([one(), one(), one()])
  }
  expect(leaks).toEqual([])
  expect(heard).toBeGreaterThan(1_000)
}, 600_000)

test('those who deal with it see the contact masked until they give a reason', async () => {
  for (const login of mayKnow) {
    const { text } = await as(people, login).get(`/api/record/${record}`)
    const view = JSON.parse(text)
    const contact = view.fields.find(({ name }: { name: string }) => name === 'reporter')
    expect([login, contact?.value.masked]).toEqual([login, { name: '欧***', phone: '154****9131' }])
    expect(view.record.title).not.toContain(marker.name)
  }
})

test('whoever sees the appeal and is not dealing with it reads it without the person', async () => {
  const { status, text } = await as(people, 'ducha').get(`/api/record/${record}`)
  expect(status).toBe(200)
  expect(text).toContain('我叫****，电话')
  expect(text).toContain('154****8242')
})

test('the unit complained of does not know that there is anything', async () => {
  for (const login of ['chengguan', 'chengguan-fuze']) {
    expect((await as(people, login).get(`/api/record/${record}`)).status).toBe(404)
    const list = await as(people, login).get(`/api/records/resident-appeal?q=${known}`)
    expect(list.text).not.toContain(record)
  }
})

test('answers to many at once tell nothing either', async () => {
  for (const login of ['ducha', 'chengguan', 'lingdao']) {
    const ids = records.map((id) => ({ kind: 'resident-appeal', id }))
    const answer = await as(people, login).post('/api/bulk/note', {
      ask: randomUUID(),
      ids,
      data: { words: '看过' },
    })
    expect(words.filter((word) => answer.text.includes(word))).toEqual([])
  }
})

test('neither the log, nor a row, nor a file of the data folder holds the person in clear', async () => {
  expect(await city.rowsWith(words)).toEqual([])
  expect(await city.filesWith(words)).toEqual([])
  expect(city.said()).toContain('route')
  expect(words.filter((word) => city.said().includes(word))).toEqual([])
})
