import { expect, test } from 'vitest'
import { unit } from '../../../kernel/testing.ts'
import { bureau, community, here, market } from '../testing/market.ts'

type Service = readonly [sort: string, hours: number]

/** The bureau's balance when so many of its members served, each as told. */
function balanceOf(served: readonly Service[], drawnAt = '2027-01-10 09:00') {
  const told = market()
  for (const [sort, hours] of served) {
    const register = { kind: 'member-report-in', command: 'register', ...here }
    const given = { unit: unit.bureau, promise: '教老人用手机' }
    const member = told.begin(register, [community, '08-03 09:00'], given)
    told.step(member, ['confirm', community, '08-03 10:00'])
    told.step(member, ['noteService', community, '08-04 09:00'], { sort, hours })
  }
  const draw = { kind: 'unit-balance', command: 'draw', ...here }
  const id = told.begin(draw, [bureau, drawnAt], { year: 2026 })
  return { told, id, drawn: told.fields(id) }
}

const four: readonly Service[] = [
  ['skill', 4],
  ['skill', 4],
  ['skill', 4],
  ['skill', 4],
]

test('the hours of fewer than five members are nobody’s to read in their unit’s balance', () => {
  const { told, id, drawn } = balanceOf(four)
  expect(drawn['memberHours']).toBeUndefined()
  expect(drawn['memberLines']).toBe('有服务记录的在职党员不足五人，不列小时')
  expect(drawn['summary']).toBe('2026 年还没有可记的共建事项。')
  expect(told.refused(id, ['issue', bureau, '12-21 09:00'])).toBe('somethingWasDone')
})

test('from five on their hours are told', () => {
  const { told, id, drawn } = balanceOf([...four, ['skill', 1]])
  expect(drawn).toMatchObject({ memberHours: 17, memberLines: '专业特长 17 小时' })
  expect(drawn['summary']).toBe('2026 年，本单位在职党员在社区服务 17 小时。')
  expect(told.refused(id, ['issue', bureau, '12-21 09:00'])).toBeUndefined()
})

test('a sort of service in which fewer than five served is not told apart', () => {
  expect(balanceOf([...four, ['emergency', 3]]).drawn).toMatchObject({
    memberHours: 19,
    memberLines: '合计 19 小时（有的种类不足五人，不分列）',
  })
})

test('where nobody served there is nothing to hide', () => {
  const { drawn } = balanceOf([])
  expect(drawn['memberHours']).toBe(0)
  expect(drawn['memberLines']).toBeUndefined()
})

test('while the year goes on no hours are told: two drawings would tell what lay between them', () => {
  for (const [drawnAt, hours] of [
    ['12-31 09:00', undefined],
    ['2027-01-01 09:00', 17],
  ] as const)
    expect(balanceOf([...four, ['skill', 1]], drawnAt).drawn['memberHours']).toBe(hours)
  expect(balanceOf(four, '12-31 09:00').drawn['memberLines']).toBe('服务小时在年度结束后列出')
})
