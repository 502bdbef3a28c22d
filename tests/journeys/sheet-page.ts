import type { Page } from 'playwright-core'

/** Opens a table of the settings and there the window that takes a sheet in. */
export async function openSheet(page: Page, what: string): Promise<void> {
  await page.goto(new URL(`/settings/${what}`, page.url()).href)
  await page.getByRole('button', { name: '导入' }).click()
  await page.getByRole('dialog').waitFor()
}

/** Lets a sheet be checked and gives what is said of it. */
export async function checkSheet(page: Page, lines: readonly string[]): Promise<string> {
  const checked = page.waitForResponse((answer) => answer.url().includes('/sheet?check=1'))
  await page.locator('input[type=file]').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
  await checked
  const said = page.getByRole('dialog').getByText(/^✓ 检查了|处有问题/u)
  await said.waitFor()
  return page.getByRole('dialog').innerText()
}

export async function writeSheet(page: Page, changed: number): Promise<void> {
  await page.getByRole('button', { name: `写入 ${changed} 行变化` }).click()
  await page.getByText(`已导入，${changed} 行有变化`).first().waitFor()
}
