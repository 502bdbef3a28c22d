import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recheckProgram } from '../faults/programs.ts'
import {
  type Found,
  countOf,
  enterGrid,
  leaveGrid,
  openTab,
  sayOnline,
  writeFinding,
} from './grid-page.ts'
import { type GridStage, openGridStage } from './grid-stage.ts'
import { codeOf, findingsOf, handleFinding } from './grid-work.ts'
import { type Official, signIn } from './official.ts'
import { type Phone, startPhone } from './phone.ts'

// A single green point.
const photo =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const sorts = [
  ['市容环境', '暴露垃圾'],
  ['公用设施', '路灯不亮'],
  ['道路交通设施', '路面破损'],
] as const
const twenty = Array.from({ length: 20 }, (_, at): Found => {
  const [group, category] = sorts[at % sorts.length] ?? sorts[0]
  const grid = ['第一网格', '第二网格', '第三网格'][at % 3] ?? ''
  return {
    group,
    category,
    grid,
    ...(at % 4 === 0 ? { words: `第 ${at + 1} 件：${category}，两天了。` } : {}),
    ...(at % 10 === 0 ? { photo } : {}),
  }
})

let stage: GridStage
let phone: Phone
let page: Page
let second: Page
let finder: Official
let worker: Official

beforeAll(async () => {
  stage = await openGridStage()
  phone = await startPhone(stage.folder)
  finder = await signIn(stage.url, 'wangge')
  worker = await signIn(stage.url, 'shequ')
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const folder = `reports/journeys/${task.name.slice(0, 40)}`
  await mkdir(folder, { recursive: true })
  for (const [at, shown] of phone.context.pages().entries())
    await shown.screenshot({ path: `${folder}/${at}.png` })
})

afterAll(async () => {
  await phone.kill()
  await stage.clear()
})

test('a grid worker signs in once, and from then on the page needs no signal', async () => {
  page = await phone.openPage(stage.page)
  await enterGrid(page, 'wangge')
  await page.getByText('公用设施', { exact: true }).waitFor()
  await openTab(page, '我报的')
  await page.getByText('还没有报过').waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await stage.signal.cut()
  await page.reload()
  await expect.poll(() => page.getByText('没有信号，可以照常写').isVisible()).toBe(true)
})

test('twenty findings are written without a signal, three taps each', async () => {
  for (const found of twenty) await writeFinding(page, found)
  expect(await countOf(page, '等着发送')).toBe(20)
  await page.getByText('没有信号，20 件存在这台手机上').waitFor()
  expect(await findingsOf(stage.db)).toEqual([])
})

test('the browser is killed, and opened with two tabs everything waits still', async () => {
  await phone.kill()
  phone = await startPhone(stage.folder)
  page = await phone.openPage(stage.page)
  second = await phone.openPage(`${stage.page}?page=box`)
  for (const tab of [page, second]) {
    await tab.getByText('没有信号，20 件存在这台手机上').waitFor()
    await openTab(tab, '发送情况')
    expect(await countOf(tab, '等着发送')).toBe(20)
  }
})

test('the signal is back, both tabs send at once, and each finding is there once', async () => {
  await stage.signal.back()
  await sayOnline(page, second)
  // A browser that was killed may have forgotten who was signed in: it asks, and loses nothing.
  const again = page.getByRole('link', { name: '重新登录' })
  await again.or(page.getByText('已送到').first()).first().waitFor()
  if (await again.isVisible()) {
    await again.click()
    await enterGrid(page, 'wangge')
    await page.getByRole('heading', { name: '看到什么问题？' }).waitFor()
    await openTab(page, '发送情况')
  }
  for (const tab of [page, second]) {
    await expect.poll(() => countOf(tab, '已送到'), { timeout: 30_000 }).toBe(20)
  }
  const arrived = await findingsOf(stage.db)
  expect(arrived.map(({ number }) => number)).toHaveLength(20)
  expect(arrived.map(({ category }) => category).toSorted()).toEqual(
    twenty.map(({ category }) => codeOf(category)).toSorted(),
  )
  expect(arrived.filter(({ photos }) => photos === 1)).toHaveLength(2)
  expect(await finder.get('/api/records/grid-finding?mine=1')).toMatchObject({ total: 20 })
})

test('what somebody answered meanwhile is shown side by side, and a person decides', async () => {
  const [first] = await findingsOf(stage.db)
  if (first === undefined) throw new Error('nothing arrived')
  await handleFinding(worker, first.id)
  await second.close()
  await openTab(page, '我报的')
  await page.getByRole('heading', { name: '请您看看办得怎样' }).waitFor()
  await page.getByRole('link', { name: first.number }).click()
  await page.getByText('垃圾已清运').first().waitFor()
  await stage.signal.cut()
  await page.getByRole('button', { name: '情况属实' }).click()
  await expect.poll(() => countOf(page, '等着发送')).toBe(1)
  await finder.post(`/api/grid-finding/${first.id}/deny`, { data: { reason: '又堆上了' } })
  await stage.signal.back()
  await sayOnline(page)
  await page.getByRole('link', { name: '看看变化，再决定' }).click()
  await page.getByRole('heading', { name: '情况有了变化，由您决定' }).waitFor()
  await page.getByRole('region', { name: '您写的时候' }).getByText('待反馈上报人').waitFor()
  const now = page.getByRole('region', { name: '现在' })
  await now.getByText('协同处置').waitFor()
  await now.getByText('又堆上了').waitFor()
  await page.getByText('已经不能“情况属实”了').waitFor()
  await page.getByRole('button', { name: '不发了' }).click()
  await page.getByRole('button', { name: '确定不发，删掉' }).click()
  await page.getByRole('heading', { name: '发送情况' }).waitFor()
  expect(await countOf(page, '没有收下')).toBe(0)
})

test('what the platform does not take is put right by a person, and is still one finding', async () => {
  await stage.signal.cut()
  await writeFinding(page, { group: '街面秩序', category: '占道经营', grid: '第一网格' })
  const admin = await signIn(stage.url, 'admin')
  await admin.post('/api/settings/lists', {
    id: 'finding-categories',
    values: { value: codeOf('占道经营'), label: '占道经营' },
    end: '2020-01-01',
  })
  await stage.signal.back()
  await sayOnline(page)
  await page.getByRole('link', { name: '看看原因，再决定' }).click()
  await page.getByRole('heading', { name: '平台没有收下，由您决定' }).waitFor()
  await page.getByRole('link', { name: '重选类别和地点' }).click()
  await page.getByRole('button', { name: '暴露垃圾' }).first().click()
  await page.getByRole('button', { name: '第一网格', exact: true }).click()
  await page.getByRole('button', { name: '发送', exact: true }).first().click()
  await expect.poll(() => countOf(page, '已送到'), { timeout: 15_000 }).toBe(21)
  expect(await findingsOf(stage.db)).toHaveLength(21)
})

test('on a shared phone nobody’s findings are sent under another’s name', async () => {
  await stage.signal.cut()
  await writeFinding(page, { group: '市容环境', category: '暴露垃圾', grid: '第二网格' })
  await leaveGrid(page)
  await stage.signal.back()
  await enterGrid(page, 'wangge2')
  await page.getByRole('heading', { name: '看到什么问题？' }).waitFor()
  await openTab(page, '发送情况')
  await page.getByText('还有别人写的 1 件没有发出').waitFor()
  await writeFinding(page, { group: '市容环境', category: '道路不洁', grid: '第四网格' })
  await expect.poll(() => countOf(page, '已送到')).toBe(1)
  expect(await findingsOf(stage.db)).toHaveLength(22)
  await leaveGrid(page)
  await enterGrid(page, 'wangge')
  await page.getByText('公用设施', { exact: true }).waitFor()
  await openTab(page, '发送情况')
  await expect.poll(() => countOf(page, '已送到')).toBe(22)
  const all = await findingsOf(stage.db)
  expect(all).toHaveLength(23)
  expect(all.filter(({ foundBy }) => foundBy === all[0]?.foundBy)).toHaveLength(22)
})

test('everything derived anew from the events is what stands there', async () => {
  expect(await stage.stopProduct()).toEqual({ code: 0, signal: null })
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
})
