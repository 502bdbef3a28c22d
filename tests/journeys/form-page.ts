import type { Locator, Page } from 'playwright-core'

/** Begins a record by its generated form, from the address or a link to it; gives its id. */
export async function beginsBy(
  page: Page,
  start: string | Locator,
  { label, fill }: { readonly label: string; readonly fill: (form: Locator) => Promise<void> },
): Promise<string> {
  if (typeof start === 'string') await page.goto(new URL(start, page.url()).href)
  else await start.click()
  const form = page.locator('form.command-form')
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: label, exact: true }).click()
  await page.waitForURL(/\/r\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Chooses from a list of a form that is searched by typing. */
export async function picks(form: Locator, label: string, name: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label })
  await box.fill(name)
  await form.page().getByTitle(name, { exact: true }).last().click()
  // A list from which several are chosen stays open.
  await box.press('Escape')
}

export async function checks(form: Locator, name: string): Promise<void> {
  await form.getByRole('radio', { name, exact: true }).check()
}

export async function writesDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label)
  await field.fill(day)
  await field.press('Tab')
}

/** A day and its time ('2026-08-03 09:30'), chosen in the calendar. */
export async function choosesMoment(form: Locator, label: string, moment: string): Promise<void> {
  const [day = '', hour = '', minute = ''] = moment.split(/[ :]/u)
  const page = form.page()
  await form.getByLabel(label).click()
  await page
    .locator('.ant-picker-cell')
    .and(page.getByTitle(day, { exact: true }))
    .click()
  const columns = page.locator('.ant-picker-time-panel-column')
  await columns.nth(0).getByText(hour, { exact: true }).click()
  await columns.nth(1).getByText(minute, { exact: true }).click()
  await page.locator('.ant-picker-ok button').click()
}
