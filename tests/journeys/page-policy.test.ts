import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'

let stage: Stage
let record = ''

beforeAll(async () => {
  stage = await openStage()
  const area = areaNamed('五华山社区居民委员会')
  const data = { detail: '人行道上有流动摊贩占道摆摊，推车过不去。' }
  await fetch(`${stage.url}/api/public/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ ask: randomUUID(), area, data }),
  })
  const { id } = await stage.db.read
    .selectFrom('record')
    .select('id')
    .where('kind', '=', 'resident-appeal')
    .executeTakeFirstOrThrow()
  record = id
})

afterAll(() => stage.clear())

/** Pages of all three sites, whose each is, and what shows that it is there. */
const screens = [
  [undefined, '/', '登录'],
  [undefined, '/r', '我要反映'],
  [undefined, '/r?page=follow', '查询码'],
  [undefined, '/g', '登录'],
  ['wuhua', '/', '流动摊贩'],
  ['wuhua', '/r/{record}', '经过'],
  ['wuhua', '/desk?id={record}', '履职清单'],
  ['wuhua', '/appeals', '流动摊贩'],
  ['wuhua', '/account', '账号与安全'],
  ['lingdao', '/brief', '早报'],
  ['lingdao', '/overview', '各街道'],
  ['lingdao', '/indicators', '指标'],
  ['admin', '/settings/units', '昆明市'],
  ['huashan', '/help/street-whistle', '谁能办什么'],
  ['huashan', '/new/street-whistle/whistle', '吹哨事由'],
] as const

test.each([undefined, 'wuhua', 'lingdao', 'admin', 'huashan'])(
  'no page that %s opens breaks a rule of its policy',
  async (login) => {
    const { page, broken } = await open(login)
    for (const [own, path, shows] of screens) {
      if (own !== login) continue
      await page.goto(stage.url + path.replace('{record}', record))
      await page.getByText(shows).first().waitFor({ state: 'attached' })
      await page.locator('.ant-skeleton, [aria-busy=true]').waitFor({ state: 'detached' })
      expect([path, broken()]).toEqual([path, []])
    }
    await page.context().close()
  },
)

test('what opens over a page is styled under the same policy', async () => {
  const { page, broken } = await open('admin')
  await page.goto(`${stage.url}/settings/units`)
  await page.getByRole('button', { name: /新增/ }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.waitFor()
  expect(await drawer.evaluate('element => getComputedStyle(element).position')).not.toBe('static')
  // A table this long scrolls; while something lies over it, it does not.
  expect(await page.evaluate('getComputedStyle(document.body).overflowY')).toBe('hidden')
  expect(broken()).toEqual([])
  await page.context().close()
})

test('a text box grows with its text under the same policy', async () => {
  const { page, broken } = await open('wuhua')
  await page.goto(`${stage.url}/desk`)
  const box = page.getByLabel('诉求内容')
  await box.waitFor()
  const before = (await box.boundingBox())?.height ?? 0
  await box.fill(Array.from({ length: 12 }, (_, at) => `第 ${at} 行`).join('\n'))
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(before)
  expect(broken()).toEqual([])
  await page.context().close()
})

test('what a stranger writes into the page neither runs nor styles it', async () => {
  const { page, broken } = await open(undefined)
  await page.goto(stage.url)
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await page.evaluate(`
    document.body.insertAdjacentHTML('beforeend',
      '<p id="planted" style="position:fixed">x</p><img src="x" onerror="window.ran = true">' +
      '<style>#planted { color: rgb(1, 2, 3) }</style>')`)
  await expect.poll(() => broken().length).toBeGreaterThan(2)
  expect(await page.evaluate('window.ran === undefined')).toBe(true)
  const planted = `const { color, position } = getComputedStyle(document.getElementById('planted'));
    [color, position]`
  expect(await page.evaluate(planted)).toEqual([expect.not.stringContaining('1, 2, 3'), 'static'])
  await page.context().close()
})

test('every answer of a page has a nonce of its own, which none keeps', async () => {
  const asked = async () => {
    const answer = await fetch(`${stage.url}/`)
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(await answer.text()) ?? []
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('etag')).toBeNull()
    return nonce
  }
  const [first, second] = [await asked(), await asked()]
  expect(first).toMatch(/^[\w+/=]{24}$/)
  expect(second).not.toBe(first)
})

/** A page with whoever is signed in, and what it did against its policy or called an error. */
async function open(login: string | undefined) {
  const context = await stage.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  if (login !== undefined) {
    const answer = await context.request.post(`${stage.url}/api/session`, {
      headers: { 'x-tongxin': '1' },
      data: { login, password: 'tongxin-demo' },
    })
    expect(answer.status()).toBe(200)
  }
  const page = await context.newPage()
  return { page, broken: watched(page) }
}

/** That nobody is signed in is an answer which the browser too calls an error. */
const expected = /status of 401/

function watched(page: Page): () => readonly string[] {
  const broken: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error' && !expected.test(line.text())) broken.push(line.text())
  })
  page.on('pageerror', (error) => broken.push(error.message))
  return () => broken
}
