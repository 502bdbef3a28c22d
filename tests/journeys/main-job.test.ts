import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recheckProgram } from '../faults/programs.ts'
import { areaNamed, openStage, type Stage, unitNamed } from './main-job-stage.ts'
import { type Measures, recordNumbered } from './main-job-store.ts'
import {
  done,
  goTo,
  openOfficialPage,
  openWaiting,
  pick,
  press,
  pressMore,
  told,
} from './official-page.ts'
import { openOfficial, openOthers, type Other } from './others.ts'
import {
  followAppeal,
  openResidentPage,
  sendAppeal,
  sendJudgement,
  writeAppeal,
  writeJudgement,
} from './resident-page.ts'
import { type Step, take } from './steps.ts'

const asking = {
  detail: '每天晚上八点以后，小区东门外有流动摊贩占道摆摊卖烧烤，老人孩子出门没法走，希望处理。',
  placeWords: '五华山社区',
  spot: '东门外人行道',
  phone: '15400012345',
  name: '赵女士',
}
const words = '流动摊贩'
const street = unitNamed('华山街道办事处')
const department = unitNamed('五华区城市管理局')
const where = {
  community: areaNamed('五华山社区居民委员会'),
  street: areaNamed('华山街道'),
  district: areaNamed('五华区'),
  city: areaNamed('昆明市'),
  unit: street,
}

let stage: Stage
let others: readonly Other[]
/** Who works on the appeal, in a post of theirs that has nothing to do with it. */
let elsewhere: Readonly<Record<'desk' | 'clerk' | 'head' | 'helper', Other>>
let kept = { number: '', code: '' }
let record: string | undefined
let clerk: Page
let head: Page
let resident: Page

beforeAll(async () => {
  stage = await openStage()
  const { url } = stage
  others = await openOthers(url, areaNamed('威远街社区居民委员会'))
  elsewhere = {
    desk: await openOfficial(url, 'wuhua', '五华区教育体育局'),
    clerk: await openOfficial(url, 'huashan', '华山街道综合行政执法队'),
    head: await openOfficial(url, 'huashan-fuze', '护国街道城市管理办公室'),
    helper: await openOfficial(url, 'chengguan', '五华区水务局'),
  }
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => stage.clear())

test('a resident asks on a telephone, which nobody can do in another’s name', async () => {
  const page = await openResidentPage(stage.browser, stage.url)
  await writeAppeal(page, asking)
  const { detail, spot, phone, name } = asking
  await taken({
    path: '/api/resident-appeal/ask',
    body: { area: where.community, data: { detail, spot, reporter: { name, phone } } },
    others,
    does: async () => {
      kept = await sendAppeal(page)
      record = await recordNumbered(stage.db, kept.number)
    },
    moves: { area: { registered: 1, began: 1, 'state:intake': 1 }, unit: {} },
  })
})

test('the desk sends it by the duty list to the street that is responsible', async () => {
  const page = await openOfficialPage(stage.browser, stage.url, 'wuhua')
  await goTo(page, '派单台')
  const queue = page.getByRole('navigation', { name: '等着处理的诉求' })
  await queue.getByRole('button', { name: words }).click()
  const advice = page.getByRole('complementary', { name: '派单建议' })
  await advice.getByRole('button', { name: '占道经营', exact: false }).first().click()
  const item = advice.getByRole('button', { name: '3.4 占道经营' })
  await item.click()
  await item.and(page.locator('[aria-pressed=true]')).waitFor()
  expect(await item.innerText()).toContain('基本履职事项，牵头：华山街道办事处')
  const data = { lead: street, category: '0103', limitClass: 'general' }
  await taken({
    ...stepOf('dispatch', data, 'desk'),
    does: async () => {
      await page.getByRole('button', { name: '派单 Ctrl+Enter' }).click()
      await done(page, '派单')
    },
    moves: {
      area: { 'state:intake': -1, 'state:dispatched': 1, accepted: 1 },
      // The street answers for it from now on: it has come to its counts.
      unit: { 'state:dispatched': 1, began: 1, accepted: 1 },
    },
  })
  await page.close()
})

test('the street signs', async () => {
  clerk = await openOfficialPage(stage.browser, stage.url, 'huashan')
  await openWaiting(clerk, words)
  await taken({
    ...stepOf('sign', {}, 'clerk'),
    does: async () => {
      await press(clerk, '签收')
      await told(clerk, '华山街道办事处 签收')
    },
    moves: { area: { 'state:dispatched': -1, 'state:handling': 1 } },
  })
})

test('the street contacts who asked', async () => {
  const data = { how: 'phone', words: '问清了摆摊的时间和位置。' }
  await press(clerk, '已联系诉求人')
  await clerk.getByRole('radio', { name: '电话' }).check()
  await clerk.getByRole('textbox', { name: '沟通情况' }).fill(data.words)
  await taken({
    ...stepOf('contact', data, 'clerk'),
    does: async () => {
      await press(clerk, '已联系诉求人')
      await told(clerk, '联系了诉求人')
    },
  })
})

test('the street calls a department to its side', async () => {
  const data = { department, task: '请到现场核查并依法处理' }
  await pressMore(clerk, '请部门协办')
  await pick(clerk, '协办部门', '五华区城市管理局')
  await clerk.getByRole('textbox', { name: '请其办理的事' }).fill(data.task)
  await taken({
    ...stepOf('callDepartment', data, 'clerk'),
    does: async () => {
      await press(clerk, '请部门协办')
      await told(clerk, `请 五华区城市管理局 协办`)
    },
  })
})

test('the department joins and finishes its part', async () => {
  const page = await openOfficialPage(stage.browser, stage.url, 'chengguan')
  await openWaiting(page, words)
  await taken({
    ...stepOf(`co/${department}/join`, {}, 'helper'),
    does: async () => {
      await press(page, '签收协办（五华区城市管理局）')
      await told(page, '五华区城市管理局 签收')
    },
  })
  const result = '已到现场核查，清理摊位九处。'
  await press(page, '提交协办结果（五华区城市管理局）')
  await page.getByRole('textbox', { name: '办理情况' }).fill(result)
  await taken({
    ...stepOf(`co/${department}/finish`, { result }, 'helper'),
    does: async () => {
      await press(page, '提交协办结果')
      await done(page, '提交协办结果')
    },
  })
  await page.close()
})

test('the street answers, and its head lets the answer out', async () => {
  head = await openOfficialPage(stage.browser, stage.url, 'huashan-fuze')
  await answers('已会同城管局清理占道摊位九处，安排专人每晚值守。')
})

test('the resident follows it by number and code, and judges it not solved', async () => {
  resident = await openResidentPage(stage.browser, stage.url)
  await followAppeal(resident, kept.number, kept.code)
  await resident.getByText('安排专人每晚值守').waitFor()
  const reason = '周末晚上摊贩又回来了。'
  await writeJudgement(resident, { solved: '没有解决', reason })
  await taken({
    ...stepOf('judge', { solved: 'unsolved', responded: true, reason }),
    does: () => sendJudgement(resident),
    moves: {
      area: { 'state:answered': -1, 'state:handling': 1, reopened: 1, evaluated: 1, responded: 1 },
    },
  })
})

test('the street reads why, handles it again and answers again', async () => {
  await openWaiting(clerk, words)
  await told(clerk, '周末晚上摊贩又回来了')
  // What was judged of the first answer does not stand for the second.
  await answers('周末值守已延长到零点，三处出入口设置了隔离桩。', { evaluated: -1, responded: -1 })
})

test('the resident judges it solved, and it ends', async () => {
  await followAppeal(resident, kept.number, kept.code)
  await resident.getByText('周末值守已延长到零点').waitFor()
  await writeJudgement(resident, { solved: '解决了' })
  await taken({
    ...stepOf('judge', { solved: 'solved', responded: true }),
    does: () => sendJudgement(resident),
    moves: {
      area: { 'state:answered': -1, 'state:closed': 1, evaluated: 1, responded: 1, solved: 1 },
    },
  })
})

test('everything derived anew from the events is what stands there', async () => {
  expect(await stage.stopProduct()).toEqual({ code: 0, signal: null })
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
})

/** The clerk writes the answer, the head passes it. */
async function answers(publicAnswer: string, also: Measures = {}): Promise<void> {
  await openWaiting(clerk, words)
  await press(clerk, '答复')
  await clerk.getByRole('textbox', { name: '答复内容' }).fill(publicAnswer)
  await taken({
    ...stepOf('submitAnswer', { publicAnswer }, 'clerk'),
    does: async () => {
      await press(clerk, '提交答复')
      await done(clerk, '答复')
    },
    moves: { area: { 'state:handling': -1, 'state:checking': 1 } },
  })
  await openWaiting(head, words)
  await taken({
    ...stepOf('approve', {}, 'head'),
    does: async () => {
      await press(head, '审核通过')
      await done(head, '审核通过')
    },
    moves: { area: { 'state:checking': -1, 'state:answered': 1, answered: 1, ...also } },
  })
}

function stepOf(command: string, data: object, right?: keyof typeof elsewhere) {
  return {
    path: `/api/resident-appeal/${record ?? ''}/${command}`,
    body: { data },
    others: right === undefined ? others : [...others, elsewhere[right]],
  }
}

function taken(step: Step): Promise<void> {
  return take({ db: stage.db, where, record: () => record }, step)
}
