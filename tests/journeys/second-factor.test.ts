import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type RunningCity, startRunningCity } from '../../src/main/testing/running-city.ts'
import { startBrowser } from './browser.ts'
import { addAuthenticator, giveCredentials, openDoorPage } from './door-page.ts'

const password = 'tongxin-demo'
const login = 'huashan-jingban'
const clock = { ahead: 0 }

let city: RunningCity
let url = ''
let browser: Browser
let page: Page
let secret = ''
let codes: readonly string[] = []

/** The server's clock can be moved on, so that a next code need not be waited for. */
beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, now: () => Date.now() + clock.ahead }))
  // Passkeys are for names: an address of numbers has none.
  url = city.url.replace('127.0.0.1', 'localhost')
  browser = await startBrowser()
  page = await openDoorPage(browser, url)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [at, one] of pages.entries())
    await one.screenshot({ path: `reports/journeys/${task.name}/${at}.png`, fullPage: true })
})

afterAll(async () => {
  await browser.close()
  await city.stop()
})

test('from the person’s menu one comes to the account, and adds an authenticator app', async () => {
  await giveCredentials(page, { login, password })
  await page.getByTitle('岗位与账号').first().click()
  await page.getByRole('link', { name: '账号与安全' }).click()
  await page.getByRole('heading', { level: 1, name: '账号与安全' }).waitFor()
  await page.getByRole('button', { name: '添加验证器' }).click()
  secret = ((await page.getByLabel('密钥', { exact: true }).textContent()) ?? '').replaceAll(
    ' ',
    '',
  )
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const field = page.getByLabel('2. 输入应用上显示的 6 位动态码')
  await field.fill('000000')
  await page.getByRole('button', { name: '确认添加' }).click()
  await page.getByText('动态码不对').waitFor()
  expect(await field.inputValue()).toBe('000000')
  await field.fill(codeNow())
  await page.getByRole('button', { name: '确认添加' }).click()
  const shown = page.getByRole('list', { name: '恢复码' }).getByRole('listitem')
  await shown.first().waitFor()
  codes = (await shown.allTextContents()).map((code) => code.trim())
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: '我已保存' }).click()
  await page.getByText('还有 10 个').waitFor()
})

test('the next sign-in asks for a code; a wrong one stays in the field', async () => {
  const other = await openDoorPage(browser, url)
  await giveCredentials(other, { login, password })
  await other.getByRole('heading', { name: '第二步：确认是您本人' }).waitFor()
  const field = other.getByLabel('动态码', { exact: true })
  await field.fill('123456')
  await other.keyboard.press('Enter')
  await other.getByText('动态码不对或已经用过').waitFor()
  expect(await field.inputValue()).toBe('123456')
  clock.ahead += 60_000
  await field.fill(codeNow())
  await other.keyboard.press('Enter')
  await isIn(other)
  await other.context().close()
})

test('without the telephone a recovery code opens, once', async () => {
  const other = await openDoorPage(browser, url)
  for (const says of ['in', '恢复码不对，或已经用过']) {
    await giveCredentials(other, { login, password })
    await other.getByRole('button', { name: '改用恢复码' }).click()
    await other.getByLabel('恢复码', { exact: true }).fill(codes[0] ?? '')
    await other.getByRole('button', { name: '确认登录' }).click()
    if (says !== 'in') await other.getByText(says).waitFor()
    else {
      await isIn(other)
      await other.context().clearCookies()
      await other.goto(url)
    }
  }
  await other.context().close()
})

test('a passkey is added under a name, and opens without a password', async () => {
  await addAuthenticator(page)
  await page.reload()
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByLabel('起个名字').fill('办公室电脑')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByText('办公室电脑').waitFor()
  await page.getByText('还没有用过').waitFor()
  await page.getByTitle('岗位与账号').first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await isIn(page)
  await page.goto(`${url}/account`)
  await page.getByText(/用过$/).first().waitFor()
})

test('it is a second factor too, after the password', async () => {
  await page.getByTitle('岗位与账号').first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await giveCredentials(page, { login, password })
  await page.getByRole('button', { name: '改用通行密钥' }).click()
  await page.getByRole('button', { name: '使用通行密钥' }).click()
  await isIn(page)
})

test('other places are listed, and end when asked', async () => {
  const other = await openDoorPage(browser, url)
  await giveCredentials(other, { login, password })
  clock.ahead += 60_000
  await other.getByLabel('动态码', { exact: true }).fill(codeNow())
  await other.keyboard.press('Enter')
  await isIn(other)
  await page.goto(`${url}/account`)
  const devices = page.getByRole('region', { name: '登录的设备' })
  await devices.getByText('现在这台').waitFor()
  await devices.getByRole('button', { name: '退出其他所有设备' }).click()
  await page.getByText('其他地方都已退出').waitFor()
  await expect.poll(() => devices.getByRole('listitem').count()).toBe(1)
  await other.goto(`${url}/account`)
  await other.getByRole('button', { name: '登录', exact: true }).waitFor()
  await other.context().close()
})

test('changing anything asks for the password again when it was given long ago', async () => {
  clock.ahead += 11 * 60_000
  const passkeys = page.getByRole('region', { name: '通行密钥' })
  await passkeys.getByRole('button', { name: '移除' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '移除', exact: true }).click()
  const asked = page.getByRole('dialog', { name: '请再输入一次密码' })
  await asked.getByLabel('密码', { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await asked.getByText('密码不对').waitFor()
  await asked.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('已移除“办公室电脑”').waitFor()
  const log = page.getByRole('region', { name: '安全记录' })
  await page.reload()
  await log.getByText('移除第二因素').first().waitFor()
  expect(await passkeys.getByRole('listitem').count()).toBe(0)
})

function codeNow(): string {
  const timestamp = Date.now() + clock.ahead
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

async function isIn(at: Page): Promise<void> {
  const nav = at.getByRole('navigation', { name: '主导航' })
  await nav.waitFor()
  expect(await nav.isVisible()).toBe(true)
}
