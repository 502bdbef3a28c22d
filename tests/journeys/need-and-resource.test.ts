import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dayOf, yearOf } from '../../src/kernel/time.ts'
import { recheckProgram } from '../faults/programs.ts'
import { type Desk, openDesk, textIn } from './desk.ts'
import { beginsBy, checks, picks } from './form-page.ts'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'
import { goTo, openOfficialPage, openWaiting, press } from './official-page.ts'
import { closes } from './whistle-steps.ts'

const need = '老人缺一处活动室'
const resource = '一楼大会议室'
const project = `${need}：${resource}`
const year = yearOf(dayOf(Date.now()))

let stage: Stage
/** Who works in the community, and in the department. */
let community: Page
let unit: Page
let stranger: Desk
let id = ''

beforeAll(async () => {
  stage = await openStage()
  community = await openOfficialPage(stage.browser, stage.url, 'shequ')
  unit = await openOfficialPage(stage.browser, stage.url, 'chengguan')
  stranger = await openDesk(stage.url, 'shijian', areaNamed('五华区'))
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => stage.clear())

test('a community lists what it lacks, and a department what it can open', async () => {
  await goTo(community, '共建')
  await community.getByText('缺清单：这里还没有需求清单、资源清单、项目清单').waitFor()
  await beginsBy(community, community.getByRole('button', { name: '列需求' }), {
    label: '列需求',
    fill: async (form) => {
      await form.getByLabel('需求', { exact: true }).fill(need)
      await picks(form, '服务类别', '为老服务')
      await picks(form, '缺什么', '场地')
      await checks(form, '居民提出')
      await picks(form, '希望时段', '上午')
    },
  })
  await goTo(unit, '共建')
  await beginsBy(unit, unit.getByRole('button', { name: '开放资源' }), {
    label: '开放资源',
    fill: async (form) => {
      await form.getByLabel('资源', { exact: true }).fill(resource)
      await picks(form, '资源类型', '场地')
      await picks(form, '服务类别', '为老服务')
      await picks(form, '开放日', '周六')
      await picks(form, '开放时段', '上午')
      await form.getByLabel('使用条件').fill('自带茶杯，用后归位')
      await picks(form, '开放范围', '五华区')
    },
  })
  expect(await stranger.rows('community-need')).toMatchObject([{ title: need, state: 'open' }])
  expect(await stranger.rows('unit-resource')).toMatchObject([{ title: resource, state: 'open' }])
})

test('the department sees why the two might meet, and takes the need up', async () => {
  await goTo(unit, '共建')
  const card = unit.getByRole('article').filter({ hasText: need })
  const why = await card.getByRole('list', { name: '为什么' }).innerText()
  for (const reason of ['同是为老服务', '缺场地，给的正是场地', '想要上午，上午开放'])
    expect(why).toContain(reason)
  await card.getByRole('button', { name: '认领这条需求' }).click()
  await unit.getByText('有认领，待确认').waitFor()
  expect(await card.getByRole('button', { name: '认领这条需求' }).count()).toBe(0)
  const [row] = await stranger.rows('cobuild-project')
  expect(row).toMatchObject({ title: project, state: 'proposed' })
  id = row?.id ?? ''
  for (const command of ['confirm', 'judge'])
    expect(await stranger.refused(`cobuild-project/${id}/${command}`)).toBeDefined()
})

test('R053 the community confirms, and the two lists have become a project with an agreement', async () => {
  await openWaiting(community, project)
  await closes(community, '确认')
  expect(await stateOf()).toBe('underway')
  await goTo(community, '共建')
  await community.getByText('已对接').waitFor()
  await community.getByRole('button', { name: '起草共建协议' }).click()
  await community.getByText('等对方签署').waitFor()
  await openWaiting(unit, project)
  await closes(unit, '签署')
})

test('the unit delivers, both judge, each once and nobody for the other', async () => {
  await unit.goto(`${stage.url}/r/${id}`)
  await press(unit, '办完')
  await unit.getByLabel('完成情况').fill('每周六上午开放，办了八场')
  await unit.getByLabel('服务人次').fill('240')
  await closes(unit, '办完')
  await openWaiting(community, project)
  await judges(community, '老人有了去处')
  const own = await openDesk(stage.url, 'shequ')
  expect(await own.refused(`cobuild-project/${id}/judge`, { rating: 'poor' })).toBe(
    'ownJudgementIsOpen',
  )
  expect(await stateOf()).toBe('delivered')
  await community.goto(`${stage.url}/r/${id}`)
  await press(community, '记居民评价')
  await community.getByLabel('参评居民').fill('32')
  await community.getByLabel('满意的居民').fill('30')
  await closes(community, '记居民评价')
  await openWaiting(unit, project)
  await judges(unit, '社区组织得力')
  expect(await stateOf()).toBe('judged')
  const told = await stranger.record(id)
  expect([textIn(told, 'communityRating'), textIn(told, 'unitRating')]).toEqual(['好', '好'])
  await goTo(unit, '共建')
  await unit.getByText('社区评价：好 · 单位评价：好').waitFor()
})

test('the year of the unit stands on one sheet, drawn from its records, and is printed', async () => {
  const balance = await beginsBy(unit, unit.getByRole('link', { name: '出一年共建账' }), {
    label: '出一年共建账',
    fill: async (form) => form.getByLabel('年度').fill(String(year)),
  })
  await press(unit, '定稿')
  await unit.getByLabel('明年打算').fill('再开放一处停车场。')
  await closes(unit, '定稿')
  await goTo(unit, '共建')
  await unit.getByRole('link', { name: '本单位共建账' }).click()
  await unit.waitForURL(`**/market/balance/${balance}`)
  await unit.getByText('再开放一处停车场。').waitFor()
  await unit.emulateMedia({ media: 'print' })
  const paper = (await unit.locator('body').innerText()).replaceAll(/\s+/gu, ' ')
  for (const words of [
    `五华区城市管理局${year}年共建账`,
    '1 个项目双方评价',
    '240 人次受益',
    `${project}，服务 240 人次，社区评价“好”：老人有了去处`,
    '再开放一处停车场。',
  ])
    expect(paper).toContain(words)
  for (const words of ['办理过程', '待办', ' 0 个']) expect(paper).not.toContain(words)
  const pdf = await unit.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
})

test('everything derived anew from the events is what stands there', async () => {
  expect(await stage.stopProduct()).toEqual({ code: 0, signal: null })
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
})

async function judges(page: Page, words: string): Promise<void> {
  await press(page, '评价')
  await page.getByRole('radio', { name: '好', exact: true }).check()
  await page.getByLabel('说一句').fill(words)
  await closes(page, '评价')
}

async function stateOf(): Promise<string> {
  return (await stranger.record(id)).record.state
}
