import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { type Embedded, startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { startBrowser } from './browser.ts'
import { giveCredentials, openDoorPage } from './door-page.ts'
import { openOfficialPage } from './official-page.ts'
import { checkSheet, openSheet, writeSheet } from './sheet-page.ts'

const areas = ['代码,名称,层级,类型,上级地区', '530102001001,五华山社区,社区村,社区,530102001']
const district = ['530102,五华区,区县,区,530100', '530102001,华山街道,街道乡镇,街道,530102']
const units = [
  '编号,名称,类型,所在地区,上级单位,职能',
  '10,五华区诉求处置中心,诉求处置中心,530102,,受理、派单',
  '11,华山街道办事处,街道,530102001,10,承办',
]
const password = '春城无处不飞花 2026'

let home = ''
let database: Embedded
let product: Product
let browser: Browser
let admin: Page
let desk: Page

/** A server that somebody else looks after, as far as the product can tell. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-new-city-'))
  database = await startEmbedded({ home: join(home, 'database'), say: () => undefined })
  product = await startProduct({
    home: join(home, 'product'),
    port: await findFreePort(),
    env: { DATABASE_URL: database.url },
  })
  browser = await startBrowser()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [at, page] of pages.entries())
    await page.screenshot({ path: `reports/journeys/${task.name}/${at}.png` })
})

afterAll(async () => {
  await browser.close()
  await stopProduct(product)
  await database.stop()
  await rm(home, { recursive: true, force: true })
})

test('the code printed at the start makes the first administrator of a new city', async () => {
  const page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  await page.goto(product.url)
  const fields = { 城市代码: '53', 城市名称: '昆明市', 管理员姓名: '周明远', 管理员账号: 'zhoumy' }
  for (const [label, value] of Object.entries({ 一次性代码: 'AAAA', ...fields, 密码: password }))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByText('城市代码是六位数字').waitFor()
  await page.getByLabel('城市代码').fill('530100')
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByText('代码不对，请照服务器窗口里的填写').waitFor()
  const code = /一次性代码 (\S+) /.exec(product.said.join('\n'))?.[1] ?? ''
  await page.getByLabel('一次性代码').fill(code)
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await page.close()
  admin = await openOfficialPage(browser, product.url, { login: 'zhoumy', password })
  expect(await admin.getByRole('heading', { level: 1 }).textContent()).toContain('设置')
})

test('who watches over the administrator makes an account of their own with a code', async () => {
  await admin.getByText('平台还没有安全管理员和安全审计员').waitFor()
  await admin.getByRole('button', { name: '给安全审计员一次性代码' }).click()
  const code = await admin.locator('.settings-password').textContent()
  await admin.getByRole('button', { name: '已经记下' }).click()
  const auditor = await openDoorPage(browser, product.url)
  await auditor.getByRole('button', { name: '开通三员账号' }).click()
  const fields = { 一次性代码: code ?? '', 姓名: '沈察', 账号: 'shencha', 密码: password }
  for (const [label, value] of Object.entries(fields))
    await auditor.getByLabel(label, { exact: true }).fill(value)
  await auditor.getByRole('button', { name: '开通', exact: true }).click()
  await auditor.getByRole('button', { name: '登录', exact: true }).waitFor()
  await giveCredentials(auditor, { login: 'shencha', password })
  await auditor.getByRole('navigation', { name: '主导航' }).waitFor()
  await auditor.goto(`${product.url}/security-log`)
  await auditor.getByText('建立账号').first().waitFor()
  await admin.reload()
  await admin.getByText('平台还没有安全管理员。').waitFor()
  const gives = admin.getByRole('button', { name: '给安全审计员一次性代码' })
  expect(await gives.count()).toBe(0)
})

test('a sheet is checked row by row, mended and then written whole', async () => {
  await openSheet(admin, 'areas')
  expect(await checkSheet(admin, areas)).toContain('上级地区不是本市的地方')
  expect(await admin.getByRole('button', { name: '写入', exact: true }).isDisabled()).toBe(true)
  expect(await checkSheet(admin, [...areas, ...district])).toContain('检查了 3 行，没有问题')
  await writeSheet(admin, 3)
  await admin.getByRole('button', { name: '五华区' }).waitFor()
  await takeIn('units', units, 2)
  await takeIn('people', ['姓名', '李知秋', '王禾苗'], 2)
  await takeIn('posts', ['人员,单位,角色', '李知秋,10,派单员', '王禾苗,11,经办人'], 2)
  await takeIn('practices', ['机制,启用', 'swift-response,启用'], 1)
  await takeIn('lists/categories', ['代码,名称,上级代码', '01,市容环卫,', '0101,垃圾清运,01'], 2)
  await takeIn('lists/grounds', ['代码,名称,建议渠道', 'litigation,诉讼已解决,拨打12348'], 1)
})

test('new accounts come with passwords, by which their people sign in', async () => {
  await openSheet(admin, 'accounts')
  await checkSheet(admin, ['登录名,人员', 'lizhiqiu,李知秋', 'wanghemiao,王禾苗'])
  await admin.getByRole('button', { name: '写入 2 行变化' }).click()
  const row = admin.getByRole('region', { name: '初始密码' }).getByRole('row', { name: 'lizhiqiu' })
  const initial = (await row.getByRole('cell').last().textContent()) ?? ''
  const door = await openDoorPage(browser, product.url)
  await giveCredentials(door, { login: 'lizhiqiu', password: initial.trim() })
  await door.getByText('现在的密码是管理员给的').waitFor()
  await door.getByLabel('原密码').fill(initial.trim())
  await door.getByLabel('新密码').fill(`${password} 秋`)
  await door.getByRole('button', { name: '修改密码' }).click()
  await door.getByRole('navigation', { name: '主导航' }).waitFor()
  desk = door
  await desk.goto(`${product.url}/desk`)
  await desk.getByRole('heading', { name: '新登记' }).waitFor()
  expect(new URL(desk.url()).pathname).toBe('/desk')
})

test('a call about the same matter is merged, and can be taken apart again', async () => {
  await writeDown('五华山小区 3 栋楼下垃圾桶满了三天没有人来收')
  await desk.getByRole('button', { name: '只登记' }).click()
  await desk.getByText('已登记，等着派单').waitFor()
  await writeDown('3 栋楼下的垃圾桶满了三天没有人来收，苍蝇很多')
  await desk.getByRole('button', { name: /^并入/ }).click()
  await desk.getByText('已登记，并入').waitFor()
  expect(await states()).toEqual(['merged', 'intake'])
  await desk.getByRole('button', { name: '撤销' }).click()
  await desk.getByText('已登记，并入').waitFor({ state: 'detached' })
  await expect.poll(states).toEqual(['intake', 'intake'])
})

test('what is not taken on is told where to turn', async () => {
  await desk.getByRole('button', { name: '新登记' }).click()
  await writeDown('对法院的判决不服，要求重新审理')
  await desk.getByRole('button', { name: '不予受理…' }).click()
  await desk.getByRole('button', { name: '登记并确认不予受理' }).click()
  await desk.getByText('请填写不予受理情形').waitFor()
  await desk.getByRole('radio', { name: '诉讼已解决' }).check()
  expect(await desk.getByLabel('建议渠道').inputValue()).toBe('拨打12348')
  await desk.getByRole('button', { name: '登记并确认不予受理' }).click()
  await desk.getByText('已登记，不予受理').waitFor()
  expect(await states()).toEqual(['notAccepted', 'intake', 'intake'])
})

async function takeIn(what: string, lines: readonly string[], changed: number): Promise<void> {
  await openSheet(admin, what)
  await checkSheet(admin, lines)
  await writeSheet(admin, changed)
}

async function writeDown(detail: string): Promise<void> {
  await desk.getByLabel('诉求内容').fill(detail)
  await desk.getByRole('combobox', { name: '发生在哪里' }).fill('五华山')
  await desk.getByTitle('五华山社区').last().click()
}

/** Of all appeals that the desk sees, the newest first. */
async function states(): Promise<readonly string[]> {
  const answer = await desk.request.get('/api/records/resident-appeal?sort=-opened')
  const { rows }: { rows: { state: string }[] } = await answer.json()
  return rows.map(({ state }) => state)
}
