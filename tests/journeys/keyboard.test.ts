import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'
import { done, openOfficialPage } from './official-page.ts'

const first = '巷口路灯连续一周不亮，晚上看不清路。'
const second = '人行道上有流动摊贩占道摆摊，推车过不去。'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  await ask(first)
  await ask(second)
})

afterAll(() => stage.clear())

test('a dispatcher finds, reads and dispatches without a mouse, and takes it back', async () => {
  const page = await openOfficialPage(stage.browser, stage.url, 'wuhua')
  await page.getByRole('button', { name: '流动摊贩' }).waitFor()
  await page.keyboard.press('j')
  await heading(page, '巷口路灯').waitFor()
  await page.keyboard.press('j')
  await heading(page, '流动摊贩').waitFor()
  await page.keyboard.press('k')
  await heading(page, '巷口路灯').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\//)
  await heading(page, '流动摊贩').waitFor()
  await page.goBack()
  await heading(page, '流动摊贩').waitFor()

  await page.keyboard.press('d')
  const advice = page.getByRole('complementary', { name: '派单建议' })
  await advice.getByRole('button', { name: 'Alt+1 占道经营' }).waitFor()
  await page.keyboard.press('Alt+1')
  await advice.getByRole('button', { name: '✓ 已选 3.4' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await done(page, '派单')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('“派单”已撤销').waitFor()
  expect(await stateOf('流动摊贩')).toBe('intake')
})

test('a street signs what was dispatched to it with one key', async () => {
  const desk = await openOfficialPage(stage.browser, stage.url, 'wuhua')
  await desk.getByRole('button', { name: '流动摊贩' }).click()
  await desk.getByRole('article').getByRole('button', { name: '派单', exact: true }).click()
  const advice = desk.getByRole('complementary', { name: '派单建议' })
  await advice.getByRole('button', { name: '✓ 已选 3.4' }).waitFor()
  await desk.keyboard.press('Control+Enter')
  await done(desk, '派单')

  const page = await openOfficialPage(stage.browser, stage.url, 'huashan')
  await page.getByRole('button', { name: '流动摊贩' }).waitFor()
  await page.keyboard.press('j')
  await heading(page, '流动摊贩').waitFor()
  await page.keyboard.press('s')
  await done(page, '签收')
  expect(await stateOf('流动摊贩')).toBe('handling')
})

function heading(page: Page, words: string) {
  return page.getByRole('article').getByRole('heading', { name: words })
}

async function ask(detail: string): Promise<void> {
  const area = areaNamed('五华山社区居民委员会')
  const answer = await fetch(`${stage.url}/api/public/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ ask: randomUUID(), area, data: { detail } }),
  })
  expect(answer.status).toBe(200)
}

async function stateOf(words: string): Promise<string | undefined> {
  const rows = await stage.db.read
    .selectFrom('record')
    .select(['state', 'title'])
    .where('kind', '=', 'resident-appeal')
    .execute()
  return rows.find(({ title }) => title.includes(words))?.state
}
