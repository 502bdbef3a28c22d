import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'
import { goTo, openOfficialPage } from './official-page.ts'

const community = '五华山社区居民委员会'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
  for (const words of ['巷口路灯不亮已经一周。', '楼下垃圾桶满了没有人收。']) await ask(words)
  page = await openOfficialPage(stage.browser, stage.url, 'lingdao')
})

afterAll(() => stage.clear())

test('from the district down to a community, and every number opens a list as long as it says', async () => {
  await goTo(page, '一屏')
  await page.getByText('五华区近 7 天居民诉求 2 件').waitFor()
  await page.getByRole('button', { name: '华山街道', exact: true }).click()
  await page.getByText('华山街道近 7 天居民诉求 2 件').waitFor()
  await page.getByRole('button', { name: community, exact: true }).click()
  await page.getByText(`${community}近 7 天居民诉求 2 件`).waitFor()
  await page.getByText('只统计到街道').waitFor()
  await page.getByRole('link', { name: '受理 2 件，打开清单' }).click()
  await page.getByText('计入“受理”的居民诉求').waitFor()
  await page.getByText('共 2 件', { exact: true }).waitFor()
  await page.goBack()
  await page.getByText(`${community}近 7 天居民诉求 2 件`).waitFor()
  await page.keyboard.press('u')
  await page.getByText('华山街道近 7 天居民诉求 2 件').waitFor()
  await page.keyboard.press('1')
  await page.getByText('华山街道今天居民诉求 2 件').waitFor()
  expect(new URL(page.url()).searchParams.get('period')).toBe('today')
})

test('two tabs move by one line, and the second goes on when the first is closed', async () => {
  const lines: string[] = []
  const context = page.context()
  context.on('request', (request) => {
    if (request.url().endsWith('/api/live')) lines.push(request.url())
  })
  await page.goto(`${stage.url}/overview`)
  await page.getByText('实时更新').waitFor()
  const second = await context.newPage()
  await second.goto(`${stage.url}/overview`)
  await second.getByText('实时更新').waitFor()
  expect(lines).toHaveLength(1)

  await ask('人行道上有流动摊贩占道。')
  for (const tab of [page, second]) await tab.getByText('居民诉求 3 件').waitFor()

  await page.close()
  await expect.poll(() => lines.length, { timeout: 15_000 }).toBe(2)
  await ask('小区门口的井盖坏了。')
  await second.getByText('居民诉求 4 件').waitFor()
  page = second
})

test('a line that cannot be had is told calmly, and the numbers go on coming', async () => {
  await page.route('**/api/live', (route) => route.abort())
  await page.goto(`${stage.url}/overview`)
  await page.getByText('已断开，正在重连').waitFor()
  await ask('公园的健身器材松动了。')
  await page.getByText('居民诉求 5 件').waitFor()
  await page.unroute('**/api/live')
  await page.getByText('实时更新').waitFor({ timeout: 40_000 })
})

async function ask(detail: string): Promise<void> {
  const answer = await fetch(`${stage.url}/api/public/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ ask: randomUUID(), area: areaNamed(community), data: { detail } }),
  })
  expect(answer.status).toBe(200)
}
