import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, unit } from '../../../kernel/testing.ts'
import { all, limitsOf, type Linked, starters } from '../../four-level-linkage/testing.ts'
import {
  everyUnit,
  bureau,
  community,
  delivered,
  here,
  market,
  openRoom,
  reportedIn,
  traffic,
} from '../testing/market.ts'
import { unitBalance } from './kind.ts'

const draw = { kind: 'unit-balance', command: 'draw', ...here }

/** The bureau's year: a report-in, a project, a room that was used, an agreement, a member. */
function year(): Linked {
  return yearWithMembers().told
}

/** So many that what each of them did stays their own. */
const many = ['甲', '乙', '丙', '丁', '戊']

function yearWithMembers(): { readonly told: Linked; readonly members: readonly string[] } {
  const { told, id, resource } = delivered()
  told.step(id, ['judge', community, '08-21 09:00'], { rating: 'good', words: '老人有了去处' })
  told.step(id, ['judge', bureau, '08-21 10:00'], { rating: 'good' })
  const drafted = told.step(id, ['draftAgreement', community, '08-21 11:00'])
  const [agreement = ''] = told.opened(drafted, 'cobuild-agreement')
  told.step(agreement, ['sign', bureau, '08-24 09:00'])
  const report = { kind: 'unit-report-in', command: 'report', ...here }
  const own = told.begin(report, [bureau, '08-24 10:00'], {
    community: unit.community,
    promise1: '每月一次开放日',
    promise2: '帮社区修路灯',
  })
  told.step(own, ['confirm', community, '08-24 11:00'])
  told.step(own, ['tellProgress', bureau, '08-25 09:00'], {
    promise: '1',
    progress: '已办两次',
    isKept: true,
  })
  const book = { kind: 'resource-booking', command: 'book', ...here }
  const booking = told.begin(book, [community, '08-25 10:00'], {
    resource,
    day: '2026-08-29',
    slot: 'morning',
    purpose: '合唱排练',
  })
  told.step(booking, ['noteUse', community, '08-29 12:00'], { people: 30, rating: 'good' })
  const register = { kind: 'member-report-in', command: 'register', ...here }
  const members = many.map((name) => {
    const promise = `${name}教老人用手机`
    const member = told.begin(register, [community, '08-30 09:00'], { unit: unit.bureau, promise })
    told.step(member, ['confirm', community, '08-30 10:00'])
    told.step(member, ['noteService', community, '08-31 09:00'], { sort: 'skill', hours: 4 })
    return member
  })
  return { told, members }
}

test('the declaration is sound', () => {
  expect(problemsIn(unitBalance)).toEqual([])
})

test('a year is summed up from its own records', () => {
  const told = year()
  const id = told.begin(draw, [bureau, '2027-01-10 09:00'], { year: 2026 })
  expect(told.fields(id)).toMatchObject({
    unit: unit.bureau,
    drawnOn: '2027-01-10',
    reportIns: 1,
    promised: 2,
    kept: 1,
    projects: 1,
    judged: 1,
    good: 1,
    served: 270,
    resources: 1,
    bookings: 1,
    agreements: 1,
    memberHours: 20,
    projectLines:
      '一社区：老人缺一处活动室：一楼大会议室，服务 240 人次，社区评价“好”：老人有了去处',
    resourceLines: '一楼大会议室：使用 1 次',
    promiseLines: '一社区：每月一次开放日——已兑现\n一社区：帮社区修路灯——还没有践诺记录',
    memberLines: '专业特长 20 小时',
  })
  expect(told.fields(id)['summary']).toBe(
    '2026 年，本单位到 1 个社区报到，作出承诺 2 项，兑现 1 项；' +
      '办成共建项目 1 个，其中双方评价 1 个，社区评价为好 1 个；开放资源 1 项，被使用 1 次；' +
      '签署共建协议 1 份；服务居民 270 人次；在职党员在社区服务 20 小时。',
  )
})

test('what was not done is not told on a sheet that is hung up', () => {
  const told = market()
  const summary = (by: typeof bureau) =>
    told.fields(told.begin(draw, [by, '12-20 09:00'], { year: 2026 }))['summary']
  openRoom(told)
  expect(summary(bureau)).toBe('2026 年，本单位开放资源 1 项。')
  expect(summary(traffic)).toBe('2026 年还没有可记的共建事项。')
})

test('of a member the unit learns kinds and hours, neither home nor name', () => {
  const told = year()
  const id = told.begin(draw, [bureau, '2027-01-10 09:00'], { year: 2026 })
  expect(told.fields(id)).toMatchObject({ memberLines: '专业特长 20 小时', memberHours: 20 })
  expect(JSON.stringify(told.fields(id))).not.toContain('教老人用手机')
})

test('hours served stay in their year’s balance, though a new year’s service has begun', () => {
  const { told, members } = yearWithMembers()
  const [first = ''] = members
  const served = { sort: 'post', hours: 2, onDay: '2027-01-04' }
  for (const member of members)
    told.step(member, ['noteService', community, '2027-01-04 09:00'], served)
  const last = told.begin(draw, [bureau, '2027-01-20 09:00'])
  expect(told.fields(last)).toMatchObject({ year: 2026, memberHours: 20 })
  told.step(first, ['leave', community, '2027-02-01 09:00'], { reason: '调离' })
  const next = told.begin(draw, [bureau, '2028-01-10 10:00'], { year: 2027 })
  expect(told.fields(next)).toMatchObject({ memberHours: 10, memberLines: '认领岗位 10 小时' })
})

test('another unit, another year: nothing of it', () => {
  const told = year()
  const other = told.begin(draw, [traffic, '12-20 09:00'], { year: 2026 })
  expect(told.fields(other)).toMatchObject({ reportIns: 0, projects: 0, memberHours: 0 })
  const before = told.begin(draw, [bureau, '12-20 09:10'], { year: 2025 })
  expect(told.fields(before)).toMatchObject({ reportIns: 0, projects: 0, memberHours: 0 })
  expect(told.refused(before, ['issue', bureau, '12-20 09:20'])).toBe('somethingWasDone')
  expect(told.tries(draw, [bureau, '12-20 09:30'], { year: 2027 })).toMatchObject({
    refused: 'yearHasBegun',
  })
})

test('without a year it is this one, in January and February the last', () => {
  const drawn = (moment: string) => market().tries(draw, [bureau, moment])
  expect(drawn('12-20 09:00')).toMatchObject({ record: { fields: { year: 2026 } } })
  expect(drawn('03-01 09:00')).toMatchObject({ record: { fields: { year: 2026 } } })
  expect(drawn('02-28 09:00')).toMatchObject({ record: { fields: { year: 2025 } } })
})

test('what is only proposed or unconfirmed does not count', () => {
  const { told } = reportedIn(market(), {}, false)
  const id = told.begin(draw, [bureau, '08-20 09:00'], { year: 2026 })
  expect(told.fields(id)).toMatchObject({ reportIns: 0, promised: 0 })
})

test('it is drawn anew until it is issued, once a year', () => {
  const { told, id: report } = reportedIn()
  const done = told.tries(draw, [bureau, '08-20 09:00'], { year: 2026 })
  expect(done).toMatchObject({ record: { title: '东区城管局2026年共建账' } })
  const id = done.ok ? done.record.id : ''
  expect(told.fields(id)['kept']).toBe(0)
  expect(told.expected(id)).toEqual([`${unit.bureau} issue`])
  const told1 = { promise: '1', progress: '办了三次', isKept: true }
  told.step(report, ['tellProgress', bureau, '08-21 09:00'], told1)
  told.step(id, ['redraw', bureau, '08-21 10:00'])
  expect(told.fields(id)).toMatchObject({ kept: 1, drawnOn: '2026-08-21' })
  expect(told.tries(draw, [bureau, '08-21 11:00'], { year: 2026 })).toMatchObject({
    refused: 'claimTaken',
  })
  const issued = told.step(id, ['issue', bureau, '08-22 09:00'], { outlook: '再开放一处' })
  expect(told.counts(issued)).toEqual([`+issued ${unit.bureau}`])
  expect(told.state(id)).toBe('issued')
  expect(told.fields(id)['outlook']).toBe('再开放一处')
  expect(told.tries(draw, [bureau, '08-23 11:00'], { year: 2026 }).ok).toBe(false)
})

test('one that waits to be issued is noted', () => {
  const { told } = reportedIn()
  const id = told.begin(draw, [bureau, '08-20 09:00'], { year: 2026 })
  expect(told.until('09-03 17:00', id)).toEqual(['BalanceUnissued'])
  expect(limitsOf(unitBalance)).toEqual({ 'balance.issuing': '10 个工作日' })
})

test('a unit draws and issues its own, everybody reads', () => {
  const told = market()
  const attempt = (by: typeof bureau) => told.tries(draw, [by, '12-20 09:00'], { year: 2026 })
  expect(starters(attempt).toSorted()).toEqual(everyUnit)
  const { told: own } = reportedIn()
  const id = own.begin(draw, [bureau, '08-20 09:00'], { year: 2026 })
  expect(own.readers(id)).toHaveLength(24)
  expect(own.offered(id)).toEqual({ redraw: all(unit.bureau), issue: all(unit.bureau) })
  expect(own.refused(id, ['issue', post('head', unit.traffic), '08-21 09:00'])).toBe('notAllowed')
})
