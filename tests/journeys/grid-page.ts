import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/main/demo/accounts.ts'

export type Found = {
  readonly group: string
  readonly category: string
  readonly grid: string
  readonly words?: string
  readonly photo?: string
}

/** Signs in on the grid worker's page, whichever of its pages is shown. */
export async function enterGrid(page: Page, login: string): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Three taps, and what there may be to say. */
export async function writeFinding(page: Page, found: Found): Promise<void> {
  await page.getByRole('link', { name: '上报', exact: true }).click()
  await page.getByRole('heading', { name: '看到什么问题？' }).waitFor()
  const button = page.getByRole('button', { name: found.category, exact: true }).first()
  if (!(await button.isVisible())) await page.getByText(found.group, { exact: true }).click()
  await button.click()
  await page.getByRole('heading', { name: '在哪里？' }).waitFor()
  await page.getByRole('button', { name: found.grid, exact: true }).click()
  await page.getByRole('heading', { name: '发送', exact: true }).waitFor()
  if (found.words !== undefined) await page.getByLabel('情况说明').fill(found.words)
  if (found.photo !== undefined) {
    const buffer = Buffer.from(found.photo, 'base64')
    const photo = { name: '现场.png', mimeType: 'image/png', buffer }
    await page.getByLabel('拍照或选照片').setInputFiles(photo)
    await page.getByText('1 张照片已存在这台手机上').waitFor()
  }
  await page
    .getByRole('button', { name: /^(发送|记下，有信号就发)$/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '发送情况' }).waitFor()
}

export async function openTab(page: Page, name: '上报' | '发送情况' | '我报的'): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
}

/** Leaves, with what has not been sent staying on the phone. */
export async function leaveGrid(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^网格上报/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  const still = page.getByRole('button', { name: '仍然退出' })
  const login = page.getByRole('textbox', { name: '账号' })
  await still.or(login).first().waitFor()
  if (await still.isVisible()) await still.click()
  await login.waitFor()
}

/** The phone says itself that there is a line again. */
export async function sayOnline(...pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.evaluate(`dispatchEvent(new Event('online'))`)))
}

export async function countOf(page: Page, words: string): Promise<number> {
  return page.locator('.entry-state', { hasText: words }).count()
}
