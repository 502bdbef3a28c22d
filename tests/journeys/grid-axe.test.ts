import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, hardToUse } from './accessible.ts'
import { startBrowser } from './browser.ts'
import { enterGrid, openTab, sayOnline, writeFinding } from './grid-page.ts'
import { type GridStage, openGridStage } from './grid-stage.ts'
import { codeOf, findingsOf, handleFinding } from './grid-work.ts'
import { signIn } from './official.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }
const litter = { group: '市容环境', category: '暴露垃圾', grid: '第一网格' }

let stage: GridStage
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([openGridStage(), startBrowser()])
  // The page's own policy forbids the scripts that look at it here.
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
  await page.goto(stage.page)
})

afterAll(async () => {
  await browser.close()
  await stage.clear()
})

test('signing in is usable by everyone, and a wrong password says so', async () => {
  await isUsable('登录')
  await page.getByRole('textbox', { name: '账号' }).fill('wangge')
  await page.getByLabel('密码', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('账号或密码不对').waitFor()
  expect(await focused()).toContain('账号或密码不对')
  await isUsable('登录')
  await enterGrid(page, 'wangge')
})

test('a finding is reported by keyboard alone', async () => {
  await page.getByText(litter.group, { exact: true }).focus()
  await page.keyboard.press('Enter')
  await isUsable('看到什么问题？')
  await page.getByRole('button', { name: litter.category }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '第二网格', exact: true }).waitFor()
  await isUsable('在哪里？')
  const plan = page.getByRole('button', { name: /^在示意图上点出位置/ })
  await plan.focus()
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await page.getByText('（图上已点）').waitFor()
  await page.getByLabel('情况说明').fill('打我电话 13812345678，桶满了两天。')
  await isUsable('发送')
  await page.getByRole('button', { name: '帮我遮住' }).click()
  await page.getByRole('button', { name: '发送', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText('已送到').waitFor()
  await isUsable('发送情况')
})

test('what came back is usable, and so is saying that it is not so', async () => {
  const [found] = await findingsOf(stage.db)
  if (found === undefined) throw new Error('nothing arrived')
  await handleFinding(await signIn(stage.url, 'shequ'), found.id)
  await openTab(page, '我报的')
  await page.getByRole('heading', { name: '请您看看办得怎样' }).waitFor()
  await isUsable('我报的')
  await page.getByRole('link', { name: found.number }).click()
  await page.getByRole('button', { name: '没有解决' }).click()
  await page.getByRole('button', { name: '没有解决' }).click()
  await page.getByText('请写理由').waitFor()
  await isUsable(/桶满了两天/)
})

test('what waits, what was refused and what has changed are usable', async () => {
  await page.getByLabel('理由').fill('又堆上了')
  await stage.signal.cut()
  await page.getByRole('button', { name: '没有解决' }).click()
  await writeFinding(page, { group: '街面秩序', category: '占道经营', grid: '第一网格' })
  await page.getByText('没有信号，2 件存在这台手机上').waitFor()
  await isUsable('发送情况')
  const finder = await signIn(stage.url, 'wangge')
  const [found] = await findingsOf(stage.db)
  await finder.post(`/api/grid-finding/${found?.id}/confirm`, { data: {} })
  const admin = await signIn(stage.url, 'admin')
  const values = { value: codeOf('占道经营'), label: '占道经营' }
  await admin.post('/api/settings/lists', { id: 'finding-categories', values, end: '2020-01-01' })
  await stage.signal.back()
  await sayOnline(page)
  await page.getByText('2 件平台没有收下').waitFor()
  await isUsable('发送情况')
  await page.getByRole('link', { name: '看看原因，再决定' }).click()
  await isUsable('平台没有收下，由您决定')
  await page.goBack()
  await page.getByRole('link', { name: '看看变化，再决定' }).click()
  await page.getByRole('region', { name: '现在' }).getByText('状态').waitFor()
  await page.getByRole('button', { name: '不发了' }).click()
  await isUsable('情况有了变化，由您决定')
})

function focused(): Promise<string> {
  return page.locator(':focus').innerText()
}

/** The page is the one meant; axe-core finds nothing and nothing is too small, at every size. */
async function isUsable(heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport)
    expect(await axeFindings(page)).toEqual([])
    expect(await hardToUse(page, 18)).toEqual([])
  }
  const large = `document.querySelector('header button[aria-pressed]').click()`
  // Pressed by script: the focus stays where the page put it.
  await page.evaluate(large)
  expect(await hardToUse(page, 18)).toEqual([])
  await page.evaluate(large)
}
