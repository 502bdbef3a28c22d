import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recheckProgram } from '../faults/programs.ts'
import { areaNamed, openStage, type Stage } from './main-job-stage.ts'
import { openOfficialPage, openWaiting, pick, press, pressMore } from './official-page.ts'
import { openOfficial, openOthers, type Other } from './others.ts'
import { more, names, unit } from './whistle-cast.ts'
import { choose, closes, presses, takeStep } from './whistle-steps.ts'
import { figuresOf, overviewOf } from './whistle-figures.ts'
import { partiesOf, recordsOf, toldOf } from './whistle-store.ts'

const street = areaNamed('华山街道')
const title = '夜市占道经营'

let stage: Stage
let others: readonly Other[]
/** Each in a post of theirs that has nothing to do with the whistle. */
let elsewhere: Readonly<
  Record<'street' | 'lead' | 'late' | 'disputing' | 'arbiter' | 'head', Other>
>
let appeal = ''
let whistle = ''
const pages: Record<string, Page> = {}

beforeAll(async () => {
  stage = await openStage(more)
  const { url } = stage
  others = await openOthers(url, areaNamed('威远街社区居民委员会'))
  elsewhere = {
    street: await openOfficial(url, 'huashan', '华山街道综合行政执法队'),
    lead: await openOfficial(url, 'chengguan', '五华区水务局'),
    late: await openOfficial(url, 'gongan', '五华区教育体育局'),
    disputing: await openOfficial(url, 'zhujian', '五华区教育体育局'),
    arbiter: await openOfficial(url, 'bianban', '五华区教育体育局'),
    head: await openOfficial(url, 'huashan-fuze', '护国街道城市管理办公室'),
  }
  for (const login of ['huashan-jingban', 'chengguan', 'gongan', 'zhujian', 'bianban'])
    pages[login] = await openOfficialPage(stage.browser, url, login)
}, 120_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/journeys/${task.name}`)
})

afterAll(() => stage.clear())

test('an appeal reaches a street that cannot solve it alone', async () => {
  const desk = await openOfficial(stage.url, 'zuoxi')
  const handler = await openOfficial(stage.url, 'huashan-jingban')
  const detail = '文林街夜市占道摆摊、乱停车，无证照经营，街道去过几次没有用。'
  const register = { area: street, data: { title, detail, channel: 'phone' } }
  expect(await desk.ask('/api/resident-appeal/register', register)).toBe(200)
  const [newest] = await recordsOf(stage.db, 'resident-appeal')
  appeal = newest?.id ?? ''
  const dispatch = { lead: unit.street, category: '0103', limitClass: 'general' }
  const on = (command: string) => `/api/resident-appeal/${appeal}/${command}`
  expect(await desk.ask(on('dispatch'), { data: dispatch })).toBe(200)
  expect(await handler.ask(on('sign'), { data: {} })).toBe(200)
})

test('R016 the street whistles for three departments out of the appeal', async () => {
  const page = pageOf('huashan-jingban')
  const matter = '多部门职责交叉，请到文林街现场联合整治。'
  await openWaiting(page, title)
  await pressMore(page, '吹哨')
  await page.getByRole('textbox', { name: '吹哨事由' }).fill(matter)
  await choose(page, '哨类', '综合执法哨')
  await pick(page, '牵头部门', names.lead)
  for (const one of [names.lead, names.late, names.disputing]) await pick(page, '报到部门', one)
  const data = { occasion: 'enforcement', lead: unit.lead, called: [unit.late], matter }
  await taken(appeal, {
    path: `/api/resident-appeal/${appeal}/whistle`,
    data,
    wrong: [elsewhere.street],
    // The whistle is opened in the same ask.
    does: () => presses(page, '吹哨', '吹综合执法哨'),
  })
  const [newest] = await recordsOf(stage.db, 'street-whistle')
  whistle = newest?.id ?? ''
  expect(newest?.state).toBe('responding')
  expect([...(await partiesOf(stage.db, whistle)).values()]).toEqual(['called', 'called', 'called'])
})

test('the first department signs and arrives in time', async () => {
  const page = pageOf('chengguan')
  await openWaiting(page, title)
  await ofParty('lead', 'sign', {
    does: () => presses(page, `签收（${names.lead}）`, `${names.lead} 签收`),
  })
  await press(page, `报到（${names.lead}）`)
  await page.getByRole('radio', { name: '到场' }).check()
  const arrives = () => presses(page, '报到', `${names.lead} 报到`)
  await ofParty('lead', 'arrive', { does: arrives, data: { how: 'onSite' } })
})

test('the second says it is not its business, and the district’s arbiter releases it', async () => {
  const page = pageOf('zhujian')
  const reason = '现场没有在建工程，不属于本局职责。'
  await openWaiting(page, title)
  await press(page, `提出争议（${names.disputing}）`)
  await page.getByRole('textbox', { name: '理由' }).fill(reason)
  const disputes = () => closes(page, '提出争议')
  await ofParty('disputing', 'dispute', { does: disputes, data: { reason } })
  const arbiter = pageOf('bianban')
  await openWaiting(arbiter, title)
  await press(arbiter, `裁定不再参加（${names.disputing}）`)
  await arbiter.getByRole('textbox', { name: '理由' }).fill('确不涉及在建工程。')
  await taken(whistle, {
    path: party('disputing', 'release'),
    data: { reason: '试一试' },
    wrong: [elsewhere.arbiter, elsewhere.disputing],
    does: () => closes(arbiter, '裁定不再参加'),
  })
  expect((await partiesOf(stage.db, whistle)).get(unit.disputing)).toBe('released')
})

test('the third comes when its time is over', async () => {
  await expect
    .poll(() => toldOf(stage.db, whistle), { timeout: 90_000, interval: 1_000 })
    .toContain('DepartmentArrivedLate')
  const page = pageOf('gongan')
  await openWaiting(page, title)
  await ofParty('late', 'sign', {
    does: () => presses(page, `签收（${names.late}）`, `${names.late} 签收`),
  })
  await press(page, `报到（${names.late}）`)
  await page.getByRole('radio', { name: '到场' }).check()
  // The page has told already that their coming was overdue.
  const arrives = () => closes(page, '报到')
  await ofParty('late', 'arrive', { does: arrives, data: { how: 'onSite' } })
})

test('both do their part, and only the lead hands in the result', async () => {
  for (const [who, login] of [
    ['lead', 'chengguan'],
    ['late', 'gongan'],
  ] as const) {
    const page = pageOf(login)
    const result = '已清理摊位、劝离车辆，查处无照经营三户。'
    await openWaiting(page, title)
    await press(page, `提交本单位办理情况（${names[who]}）`)
    await page.getByRole('textbox', { name: '办理情况' }).fill(result)
    const finishes = () => closes(page, '提交本单位办理情况')
    await ofParty(who, 'finish', { does: finishes, data: { result } })
  }
  await submits()
})

test('R016 only the street sends the result back once, and then accepts and closes', async () => {
  const page = pageOf('huashan-jingban')
  const reason = '周末夜间仍有摊位，请再安排一次夜查。'
  await openWaiting(page, title)
  await press(page, '退回再办')
  await page.getByRole('textbox', { name: '理由' }).fill(reason)
  await onWhistle('sendBack', [elsewhere.street, elsewhere.lead], {
    does: () => closes(page, '退回再办'),
    data: { reason },
  })
  await submits()
  await openWaiting(page, title)
  const right = [elsewhere.street, elsewhere.lead, elsewhere.head]
  await onWhistle('accept', right, { does: () => closes(page, '验收销哨') })
  const [closed] = await recordsOf(stage.db, 'street-whistle')
  expect(closed?.state).toBe('closed')
})

test('R116 each side judges the other, and nobody else does', async () => {
  const found = await recordsOf(stage.db, 'department-evaluation')
  expect(found.map(({ state }) => state)).toEqual(['judging', 'judging'])
  const byStreet = await openOfficial(stage.url, 'huashan-jingban')
  const byDepartments = {
    [unit.lead]: await openOfficial(stage.url, 'chengguan'),
    [unit.late]: await openOfficial(stage.url, 'gongan'),
  }
  for (const { id, fields } of found) {
    const department = Number(Object(fields)['department'])
    const judged = (of: string) =>
      Object.fromEntries(
        ['Response', 'Attitude', 'Quality', 'Result'].map((one) => [`${of}${one}`, 'good']),
      )
    const own = byDepartments[department]
    if (own === undefined) throw new Error(`nobody of ${department}`)
    for (const [right, wrong, side] of [
      [byStreet, own, 'department'],
      [own, byStreet, 'street'],
    ] as const)
      await taken(id, {
        path: `/api/department-evaluation/${id}/${side === 'department' ? 'judgeDepartment' : 'judgeStreet'}`,
        data: judged(side),
        wrong: [wrong],
        does: async () => {
          const path = `/api/department-evaluation/${id}/${side === 'department' ? 'judgeDepartment' : 'judgeStreet'}`
          expect(await right.ask(path, { data: judged(side) })).toBe(200)
        },
      })
  }
  const after = await recordsOf(stage.db, 'department-evaluation')
  expect(after.map(({ state }) => state)).toEqual(['replying', 'replying'])
})

test('the appeal hears of it and is answered', async () => {
  await expect.poll(() => toldOf(stage.db, appeal)).toContain('WhistleHeard')
  const page = pageOf('huashan-jingban')
  const publicAnswer = '已联合城管、公安整治夜市，周末安排夜查。'
  await openWaiting(page, title)
  await press(page, '答复')
  await page.getByRole('textbox', { name: '答复内容' }).fill(publicAnswer)
  await taken(appeal, {
    path: `/api/resident-appeal/${appeal}/submitAnswer`,
    data: { publicAnswer },
    wrong: [elsewhere.street],
    does: () => closes(page, '提交答复', '答复'),
  })
})

test('one of the two that were to come came in time, and so says every figure', async () => {
  const figures = await figuresOf(pageOf('huashan-jingban'), 'N14', street)
  expect(figures['arrival']).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
  expect(figures['closing']).toMatchObject({ numerator: 1, denominator: 1 })
  const leader = await openOfficialPage(stage.browser, stage.url, 'lingdao')
  const counted = { called: 2, arrivedInTime: 1, closed: 1, closedInTime: 1 }
  expect(await overviewOf(leader, 'street-whistle', street)).toMatchObject(counted)
})

test('everything derived anew from the events is what stands there', async () => {
  expect(await stage.stopProduct()).toEqual({ code: 0, signal: null })
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
})

async function submits(): Promise<void> {
  const page = pageOf('chengguan')
  const result = '三处点位已全部清理，安排夜间巡查。'
  await openWaiting(page, title)
  await press(page, '提请验收')
  await page.getByRole('textbox', { name: '总体办理情况' }).fill(result)
  const wrong = [elsewhere.lead, elsewhere.late]
  await onWhistle('submit', wrong, { does: () => closes(page, '提请验收'), data: { result } })
}

type Does = { readonly does: () => Promise<void>; readonly data?: object }

function ofParty(
  who: 'lead' | 'late' | 'disputing',
  command: string,
  { does, data = {} }: Does,
): Promise<void> {
  return taken(whistle, { path: party(who, command), data, wrong: [elsewhere[who]], does })
}

function onWhistle(
  command: string,
  wrong: readonly Other[],
  { does, data = {} }: Does,
): Promise<void> {
  return taken(whistle, { path: `/api/street-whistle/${whistle}/${command}`, data, wrong, does })
}

function taken(
  record: string,
  step: Does & { readonly path: string; readonly data: object; readonly wrong: readonly Other[] },
): Promise<void> {
  return takeStep({ db: stage.db, others, record, ...step })
}

function party(who: 'lead' | 'late' | 'disputing', command: string): string {
  return `/api/street-whistle/${whistle}/department/${unit[who]}/${command}`
}

function pageOf(login: string): Page {
  const page = pages[login]
  if (page === undefined) throw new Error(`${login} is not signed in`)
  return page
}
