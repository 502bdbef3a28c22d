import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, hardToUse } from './accessible.ts'
import { startBrowser } from './browser.ts'
import { answerAppeal } from './official.ts'
import { type Product, startProduct } from './product.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }
// A single green point.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let product: Product
let browser: Browser
let page: Page
let taken = { number: '', code: '' }

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), startBrowser()])
  // The page's own policy forbids the scripts that look at it here.
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
})

afterAll(async () => {
  await browser.close()
  await product.stop()
})

test('the first page is usable by everyone', async () => {
  await page.goto(`${product.url}/r`)
  await page.getByText('演示数据').waitFor()
  await isUsable('您有什么事？')
})

test('a resident says what is the matter, with the number in the text masked and a photo', async () => {
  await press('我要反映')
  await press('下一步')
  await isUsable('您要反映什么事？')
  expect(await focused()).toContain('请写下您要反映的事')
  await page
    .getByLabel('事情的经过')
    .fill('门口的路灯坏了三天，晚上看不见路。打我电话13812345678，请尽快来修。')
  await page
    .getByLabel('选照片')
    .setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: picture })
  await page.getByText('路灯.png 已上传').waitFor()
  await isUsable('您要反映什么事？')
  await press('帮我遮住')
  expect(await page.getByLabel('事情的经过').inputValue()).toContain('138****5678')
  await press('下一步')
})

test('the place is found by words or chosen level by level', async () => {
  await isUsable('事情发生在哪里？')
  await page.getByLabel('按名字找').fill('华山街道')
  await press('找一找')
  await page.locator('.found button').first().waitFor()
  await isUsable('事情发生在哪里？')
  await page.locator('.found button').first().click()
  await page.getByText(/已选：.*华山街道/).waitFor()
  await page.getByLabel('区县').selectOption({ label: '五华区' })
  await page.getByLabel('街道、乡镇').selectOption({ label: '华山街道' })
  await page.getByLabel('社区、村').selectOption({ index: 1 })
  await page.getByLabel('具体位置（可以不写）').fill('12 号门口')
  await isUsable('事情发生在哪里？')
})

test('a closed tab loses nothing', async () => {
  const another = await page.context().newPage()
  await page.close()
  page = another
  await page.goto(`${product.url}/r`)
  await press('接着写，我要反映')
  expect(await page.getByLabel('事情的经过').inputValue()).toContain('路灯坏了三天')
  await press('下一步')
  await page.getByText(/已选：五华区 \/ 华山街道/).waitFor()
  await press('下一步')
})

test('the number to be called at is checked before it is sent', async () => {
  await isUsable('怎么联系您？')
  await page.getByLabel('电话（可以不留）').fill('1381234567')
  await press('下一步')
  await isUsable('怎么联系您？')
  expect(await focused()).toContain('您写了 10 位')
  await page.getByLabel('电话（可以不留）').fill('138 1234 5678')
  await page.getByLabel('对承办单位保密').check()
  await press('下一步')
})

test('back and forward in the browser go through the steps, and an answer can be changed', async () => {
  await isUsable('请核对，再提交')
  await page.goBack()
  await page.getByRole('heading', { name: '怎么联系您？' }).waitFor()
  await page.goForward()
  await page.getByRole('heading', { name: '请核对，再提交' }).waitFor()
  await page.getByRole('link', { name: /^更改\s*具体位置$/ }).click()
  await page.getByLabel('具体位置（可以不写）').fill('12 号门口东侧')
  await press('下一步')
  await page.getByText('12 号门口东侧').waitFor()
  await page.getByRole('heading', { name: '请核对，再提交' }).waitFor()
})

test('without a network nothing is lost, and what is sent twice is taken once', async () => {
  let first = ''
  await page.route('**/api/public/appeals', async (route) => {
    // The server takes it, the answer gets lost.
    first = await (await route.fetch()).text()
    await route.abort()
  })
  await press('提交')
  await page.getByText('网络没有连上').waitFor()
  await isUsable('请核对，再提交')
  await page.unroute('**/api/public/appeals')
  await press('再试一次')
  await page.getByRole('heading', { name: '已收到' }).waitFor()
  await isUsable('已收到')
  const shown = await page.locator('.codes strong').allTextContents()
  taken = { number: shown[0] ?? '', code: shown[1] ?? '' }
  expect(taken.number).toMatch(/^\w{12}$/)
  expect(JSON.parse(first)).toMatchObject(taken)
})

test('the slip is one page of A4 or A5', async () => {
  for (const format of ['A4', 'A5']) {
    const pdf = (await page.pdf({ format })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
})

test('a wrong code shows nothing', async () => {
  await press('看进度')
  await page.getByLabel('查询码').fill('00000000')
  await press('查看')
  await page.getByText('没有找到').waitFor()
  await isUsable('查进度、评价')
})

test('the right code shows where it stands, and one can add, correct and urge', async () => {
  await page.getByLabel('查询码').fill(taken.code.toLowerCase())
  await press('查看')
  await page.getByText('已收到，正在确定由谁来办').first().waitFor()
  await isUsable('我的诉求')
  await press('补充说明')
  await page.getByLabel('补充的内容').fill('昨晚有老人绊倒了')
  await isUsable('补充说明')
  await press('提交补充')
  await page.getByText('补充的内容已收到').waitFor()
  await press('更正我写的内容')
  await page.getByLabel('具体位置').fill('12 号门口西侧')
  await isUsable('更正我写的内容')
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByText('12 号门口西侧').waitFor()
  await press('催一催')
  await isUsable('催一催')
  await press('替我催一催')
  await page.getByText('已经替您催了').waitFor()
})

test('withdrawing is asked once more, and the slip can be had again', async () => {
  await press('撤回')
  await isUsable('确定撤回这件诉求吗？')
  await press('不撤回，回去')
  await press('回执')
  await isUsable('回执')
  await press('返回')
})

test('after the answer the resident judges; not solved asks what is left', async () => {
  await answerAppeal(product.url, taken.number, '路灯已经修好，线路一并检查过。')
  await press('刷新')
  await press('我来评价')
  await isUsable('请您评价')
  await page.getByLabel('没有解决').check()
  await press('提交评价')
  expect(await focused()).toContain('还有什么没解决')
  await isUsable('请您评价')
  await page.getByLabel(/还有什么没解决/).fill('修好当晚又灭了')
  await press('提交评价')
  await page.getByText('评价已收到').waitFor()
  await page.getByText('承办单位正在办理').first().waitFor()
  await isUsable('我的诉求')
})

/** Presses what carries exactly these words. */
async function press(words: string): Promise<void> {
  const button = page.getByRole('button', { name: words, exact: true })
  await button
    .or(page.getByRole('link', { name: new RegExp(`^${words}`) }))
    .first()
    .click()
}

function focused(): Promise<string> {
  return page.locator(':focus').innerText()
}

/** The page is the one meant; axe-core finds nothing and nothing is too small, at every size. */
async function isUsable(heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport)
    expect(await axeFindings(page)).toEqual([])
    expect(await hardToUse(page, 18)).toEqual([])
  }
  const large = `document.querySelector('button[aria-pressed]').click()`
  // Pressed by script: the focus stays where the page put it.
  await page.evaluate(large)
  expect(await hardToUse(page, 22)).toEqual([])
  await page.evaluate(large)
}
