import type { Browser, Page } from 'playwright-core'
import { openResidentPage } from './resident-page.ts'

type Said = { readonly comment: string; readonly problems: readonly string[] }

/** Whoever is next reports and is commented on, on the page from which the meeting is run; gives
 *  the unit's name. */
export async function runsFloor(page: Page, said: Said): Promise<string> {
  const floor = page.getByRole('region', { name: /^(正在述职|点评)$/u })
  const name = await floor.locator('.review-name').innerText()
  await floor.getByRole('button', { name: '开始述职' }).click()
  await floor.getByRole('button', { name: '述职结束' }).click()
  await floor.getByRole('textbox', { name: '点评', exact: true }).fill(said.comment)
  await floor.getByRole('textbox', { name: '指出的问题' }).fill(said.problems.join('\n'))
  await floor.getByRole('button', { name: '点评', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: said.comment }).first().waitFor()
  return name
}

export async function setsVoters(page: Page, voters: number): Promise<void> {
  await presses(page, '填写测评人数')
  await page.getByLabel('参加测评人数').fill(String(voters))
  await presses(page, '填写测评人数')
}

/** Has the slips of a meeting made and gives what is printed on them. */
export async function slipsPrinted(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: '制票并打印' }).click()
  await page.getByRole('button', { name: '制票', exact: true }).click()
  await page.locator('.vote-code').first().waitFor()
  const codes = await page.locator('.vote-code').allInnerTexts()
  await page.getByRole('dialog').getByRole('button', { name: '关上', exact: true }).last().click()
  await page.getByRole('button', { name: '已经打印好，关上' }).click()
  await page.locator('.vote-code').first().waitFor({ state: 'detached' })
  return codes
}

/** Two people vote on one telephone, one after the other: by the picture's address, and typing. */
export async function votes(
  browser: Browser,
  url: string,
  sheets: readonly { readonly code: string; readonly choices: Readonly<Record<string, string>> }[],
): Promise<void> {
  const page = await openResidentPage(browser, url)
  for (const [at, { code, choices }] of sheets.entries()) {
    if (at === 0) await page.goto(`${url}/r?page=vote#${code}`)
    else {
      await page.getByRole('button', { name: '换一张票' }).click()
      await page.getByRole('textbox', { name: '票号' }).fill(code)
      await page.getByRole('button', { name: '打开测评表' }).click()
    }
    await page.getByRole('form').getByRole('group').first().waitFor()
    for (const [unit, label] of Object.entries(choices))
      await page.getByRole('group', { name: unit }).getByText(label, { exact: true }).click()
    await page.getByRole('button', { name: '下一步：再看一遍' }).click()
    await page.getByRole('button', { name: '投票', exact: true }).click()
    await page.getByRole('heading', { name: '已经投出' }).waitFor()
  }
  await page.context().close()
}

/** Ends the vote with so many slips drawn from the box, and gives what is told of it. */
export async function votesCounted(page: Page, handed: number): Promise<string> {
  await page.getByRole('button', { name: '截止并计票' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('发出的票').fill(String(handed))
  await dialog.getByRole('button', { name: '截止并计票' }).click()
  const ballot = page.getByRole('region', { name: '民主测评' })
  await ballot.getByText('投票率').waitFor()
  return ballot.innerText()
}

/** Presses a button of the page, or of the form that the same words opened. */
export async function presses(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true, disabled: false }).last().click()
}

/** The end of a meeting: everybody leaves, and what was said is written down. */
export async function endsMeeting(page: Page, minutes: string): Promise<void> {
  await page.reload()
  await presses(page, '散会')
  await presses(page, '写纪要并办结')
  await page.getByRole('textbox', { name: '会议纪要' }).fill(minutes)
  await presses(page, '写纪要并办结')
}
