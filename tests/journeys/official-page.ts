import type { Browser, Locator, Page } from 'playwright-core'

const demoPassword = 'tongxin-demo'

export type Credentials = { readonly login: string; readonly password: string }

/** An official at a desk, signed in by the page's own form. */
export async function openOfficialPage(
  browser: Browser,
  url: string,
  who: string | Credentials,
): Promise<Page> {
  const { login, password } = typeof who === 'string' ? { login: who, password: demoPassword } : who
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  return page
}

/** Goes to an entry of the main navigation. */
export async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: entry }).click()
}

/** Opens the workbench anew and there, by its words, what waits. */
export async function openWaiting(page: Page, words: string): Promise<Locator> {
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('button', { name: words }).first().click()
  const record = page.getByRole('article')
  await record.getByText(words).first().waitFor()
  return record
}

/** Presses a button of the record, or of the form that it opened. */
export async function press(page: Page, label: string): Promise<void> {
  const record = page.getByRole('article')
  await record.getByRole('button', { name: label, exact: true, disabled: false }).click()
}

/** Presses what stands behind "more" because it is asked less often. */
export async function pressMore(page: Page, label: string): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: label, exact: true }).click()
}

/** Chooses from a list that is searched by typing. */
export async function pick(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole('article').getByRole('combobox', { name: label })
  await box.fill(name)
  // What was chosen before carries the same title; the list opens behind it.
  await page.getByTitle(name, { exact: true }).last().click()
}

/** Waits until the course of events tells it. */
export async function told(page: Page, says: string): Promise<void> {
  await page.getByRole('article').getByText(says).first().waitFor()
}

/** Waits until the page says that a command was done. */
export async function done(page: Page, label: string): Promise<void> {
  await page.getByText(`${label}：已办好`).first().waitFor()
}
