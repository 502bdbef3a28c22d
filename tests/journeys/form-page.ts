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

/** A day ('2026-08-03'), or one with its time ('2026-08-03 09:30'), typed. */
export async function writesWhen(form: Locator, label: string, when: string): Promise<void> {
  const field = form.getByLabel(label)
  await field.fill(when)
  await field.press('Tab')
}
