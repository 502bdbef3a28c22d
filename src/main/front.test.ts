import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Front, openFront } from './front.ts'

let front: Front
let url = ''
let status = { what: '正在启动 <数据库>', progress: { what: '演示数据', done: 3, total: 9 } }

beforeEach(async () => {
  front = await openFront({ host: '127.0.0.1', port: 0 }, () => status)
  const address = front.server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterEach(() => front.close())

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

test.each(['/', '/r', '/r?page=follow', '/records/1'])(
  'while starting, a browser at %s sees what is being done and comes again by itself',
  async (path) => {
    const answer = await fetch(url + path, asBrowser)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await answer.text()
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<meta http-equiv="refresh" content="1">')
    expect(page).toContain('正在启动 &lt;数据库')
    expect(page).toContain('演示数据 3 / 9')
    expect(page).not.toContain('<script')
  },
)

test('while starting, programs are told in their own way', async () => {
  const api = await fetch(`${url}/api/public/city`, asBrowser)
  expect([api.status, api.headers.get('retry-after')]).toEqual([503, '1'])
  expect(await api.json()).toMatchObject({ error: { code: 'storeAway' } })
  const ready = await fetch(`${url}/readyz`, asBrowser)
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, ...status }])
  const other = await fetch(`${url}/r`, { headers: { accept: 'application/json' } })
  expect([other.status, other.headers.get('content-type')]).toEqual([
    503,
    'application/json; charset=utf-8',
  ])
  const sent = await fetch(`${url}/r`, { method: 'POST', ...asBrowser })
  expect(sent.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('once started, pages come from the application', async () => {
  front.serve((_, response) => response.end('built'))
  expect(await (await fetch(`${url}/r`, asBrowser)).text()).toBe('built')
})
