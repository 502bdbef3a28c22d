import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/time.ts'
import { recheckProgram } from '../faults/programs.ts'
import { areaNamed, openStage, type Stage, unitNamed } from './main-job-stage.ts'
import { recordsOf } from './whistle-store.ts'
import { done, openOfficialPage, openWaiting, press } from './official-page.ts'
import { openOfficial } from './others.ts'

const community = areaNamed('威远街社区居民委员会')
const here = areaNamed('五华山社区居民委员会')
const title = '护国街道并入华山街道'
const theirs = '威远街路灯坏了三天没有人修'
const ours = '五华山小区垃圾桶满了三天没有人来收'

let stage: Stage
let leader: Page

beforeAll(async () => {
  stage = await openStage()
  const desk = await openOfficial(stage.url, 'wuhua')
  for (const [area, detail, office] of [
    [community, theirs, '护国街道办事处'],
    [here, ours, '华山街道办事处'],
  ] as const) {
    const data = { detail, title: detail, channel: 'phone' }
    await done200(desk.ask('/api/resident-appeal/register', { area, data }))
    const [newest] = await recordsOf(stage.db, 'resident-appeal')
    const dispatch = { lead: unitNamed(office), category: '0101', limitClass: 'general' }
    const path = `/api/resident-appeal/${newest?.id}/dispatch`
    await done200(desk.ask(path, { data: dispatch }))
  }
}, 180_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => stage.clear())

test('an official drafts the merger of two streets and sees what would move', async () => {
  const page = await opened('bianban')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '区划' }).click()
  await page.getByRole('button', { name: '拟定方案' }).click()
  const from = page.getByRole('combobox', { name: '要调整的（可多选）' })
  for (const name of ['护国街道', '华山街道']) {
    await from.fill(name)
    await page.getByTitle(`五华区 / ${name}`, { exact: true }).last().click()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: '保留华山街道' }).check()
  await page.getByRole('button', { name: '生成对照表' }).click()
  const plan = page.getByRole('region', { name: '方案' })
  await plan.getByText('其中：居民诉求').waitFor()
  expect(await plan.getByText('随之移交的在办事项').locator('..').textContent()).toBe(
    '随之移交的在办事项1',
  )
  expect(await plan.getByRole('row', { name: '护国街道办事处 华山街道办事处' }).count()).toBe(1)
  expect(await plan.getByLabel('方案名称').inputValue()).toBe(title)
  await plan.getByRole('button', { name: '提交批准' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('the leader reads what would move, approves, and it is carried out', async () => {
  leader = await opened('lingdao')
  await openWaiting(leader, title)
  await press(leader, '批准')
  await leader.getByText('随之移交的在办事项').first().waitFor()
  await leader.getByLabel('批准文号').fill('五政发〔2026〕12号')
  const day = leader.getByLabel('执行日')
  await day.fill(dayOf(Date.now()))
  await day.press('Tab')
  await leader
    .getByRole('article')
    .getByRole('button', { name: '批准', exact: true })
    .last()
    .click()
  await done(leader, '批准')
  // During working hours it is begun by hand; after them its own day begins it.
  const [record] = await recordsOf(stage.db, 'reorganisation')
  const now = await openOfficial(stage.url, 'lingdao')
  await now.ask(`/api/reorganisation/${record?.id}/carryOutNow`, { data: {} })
  await expect
    .poll(async () => (await recordsOf(stage.db, 'reorganisation'))[0]?.state, { timeout: 60_000 })
    .toBe('done')
  await leader.goto(`${stage.url}/reorganisation/${record?.id}`)
  await leader.getByText('居民诉求 1 件').first().waitFor()
})

test("the street's dispatcher finds the other street's appeal among the to-dos and handles it", async () => {
  const page = await opened('huashan')
  const record = await openWaiting(page, theirs)
  await record.getByText('华山街道 / 威远街社区').first().waitFor()
  await record.getByText('因区划机构调整移交').first().waitFor()
  await press(page, '签收')
  await done(page, '签收')
  const appeals = await recordsOf(stage.db, 'resident-appeal')
  expect(appeals.map(({ state }) => state).toSorted()).toEqual(['dispatched', 'handling'])
})

test('who worked in the street that is no more goes on in its successor', async () => {
  const page = await opened('huguo')
  await page.getByText('华山街道办事处').first().waitFor()
  const record = await openWaiting(page, ours)
  expect(await record.getByRole('button', { name: '签收', exact: true }).count()).toBe(1)
})

test('the overview tells both pasts', async () => {
  const area = areaNamed('华山街道')
  await leader.goto(`${stage.url}/overview?area=${area}&kind=resident-appeal`)
  await leader.getByText('含原护国街道的历史').waitFor()
  const sentence = leader.locator('.overview-sentence')
  expect(await sentence.textContent()).toContain('2 件')
  await leader.getByText('按当时区划', { exact: true }).click()
  await leader.getByText('按事项发生时的区划代码统计').waitFor()
  await expect.poll(() => sentence.textContent()).toContain('1 件')
})

test('all that is stored still follows from the events', async () => {
  await stage.stopProduct()
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
})

/** While records move, a page may be slower than usual. */
async function opened(login: string): Promise<Page> {
  const page = await openOfficialPage(stage.browser, stage.url, login)
  page.setDefaultTimeout(60_000)
  return page
}

async function done200(asking: Promise<number>): Promise<void> {
  const status = await asking
  if (status !== 200) throw new Error(`the stage is not set: ${status}`)
}
