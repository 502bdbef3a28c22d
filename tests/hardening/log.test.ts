import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { areaNamed } from '../journeys/main-job-stage.ts'
import { prepareMainJobCity } from '../journeys/main-job-city.ts'

const area = areaNamed('五华山社区居民委员会')
const markers = {
  password: 'Chuncheng-marker-1',
  name: '欧阳标记',
  phone: '13987651234',
  words: '只此一句的标记话',
  bearer: 'marker-bearer-0123456789',
  guess: 'MARKER99',
}

let home = ''
let product: Product

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-log-'))
  await prepareMainJobCity(home)
  const env = { TONGXIN_DEMO: '0', TONGXIN_LOG: 'debug' }
  product = await startProduct({ home, port: await findFreePort(), env })
})

afterAll(async () => {
  await stopProduct(product)
  await rm(home, { recursive: true, force: true })
})

test('no log tells a secret or a person, whatever goes well or wrong', async () => {
  const planted = [...Object.values(markers), ...(await goingWell())]
  const statuses = await goingWrong()
  expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(1)
  const log = await wholeLog()
  expect(log).toContain('request completed')
  expect(log).toContain('fault')
  expect(log).toContain('check_violation_by_test')
  expect(planted.filter((secret) => secret.length < 4)).toEqual([])
  expect(planted.filter((secret) => log.includes(secret))).toEqual([])
})

/** Everything secret that comes up while things work, and what was told in return. */
async function goingWell(): Promise<readonly string[]> {
  await send('/api/session', { login: markers.name, password: markers.password })
  const asked = await ask()
  const { number, code } = JSON.parse(asked.text)
  const followed = await send('/api/public/follow', { number, code })
  const { token } = JSON.parse(followed.text)
  await send('/api/public/follow', { number, code: markers.guess })
  await get('/api/public/appeal', { authorization: `Link ${token}` })
  await get('/api/kinds', { authorization: `Bearer ${markers.bearer}` })
  const entered = await send('/api/session', { login: 'wuhua', password: 'tongxin-demo' })
  const cookie = entered.cookies.map((one) => one.split(';')[0] ?? '').join('; ')
  await get(`/api/records/resident-appeal?phone=${markers.phone}&q=${markers.words}`, { cookie })
  await get(`/nowhere/${markers.phone}?password=${markers.password}`)
  await send('/api/public/mask', `{"text": "${markers.words} ${markers.phone}`)
  return [code, token, cookie.split('=')[1] ?? '']
}

/** The database refuses what it is given, quoting it; then it loses a table, then the line. */
async function goingWrong(): Promise<readonly number[]> {
  const url = await runningUrl(home)
  const run = (text: string) => withClient(url, (client) => client.query(text))
  const statuses: number[] = []
  const provoke = async (spoil: string, mend: string) => {
    await run(spoil)
    statuses.push((await ask()).status)
    statuses.push(
      (await send('/api/session', { login: 'wuhua', password: markers.password })).status,
    )
    await run(mend)
  }
  for (const table of ['content', 'contact', 'record'])
    await provoke(
      `alter table ${table} add constraint check_violation_by_test check (false) not valid`,
      `alter table ${table} drop constraint check_violation_by_test`,
    )
  await provoke('alter table account rename to gone', 'alter table gone rename to account')
  await run(`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
    and backend_type = 'client backend'`)
  statuses.push((await ask()).status)
  return statuses
}

/** What the process said, and what the database wrote. */
async function wholeLog(): Promise<string> {
  const folders = await readdir(home, { recursive: true })
  const files = folders.filter((name) => name.endsWith('.log'))
  expect(files.length).toBeGreaterThan(0)
  const texts = await Promise.all(files.map((name) => readFile(join(home, name), 'utf8')))
  return [...product.said, ...texts].join('\n')
}

function ask() {
  const reporter = { name: markers.name, phone: markers.phone }
  const data = { detail: `${markers.words} ${markers.phone}`, reporter, keepSecret: true }
  return send('/api/public/appeals', { ask: randomUUID(), area, data })
}

async function send(path: string, body: unknown) {
  const answer = await fetch(product.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const cookies = answer.headers.getSetCookie()
  return { status: answer.status, text: await answer.text(), cookies }
}

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(product.url + path, { headers })
  return { status: answer.status, text: await answer.text() }
}
