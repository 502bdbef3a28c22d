import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { huashan, streets } from './appraisal-cast.ts'
import { inDays, today } from './appraisal-steps.ts'
import { beginsBy, checks, picks, writesWhen } from './form-page.ts'
import { openWaiting, press } from './official-page.ts'
import { closes } from './whistle-steps.ts'

/** What a person does at a page in the year of a district, each once or twice. */

export function raisesProblem(page: Page, title: string, year: number): Promise<string> {
  return beginsBy(page, '/new/appraisal-problem/raise', {
    label: '反馈问题',
    fill: async (form) => {
      await form.getByLabel('问题', { exact: true }).fill(title)
      await checks(form, '检查反馈')
      await form.getByLabel('年度', { exact: true }).fill(String(year))
      await picks(form, '整改单位', huashan.office)
    },
  })
}

export function plansCycle(page: Page, year: number): Promise<string> {
  return beginsBy(page, '/new/appraisal-cycle/plan', {
    label: '部署述职评议考核',
    fill: async (form) => {
      await form.getByLabel('年度', { exact: true }).fill(String(year))
      await picks(form, '述职书记类别', '乡镇（街道）党（工）委书记')
      await writesWhen(form, '拟召开述职评议会日期', inDays(20))
      for (const { office } of streets) await picks(form, '述职的党组织', office)
    },
  })
}

export function plansVisit(page: Page, year: number): Promise<string> {
  return beginsBy(page, '/new/research-visit/plan', {
    label: '安排调研',
    fill: async (form) => {
      await form.getByLabel('调研内容').fill('看小区党支部作用发挥')
      await form.getByLabel('年度', { exact: true }).fill(String(year))
      await picks(form, '调研单位', huashan.office)
      await checks(form, '四不两直（不打招呼）')
      await checks(form, '会前调研')
      await writesWhen(form, '计划日期', today)
    },
  })
}

/** On the page of the visit: it was made, and a problem was found. */
export async function makesVisit(page: Page, found: string, problem: string): Promise<void> {
  await press(page, '记调研情况')
  await page.getByRole('textbox', { name: '调研情况', exact: true }).fill(found)
  await closes(page, '记调研情况')
  await press(page, '指出问题')
  await page.getByRole('textbox', { name: '问题', exact: true }).fill(problem)
  await closes(page, '指出问题')
}

/** On the page of a report: words typed, and a record of the year put in beside them. */
export async function tellsProblems(page: Page, words: string, record: string): Promise<void> {
  const section = page.getByRole('region', { name: '上年度述职评议问题整改' })
  await section.getByRole('textbox').fill(words)
  await page.getByRole('complementary').getByRole('button', { name: record }).click()
  await section.getByRole('button', { name: '保存这一节' }).click()
  await section.getByText('已写').waitFor()
}

export async function tellsPilot(
  page: Page,
  parts: Readonly<Record<'成效' | '问题' | '举措', string>>,
): Promise<void> {
  const section = page.getByRole('region', { name: '书记领航行动' })
  for (const [label, words] of Object.entries(parts))
    await section.getByRole('textbox', { name: label, exact: true }).fill(words)
  await section.getByRole('button', { name: '保存这一节' }).click()
  await section.getByText('已写').waitFor()
}

/** The document behind a button, as another program reads it. */
export async function downloaded(page: Page, label: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: label, exact: true }).click()
  const buffer = await readFile(await (await download).path())
  return (await mammoth.extractRawText({ buffer })).value
}

/** On the record of a report that was handed in. */
export async function passes(page: Page): Promise<void> {
  await press(page, '审核通过')
  await page.getByRole('radio', { name: '现场述职' }).check()
  await closes(page, '审核通过')
}

/** From the page of the year: its meeting. */
export function plansMeeting(page: Page, year: number): Promise<string> {
  return beginsBy(page, page.getByRole('link', { name: '筹备述职评议会' }), {
    label: '筹备述职评议会',
    fill: async (form) => {
      await form.getByLabel('会议名称').fill('街道党工委书记述职评议会')
      await form.getByLabel('年度', { exact: true }).fill(String(year))
      await checks(form, '地方党组织')
      await writesWhen(form, '开始时间', soon())
      await form.getByLabel('地点').fill('区委礼堂')
    },
  })
}

/** On the page of a report, by those who listened: one section commented on and rated. */
export async function remarksOnSection(page: Page, title: string, words: string): Promise<void> {
  const section = page.getByRole('region', { name: title })
  await section.getByRole('button', { name: '逐项点评、考核' }).click()
  await section.getByRole('textbox', { name: '逐项点评' }).fill(words)
  await section.getByRole('radio', { name: '较好' }).check()
  await section.getByRole('button', { name: '逐项点评、考核' }).click()
  await section.getByText('（考核：较好）').waitFor()
}

export function preparesRating(page: Page, year: number): Promise<string> {
  return beginsBy(page, '/new/appraisal-rating/prepare', {
    label: '准备评定',
    fill: async (form) => {
      await form.getByLabel('年度', { exact: true }).fill(String(year))
      await picks(form, '被评单位', huashan.office)
    },
  })
}

export async function rates(page: Page, grade: string, reasons: string): Promise<void> {
  await press(page, '评定等次')
  await page.getByRole('radio', { name: grade, exact: true }).check()
  await page.getByRole('textbox', { name: '评定理由' }).fill(reasons)
  await closes(page, '评定等次')
}

export async function claimsAndSubmits(page: Page, problem: string): Promise<void> {
  await openWaiting(page, problem)
  await press(page, '认领整改')
  await page.getByRole('textbox', { name: '整改措施' }).fill('两个支部定人定时，每月一次活动')
  await page.getByRole('textbox', { name: '责任人（职务）' }).fill('党工委副书记')
  await writesWhen(page.locator('form.command-form'), '整改期限', inDays(30))
  await closes(page, '认领整改')
  await openWaiting(page, problem)
  await press(page, '提交整改情况')
  await page.getByRole('textbox', { name: '整改情况和依据' }).fill('两个支部各开了两次会，居民参加')
  await closes(page, '提交整改情况')
}

/** Opened again before its day has come. */
export async function looksBack(page: Page, reason: string): Promise<void> {
  await press(page, '反弹，重新整改')
  await page.getByRole('textbox', { name: '理由' }).fill(reason)
  await writesWhen(page.locator('form.command-form'), '整改期限', inDays(40))
  await closes(page, '反弹，重新整改')
}

/** Asks what needs a few words: the form opens, is filled and sent. */
export async function says(
  page: Page,
  label: string,
  { field, words }: { readonly field: string; readonly words: string },
): Promise<void> {
  await press(page, label)
  await page.getByRole('textbox', { name: field }).fill(words)
  await closes(page, label)
}

/** The next minute, as it is typed. */
function soon(): string {
  const at = new Date(Date.now() + 8 * 3_600_000 + 60_000)
  return at.toISOString().slice(0, 16).replace('T', ' ')
}
