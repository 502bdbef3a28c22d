import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { yearOf } from '../../src/kernel/time.ts'
import { recheckProgram } from '../faults/programs.ts'
import {
  daguan,
  district,
  fengning,
  huashan,
  huguo,
  type Street,
  streets,
} from './appraisal-cast.ts'
import * as desk from './appraisal-pages.ts'
import { openYear, type YearStage } from './appraisal-stage.ts'
import * as steps from './appraisal-steps.ts'
import { tenVote } from './appraisal-votes.ts'
import { openDesk, textIn, valueIn } from './desk.ts'
import { unitNamed } from './main-job-stage.ts'
import { openWaiting } from './official-page.ts'
import * as review from './review-page.ts'
import { closes } from './whistle-steps.ts'

/** Effects and clocks take a moment. */
const soon = { timeout: 20_000 }
/** The year that is appraised, early in the next one at the latest. */
const year = yearOf(steps.today) - 1
const parking = '老旧小区停车难没有解决'
const branch = '小区党支部半年以上没有活动'
const problemOf = ({ name }: Street) => `${name}社区减负清单执行不严`

let here: YearStage
let cycle = ''
let meeting = ''
let reports: ReadonlyMap<string, string> = new Map()

beforeAll(async () => {
  here = await openYear()
}, 180_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await here.stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => here.stage.clear())

test('what was pointed out a year before and is still open has come into the year', async () => {
  const { office, pages, valueOf, putsRight } = here
  const first = await desk.raisesProblem(pages.office, parking, year - 1)
  await putsRight(huguo, await steps.raises(office, huguo, year - 1))
  await steps.raises(office, daguan, year - 1)
  expect(await valueOf(first, 'firstYear')).toBe(year - 1)
})

test('R033 the office plans the year for all ten streets and begins its research', async () => {
  const { office, pages, valueOf } = here
  await steps.enactsTemplate(office)
  cycle = await desk.plansCycle(pages.office, year)
  expect(await office.refused(`appraisal-cycle/${cycle}/startResearch`)).toBe('questionsAreSet')
  await office.asks('must-answer-question/ask', { title: '老旧小区停车怎么管', year })
  await pages.office.reload()
  await closes(pages.office, '部署，开始会前调研')
  expect(await valueOf(cycle, 'stillOpen')).toBe(2)
  reports = await steps.reportsOf(office, cycle)
  expect(reports.size).toBe(10)
  expect(await office.refused(`appraisal-cycle/${cycle}/startMeeting`)).toBe('reportsAreReviewed')
})

test('R039 a visit without notice does not exist for the street until it is done', async () => {
  const { pages, stage, deskOf } = here
  const visit = await desk.plansVisit(pages.office, year)
  expect(await deskOf(huashan).statusOf(`record/${visit}`)).toBe(404)
  expect(await deskOf(huashan).rows('research-visit')).toEqual([])
  await desk.makesVisit(pages.office, '随机走访两个小区，支部半年没有活动', '两个小区党支部不活动')
  await pages.secretary.goto(`${stage.url}/r/${visit}`)
  await pages.secretary.getByText('随机走访两个小区').first().waitFor()
})

test('R042 the secretary puts the report together from the year’s own records, on one page', async () => {
  const { pages, stage, deskOf, stateOf } = here
  const page = pages.secretary
  const report = reports.get(huashan.name) ?? ''
  await page.goto(`${stage.url}/reports`)
  await page.getByRole('link', { name: huashan.office }).click()
  await desk.tellsProblems(page, '停车的事我每周过一遍。', parking)
  await desk.tellsPilot(page, {
    成效: '领办两个小区停车，新增车位六十个。',
    问题: '一处点位四个月才开工。',
    举措: '每季度到点位看一次。',
  })
  await page.getByText('提交之前还要写').waitFor()
  await steps.writesReport(deskOf(huashan), report, huashan)
  await page.reload()
  await review.presses(page, '提交述职报告')
  await expect.poll(() => stateOf(report), soon).toBe('submitted')
  await expect.poll(() => page.getByRole('button', { name: '保存这一节' }).count(), soon).toBe(0)
  const document = await desk.downloaded(page, '述职报告')
  for (const words of [
    `${huashan.office}${year}年度述职报告`,
    '停车的事我每周过一遍。',
    `${parking}（没有销号）`,
    '新增车位六十个',
  ])
    expect(document).toContain(words)
})

test('all ten reports are handed in and passed, and only then does the meeting begin', async () => {
  const { office, pages, stage, deskOf } = here
  await Promise.all(
    streets
      .slice(1)
      .map((one) => steps.handsIn({ office, own: deskOf(one) }, reports.get(one.name) ?? '', one)),
  )
  expect(await office.refused(`appraisal-cycle/${cycle}/startMeeting`)).toBe('reportsAreReviewed')
  await openWaiting(pages.office, `${huashan.office}${year}年度述职报告`)
  await desk.passes(pages.office)
  await pages.office.goto(`${stage.url}/r/${cycle}`)
  await closes(pages.office, '转入会上述职评议')
})

test('R037 the meeting is run from one page: one report, one comment, each with a problem', async () => {
  const { office, pages, stage } = here
  const page = pages.office
  await page.goto(`${stage.url}/r/${cycle}`)
  meeting = await desk.plansMeeting(page, year)
  const above = await openDesk(stage.url, 'shiwei-zuzhi', district)
  await page.goto(`${stage.url}/reviews/${meeting}`)
  await review.presses(page, '按述职报告列名单')
  await page.getByText('已点评 0 / 10').waitFor()
  await review.presses(page, '通知')
  await above.asks(`appraisal-meeting/${meeting}/planAttendance`)
  await review.presses(page, '开会')
  await page.getByRole('button', { name: '开始述职' }).waitFor()
  await above.asks(`appraisal-meeting/${meeting}/observer/${unitNamed('市委组织部')}/attend`)
  const said = {
    comment: '抓老旧小区有办法，支部作用还不实。',
    problems: [branch, '楼栋党小组没有实体运行'],
  }
  expect(await review.runsFloor(page, said)).toBe(huashan.office)
  const asks = (street: Street, command: string, data = {}) =>
    office.refused(`appraisal-meeting/${meeting}/reporter/${street.unit}/${command}`, data)
  const comment = '商圈共建有声有色'
  expect(await asks(huguo, 'comment', { comment, problems: problemOf(huguo) })).toBe('isItsTurn')
  expect(await asks(huguo, 'begin')).toBeUndefined()
  expect(await asks(daguan, 'begin')).toBe('previousIsCommented')
  expect(await asks(huguo, 'end')).toBeUndefined()
  expect(await asks(huguo, 'comment', { comment, problems: '好\n好' })).toBe('namesProblems')
  expect(await asks(huguo, 'comment', { comment, problems: problemOf(huguo) })).toBeUndefined()
  for (const of of streets.slice(2))
    await steps.tellsReport(office, meeting, { of, problems: problemOf(of) })
  await page.reload()
  await page.getByText('已点评 10 / 10').waitFor()
  expect(await office.rows('appraisal-problem', `f.meeting=${meeting}`)).toHaveLength(11)
})

test('those in the room vote by slips; what fewer than five chose stands with its neighbour', async () => {
  const { office, head, pages, stage, valueOf, stateOf } = here
  await review.setsVoters(pages.office, 12)
  await expect.poll(() => valueOf(meeting, 'voters'), soon).toBe(12)
  await pages.head.goto(`${stage.url}/reviews/${meeting}`)
  const codes = await review.slipsPrinted(pages.head)
  expect(new Set(codes).size).toBe(12)
  await tenVote(stage, codes)
  const told = await review.votesCounted(pages.head, 11)
  expect(told).toContain('发出 11 票，收回 10 票，投票率 90.9%')
  expect(told).toMatch(new RegExp(`${huashan.office}\\s+好或较好\\s*10`, 'u'))
  expect(await office.statusOf(`record/${meeting}/ballot`), 'no desk reads the totals').toBe(403)
  await expect.poll(() => valueOf(meeting, 'cast'), soon).toBe(10)
  expect(textIn(await head.record(meeting), 'tally')).toBeUndefined()
  await review.endsMeeting(pages.office, '十个街道逐一述职、逐一点评，问题转入整改。')
  await expect.poll(() => stateOf(meeting), soon).toBe('closed')
})

test('R035 every must-be-told section is rated by itself before rectification begins', async () => {
  const { head, office, pages, stage } = here
  const begin = `appraisal-cycle/${cycle}/startRectifying`
  expect(await office.refused(begin)).toBe('mustTopicsAreRemarked')
  await pages.head.goto(`${stage.url}/reports/${reports.get(huashan.name)}`)
  await desk.remarksOnSection(pages.head, '城市基层党建', '讲得实，数要再往前比三年。')
  await steps.remarksOnRest(head, reports, { of: huashan, title: '城市基层党建' })
  await pages.office.goto(`${stage.url}/r/${cycle}`)
  await closes(pages.office, '转入会后整改落实')
})

test('R040 a person rates with reasons; the one rated sees what spoke for what, objects, is answered', async () => {
  const { leader, pages, stage, deskOf } = here
  const rating = await desk.preparesRating(pages.head, year)
  const seen = await leader.record(rating)
  expect(textIn(seen, 'votes')).toMatch(new RegExp(`^${steps.today} 发出 11 票，收回 10 票：`, 'u'))
  expect(valueIn(seen, 'grade')).toBeUndefined()
  const title = `${huashan.office}${year}年度评定`
  await openWaiting(pages.leader, title)
  await pages.leader.getByText('收回 10 票').waitFor()
  await desk.rates(pages.leader, '较好', '停车难有起色，小区支部作用发挥不够。')
  const clerk = await openDesk(stage.url, 'huashan-jingban')
  expect([
    await clerk.statusOf(`record/${rating}`),
    await deskOf(huguo).statusOf(`record/${rating}`),
  ]).toEqual([404, 404])
  await openWaiting(pages.secretary, title)
  await desk.says(pages.secretary, '提出不同意见', {
    field: '不同意见',
    words: '两个支部已恢复活动。',
  })
  await openWaiting(pages.leader, title)
  const answer = '恢复活动不满一个月，明年再看。'
  await desk.says(pages.leader, '答复：维持', { field: '答复', words: answer })
  await pages.secretary.goto(`${stage.url}/r/${rating}`)
  await pages.secretary.getByText(answer).first().waitFor()
  expect((await leader.record(rating)).record.state).toBe('final')
})

test('R041 an average grade proposes an interview, and the committee decides', async () => {
  const { head, leader, pages, deskOf } = here
  for (const one of streets.slice(1))
    await steps.ratesStreet({ head, leader, own: deskOf(one) }, one, {
      year,
      isLow: one === fengning,
    })
  const ratings = await head.rows('appraisal-rating')
  expect(ratings.map(({ state }) => state)).toEqual(streets.map(() => 'final'))
  const title = `${fengning.office}${year}年度约谈`
  const interviews = await head.rows('interview')
  expect(interviews.map((one) => [one.title, one.state])).toEqual([[title, 'proposed']])
  const path = `record/${interviews[0]?.id}`
  expect(await deskOf(fengning).statusOf(path), 'not before the committee has decided').toBe(404)
  await openWaiting(pages.leader, title)
  await closes(pages.leader, '同意约谈')
  expect(await deskOf(fengning).statusOf(path)).toBe(200)
})

test('R042 R047 a problem is closed by somebody else, and a look-back opens it again', async () => {
  const { pages, stage, deskOf, stateOf, problemNamed, putsRight } = here
  await desk.claimsAndSubmits(pages.secretary, branch)
  const problem = await problemNamed(branch)
  expect(await deskOf(huashan).refused(`appraisal-problem/${problem}/accept`)).toBe('notAllowed')
  await openWaiting(pages.office, branch)
  await desk.says(pages.office, '验收销号', { field: '验收意见', words: '实地看过，属实' })
  await pages.office.goto(`${stage.url}/r/${problem}`)
  await desk.looksBack(pages.office, '一个支部又停了活动')
  expect(await stateOf(problem)).toBe('rectifying')
  await putsRight(huguo, await problemNamed(problemOf(huguo)))
  await Promise.all(streets.map((one) => steps.claimsRest(deskOf(one))))
})

test('the next year begins with what is still open', async () => {
  const { office, pages, stage, valueOf } = here
  await pages.office.goto(`${stage.url}/r/${cycle}`)
  await closes(pages.office, '办结归档')
  await office.asks('must-answer-question/ask', { title: '社区减负怎样见效', year: year + 1 })
  const next = await office.asks('appraisal-cycle/plan', {
    year: year + 1,
    category: 'street',
    meetingOn: steps.inDays(20),
    reporters: streets.map(({ unit }) => unit),
  })
  await pages.office.goto(`${stage.url}/r/${next}`)
  await closes(pages.office, '部署，开始会前调研')
  // Two from before, one of the visit, eleven of the comments but for the one that was closed.
  expect(await valueOf(next, 'stillOpen')).toBe(13)
  expect(await valueOf(next, 'nth')).toBe(2)
  const report = (await steps.reportsOf(office, next)).get(huashan.name) ?? ''
  const sections = await steps.sectionsOf(office, report)
  const problems = sections.find(({ title }) => title.includes('问题整改'))?.id ?? ''
  const evidence = textIn(await office.record(problems), 'evidence')
  for (const title of [parking, branch]) expect(evidence).toContain(`${title}（没有销号）`)
})

test('everything derived anew from the events is what stands there', async () => {
  expect(await here.stage.stopProduct()).toEqual({ code: 0, signal: null })
  expect(await recheckProgram(here.stage.home)).toEqual({ code: 0, said: '' })
})
