import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const grave = ['serious', 'critical']
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

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

/** Each screen with whoever uses it, and what shows that it is there. */
const screens = [
  ['sign-in', undefined, '/', '演示账号'],
  ['the workbench', 'wuhua', '/', '流动摊贩'],
  ['the record page', 'wuhua', '/r/{record}', '经过'],
  ['the desk', 'wuhua', '/desk?id={record}', '履职清单'],
  ['the list of appeals', 'wuhua', '/appeals', '流动摊贩'],
  ['the morning brief', 'lingdao', '/brief', '早报'],
  ['the overview', 'lingdao', '/overview', '各街道'],
  ['scores', 'lingdao', '/scores', '评分'],
  ['instructions', 'lingdao', '/instructions', '批示'],
  ['rulings', 'bianban', '/rulings', '裁定'],
  ['the duty list', 'bianban', '/duty-list', '占道经营与流动摊贩'],
  ['settings', 'admin', '/settings/units', '昆明市'],
  ['notices', 'wuhua', '/notices', '通知'],
  ['the catalogue', 'bianban', '/k', '履职清单事项'],
  ['a list of any kind', 'bianban', '/k/duty-item?f.type=cooperate', '配合履职'],
  ['the help of a kind', 'huashan', '/help/street-whistle', '谁能办什么'],
  ['bringing in a sheet', 'zuoxi', '/import/resident-appeal/register', 'Excel 模板'],
  ['a form of any kind', 'huashan', '/new/street-whistle/whistle', '吹哨事由'],
] as const

for (const [name, login, path, shows] of screens)
  test(`${name} keeps nobody out`, async () => {
    for (const viewport of sizes) {
      const page = await open(login, viewport)
      await page.goto(stage.url + path.replace('{record}', record))
      await page.getByText(shows).first().waitFor({ state: 'attached' })
      await page.getByRole('main').waitFor()
      await page.locator('.ant-skeleton, [aria-busy=true]').waitFor({ state: 'detached' })
      expect({ name, ...viewport, found: await graveFindings(page) }).toEqual({
        name,
        ...viewport,
        found: [],
      })
      await page.context().close()
    }
  })

async function open(login: string | undefined, viewport: (typeof sizes)[number]): Promise<Page> {
  // The page's own policy forbids the scripts that look at it here.
  const context = await stage.browser.newContext({
    viewport,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  context.setDefaultTimeout(15_000)
  if (login !== undefined) {
    const answer = await context.request.post(`${stage.url}/api/session`, {
      headers: { 'x-tongxin': '1' },
      data: { login, password: 'tongxin-demo' },
    })
    expect(answer.status()).toBe(200)
  }
  return context.newPage()
}

/** What axe-core calls serious or critical, a line each. */
async function graveFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axe, 'utf8'))
  const run = `axe.run(document, ${JSON.stringify({ runOnly: standards })}).then(({ violations }) =>
    violations.filter(({ impact }) => ${JSON.stringify(grave)}.includes(impact)).flatMap(
      ({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
        id + ': ' + html.slice(0, 160) + ' / ' + failureSummary.slice(0, 200))))`
  const found: unknown = await page.evaluate(run)
  return Array.isArray(found) ? found.map(String) : [`no list: ${String(found)}`]
}
