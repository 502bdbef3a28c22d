import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const signIn = (headers: Record<string, string>) =>
  fetch(`${city.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1', ...headers },
    body: JSON.stringify({ login: 'wuhua', password: 'tongxin-demo' }),
  })

test.each([
  { 'x-tongxin': '' },
  { 'x-tongxin': '0' },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none', origin: 'https://elsewhere.example' },
])('a page of another site writes nothing here: %o', async (headers) => {
  const answer = await signIn(headers)
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie()).toEqual([])
})

it('our own page writes, as does a program that is no browser', async () => {
  const own = [{}, { origin: city.url }, { 'sec-fetch-site': 'same-origin', origin: city.url }]
  for (const headers of own) expect((await signIn(headers)).status).toBe(200)
})

it('every route that writes turns away what has not our header', async () => {
  const { body } = await city.nobody().get('/api/openapi.json')
  const open: string[] = []
  for (const [path, methods] of Object.entries<object>(body.paths))
    for (const method of Object.keys(methods)) {
      if (method === 'get') continue
      const answer = await fetch(city.url + path, { method: method.toUpperCase() })
      const { error } = JSON.parse(await answer.text())
      if (answer.status !== 403 || error.says !== '请从平台页面操作') open.push(`${method} ${path}`)
    }
  expect(open).toEqual([])
}, 120_000)

it('a form that another site sends over is turned away before anything is read of it', async () => {
  const form = new FormData()
  form.append('file', new Blob(['x'.repeat(2_000_000)]), 'a.jpg')
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  for (const path of ['/api/files', '/api/public/photos']) {
    const answer = await fetch(city.url + path, { method: 'POST', body: form, headers })
    expect(answer.status).toBe(403)
  }
})
