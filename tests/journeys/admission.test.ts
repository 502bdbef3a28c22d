import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/kernel/time.ts'
import { openStage, type Stage } from './main-job-stage.ts'
import { done, openOfficialPage, openWaiting, press } from './official-page.ts'
import { recordsOf } from './whistle-store.ts'

const department = '五华区城市管理局'
const street = '华山街道办事处'
const matter = '夜间摊区秩序维护'
const task = '周末夜间摊区巡查'
const logins = ['chengguan', 'huashan-fuze', 'lingdao', 'quzheng', 'shiwei', 'shizheng']
const today = dayOf(Date.now())

let stage: Stage
const pages: Record<string, Page> = {}

beforeAll(async () => {
  stage = await openStage()
  for (const login of logins) {
    const page = await openOfficialPage(stage.browser, stage.url, login)
    // Six people at once on a busy machine.
    page.setDefaultTimeout(60_000)
    pages[login] = page
  }
}, 180_000)

afterEach(async ({ task: own }) => {
  if (own.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${own.name}`)
})

afterAll(() => stage.clear())

test('R003 a department that pushes work onto a street is refused, and the street sees it', async () => {
  const page = pageOf('chengguan')
  await desk(page)
  await page.getByRole('button', { name: '下派任务' }).click()
  await fillTask(page)
  await page.getByRole('button', { name: '下派任务' }).click()
  await page.getByText('没有生效的清单事项或准入事项涵盖这项任务').first().waitFor()
  expect(await recordsOf(stage.db, 'street-task')).toEqual([])

  const head = pageOf('huashan-fuze')
  await desk(head)
  const refused = head.getByRole('region', { name: '退回和反映的违规下派' })
  await refused.getByRole('link', { name: task }).waitFor()
  await refused.getByText(`${department} → ${street}`).waitFor()
})

test('it applies, with basis, money and people, and the street is heard first', async () => {
  const page = pageOf('chengguan')
  await page.goto(`${stage.url}/new/street-duty-admission/apply`)
  await fill(page, '准入事项', matter)
  await page.getByRole('radio', { name: '其他工作任务' }).check()
  await fill(page, '依据', '《城市市容和环境卫生管理条例》')
  await fill(page, '需要街道承担的理由', '摊区在背街，需社区和商户自治小组一起维护')
  await pickUnit(page, '承担街道', street)
  await day(page, '结束日期', addDays(today, 200))
  await fill(page, '随事划转经费（万元）', '12')
  await day(page, '经费到位日期', addDays(today, 20))
  await fill(page, '随事下沉人员（人）', '2')
  await page.getByRole('button', { name: '申请街道工作准入' }).click()
  await page.getByRole('article').getByText('听取街道意见').first().waitFor()

  const head = pageOf('huashan-fuze')
  await openWaiting(head, matter)
  await begins(head, '反馈意见')
  await head.getByRole('article').getByRole('radio', { name: '有条件同意' }).check()
  await finishes(head, '反馈意见')

  await openRecord(page)
  await begins(page, '说明采纳情况')
  await page.getByRole('article').getByRole('radio', { name: '采纳', exact: true }).check()
  await finishes(page, '说明采纳情况')
  await openWaiting(page, matter)
  await press(page, '提交审核')
  await done(page, '提交审核')
  expect(await stateOfAdmission()).toBe('review')
})

test('R004 Party committee and government of district and city each approve', async () => {
  for (const login of ['lingdao', 'quzheng', 'shiwei', 'shizheng']) {
    expect(await stateOfAdmission()).toBe('review')
    const page = pageOf(login)
    await openWaiting(page, matter)
    await begins(page, '同意')
    await finishes(page, '同意')
  }
  expect(await stateOfAdmission()).toBe('admitted')
})

test('the money arrives, and only then the street gets the task', async () => {
  const page = pageOf('chengguan')
  await openWaiting(page, matter)
  await begins(page, '登记经费到位')
  await fill(page, '到位经费（万元）', '12')
  await finishes(page, '登记经费到位')
  expect(await stateOfAdmission()).toBe('inForce')

  await desk(page)
  await page.getByRole('link', { name: '据此下派任务' }).click()
  await fillTask(page)
  await page.getByRole('button', { name: '下派任务' }).click()
  await page.getByRole('article').getByText('待签收').first().waitFor()

  const head = pageOf('huashan-fuze')
  await openWaiting(head, task)
  await press(head, '签收')
  await done(head, '签收')
  expect(await recordsOf(stage.db, 'street-task')).toMatchObject([{ state: 'doing' }])
})

function pageOf(login: string): Page {
  const page = pages[login]
  if (page === undefined) throw new Error(`${login} has no page`)
  return page
}

async function desk(page: Page): Promise<void> {
  await page.goto(`${stage.url}/mandate`)
  await page.getByRole('heading', { name: '职责与准入' }).waitFor()
}

async function openRecord(page: Page): Promise<void> {
  const [admission] = await recordsOf(stage.db, 'street-duty-admission')
  await page.goto(`${stage.url}/r/${admission?.id ?? ''}`)
  await page.getByRole('article').getByText(matter).first().waitFor()
}

/** A command of one's own unit is named after it, and opens a form. */
async function begins(page: Page, label: string): Promise<void> {
  const offer = page
    .getByRole('article')
    .getByRole('button', { name: new RegExp(`^${label}`, 'u') })
  await offer.first().click()
}

async function finishes(page: Page, label: string): Promise<void> {
  await page.getByRole('article').locator('form button[type=submit]').click()
  await done(page, label)
}

async function fillTask(page: Page): Promise<void> {
  // Enter takes the day, and would send a form that is complete.
  await day(page, '完成日期', addDays(today, 10))
  await fill(page, '任务', task)
  await pickUnit(page, '承接街道', street)
  await page.getByRole('radio', { name: '其他工作任务' }).check()
  await fill(page, '要求', '周五周六晚上各巡查一次，发现问题及时劝导。')
}

async function fill(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words)
}

async function pickUnit(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name)
  await page.getByTitle(name, { exact: true }).last().click()
  await page.keyboard.press('Escape')
}

async function day(page: Page, label: string, value: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true })
  await box.fill(value)
  await box.press('Enter')
}

async function stateOfAdmission(): Promise<string | undefined> {
  const [admission] = await recordsOf(stage.db, 'street-duty-admission')
  return admission?.state
}
