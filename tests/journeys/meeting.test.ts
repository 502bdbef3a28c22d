import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { areaNamed, openStage, type Stage, unitNamed } from './main-job-stage.ts'
import { goTo, openOfficialPage, openWaiting, press } from './official-page.ts'
import { answerOf, waitForState } from './meeting-answers.ts'

const street = areaNamed('华山街道')
const community = unitNamed('华山街道翠湖西路社区')
const department = '五华区城市管理局'
const title = '华山街道党建联席会议'
const item = '小区周边停车难'
const decision = '文林街增设非机动车停放点'

let stage: Stage
let recorder: Page
let secretary: Page
let meeting = ''
let start = 0

beforeAll(async () => {
  stage = await openStage()
  recorder = await openOfficialPage(stage.browser, stage.url, 'huashan-jingban')
  secretary = await openOfficialPage(stage.browser, stage.url, 'shequ-shuji')
  for (const page of [recorder, secretary]) page.setDefaultTimeout(40_000)
}, 240_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => stage.clear())

test('a street sets up its joint meeting and convenes it', async () => {
  const members = [community, unitNamed(department)]
  const own = { sort: 'joint', title, units: members, duty: '提出议题、落实议定事项' }
  const body = await asks(recorder, '/api/meeting-body/establish', { area: street, data: own })
  await asks(recorder, `/api/meeting-body/${body}/activate`, { data: {} })
  start = Math.ceil(Date.now() / 60_000) * 60_000 + 120_000
  const data = {
    title: '三季度联席会议',
    startAt: iso(start),
    endAt: iso(start + 7_200_000),
    spot: '街道党群服务中心三楼',
  }
  await asks(recorder, `/api/meeting-body/${body}/convene`, { data })
  await goTo(recorder, '会议')
  await recorder.getByRole('link', { name: '三季度联席会议' }).click()
  await recorder.waitForURL(/\/meetings\/.+/)
  meeting = new URL(recorder.url()).pathname.split('/')[2] ?? ''
  expect(meeting).toMatch(/^[0-9a-f-]{36}$/)
})

test('an item is put on the agenda, the members are told and one of them answers', async () => {
  await recorder.getByLabel('提出议题').fill(item)
  await recorder.keyboard.press('Enter')
  await recorder.getByRole('button', { name: '列入议程' }).click()
  await recorder.getByText('已列入议程').waitFor()
  await recorder.getByRole('button', { name: '通知参会单位' }).click()
  await recorder.getByText('0 / 2').waitFor()
  await secretary.goto(`${stage.url}/meetings/${meeting}`)
  await taps(secretary, '华山街道翠湖西路社区', '出席')
  await secretary.getByText('1 / 2').waitFor()
  await expect(secretary.getByRole('button', { name: '开会' }).count()).resolves.toBe(0)
})

test('its calendar file is read by another program, for members only', async () => {
  const response = await secretary.request.get(`/api/record/${meeting}/calendar.ics`)
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toContain('text/calendar')
  const read = new ICAL.Component(ICAL.parse(await response.text()))
  const inside = read.getFirstSubcomponent('vevent')
  const event = new ICAL.Event(inside ?? undefined)
  expect(event.summary).toBe('三季度联席会议')
  expect(event.location).toBe('街道党群服务中心三楼')
  expect(event.startDate.toJSDate().getTime()).toBe(start)
  expect(event.endDate.toJSDate().getTime()).toBe(start + 7_200_000)
  expect(event.description).toContain('华山街道翠湖西路社区')
  expect(event.description).toContain('本单位：出席')
  const stranger = await openOfficialPage(stage.browser, stage.url, 'huguo')
  const refused = await stranger.request.get(`/api/record/${meeting}/calendar.ics`)
  expect(refused.status()).toBe(404)
})

test('the recorder runs the meeting on one page and loses nothing when the network does', async () => {
  await recorder.reload()
  await recorder.getByRole('button', { name: '开会', exact: true }).click()
  await recorder.getByRole('button', { name: '开始讨论' }).click()
  await recorder.getByLabel(`${item}的讨论结果`).fill('先试两处')
  await recorder.keyboard.press('Enter')
  await recorder.getByText('已议 · 0 分钟').waitFor()
  await taps(recorder, department, '代会')
  await recorder.getByText('2 / 2').waitFor()
  await recorder.context().setOffline(true)
  await recorder.getByRole('heading', { name: '议程' }).click()
  await recorder.keyboard.press('n')
  await recorder.keyboard.insertText(decision)
  await recorder.keyboard.press('Enter')
  await recorder.getByText('待发送').waitFor()
  await recorder.context().setOffline(false)
  await recorder.getByText('待定责').waitFor()
  await expect(recorder.getByText('待发送').count()).resolves.toBe(0)
  await recorder.getByRole('button', { name: '散会' }).click()
})

test('it cannot be closed before its decision has an owner and a deadline', async () => {
  const close = recorder.getByRole('button', { name: '办结', exact: true })
  await recorder.getByText(`“${decision}”还没有责任单位和期限`).waitFor()
  await expect(close.isDisabled()).resolves.toBe(true)
  const refused = await recorder.request.post(`/api/meeting/${meeting}/close`, {
    headers: { 'x-tongxin': '1' },
    data: { ask: randomUUID(), data: {} },
  })
  expect(refused.status()).toBe(409)
  await recorder.getByRole('button', { name: '按会上记录起草' }).click()
  const minutes = recorder.getByRole('textbox', { name: '会议纪要' })
  await expect(minutes.inputValue()).resolves.toContain(`1. ${item}：先试两处`)
  await recorder.getByRole('button', { name: '保存纪要' }).click()
  await recorder.getByText('已保存').waitFor()
  const owner = recorder.getByRole('combobox', { name: `${decision}的责任单位` })
  await owner.fill(department)
  await recorder.getByTitle(department, { exact: true }).last().click()
  const day = recorder.getByLabel(`${decision}的期限`)
  await day.fill(iso(Date.now() + 14 * 86_400_000).slice(0, 10))
  await day.press('Enter')
  await recorder.getByText('办理中').waitFor()
  await close.click()
  await waitForState(recorder, meeting, 'closed')
})

test('its minutes are an official document that another program reads', async () => {
  const response = await recorder.request.get(`/api/record/${meeting}/document/minutes.docx`)
  expect(response.status()).toBe(200)
  const { value } = await mammoth.extractRawText({ buffer: await response.body() })
  expect(value).toContain('三季度联席会议会议纪要')
  expect(value).toContain('议定事项')
  expect(value).toContain(decision)
  expect(value).toContain(department)
})

test('the decision lives on: its owner reports, the street strikes it off, the figure counts it', async () => {
  const owner = await openOfficialPage(stage.browser, stage.url, 'chengguan')
  owner.setDefaultTimeout(40_000)
  const record = await openWaiting(owner, decision)
  await press(owner, '报办结')
  await record.getByLabel('办理结果').fill('两处停放点已划线启用')
  await record.getByRole('button', { name: '报办结' }).last().click()
  await openWaiting(recorder, decision)
  await press(recorder, '销号')
  await recorder.getByText('销号：已办好').first().waitFor()
  const rows = await answerOf(recorder, `/api/records/meeting-decision?f.meeting=${meeting}`)
  expect(rows).toMatchObject({ rows: [{ state: 'done', title: decision }] })
  const figure = await answerOf(recorder, '/api/indicators/N15')
  expect(figure).toMatchObject({ figures: [{ value: 1, numerator: 1, denominator: 1 }] })
})

async function asks(page: Page, path: string, body: object): Promise<string> {
  const answer = await page.request.post(path, {
    headers: { 'x-tongxin': '1' },
    data: { ask: randomUUID(), ...body },
  })
  expect({ path, status: answer.status() }).toEqual({ path, status: 200 })
  const { id }: { id?: string } = await answer.json()
  return id ?? ''
}

async function taps(page: Page, unit: string, label: string): Promise<void> {
  const own = page.getByRole('group', { name: `${unit}出席情况` })
  await own.getByRole('button', { name: label }).click()
}

/** A moment as the city writes it. */
function iso(at: number): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
