import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../testing/access-table.ts'
import { tell } from '../testing/told.ts'
import { platformIndicators } from './indicators.ts'
import { fourPlatforms } from './kind.ts'
import { platforms } from './platforms.ts'

const kind = 'four-platforms'
const clerk = post('clerk', unit.street)
const above = post('leader', unit.government)
const four = {
  safety: unit.office,
  market: unit.bureau,
  enforcement: unit.office,
  service: unit.street,
  servicePeople: 6,
}

function running() {
  const told = tell([fourPlatforms])
  const id = told.begin(`${kind}/establish`, town.street, [clerk, '08-03 09:00', four])
  return { ...told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(fourPlatforms)).toEqual([])
})

test('R114 a street has exactly the four platforms, once, where the city works this way', () => {
  expect(platforms.map(({ label }) => label)).toEqual([
    '综治工作平台',
    '市场监管平台',
    '综合执法平台',
    '便民服务平台',
  ])
  const off = tell([fourPlatforms], governedWorld([fourPlatforms], { practices: [] }))
  const start = `${kind}/establish`
  expect(off.tries(start, town.street, [clerk, '08-03 09:00', four])).toBe('practiceIsOn')
  const told = tell([fourPlatforms])
  for (const { value } of platforms) {
    const three = { ...four, [value]: null }
    expect(told.tries(start, town.street, [clerk, '08-03 09:00', three])).toBe('hasAllFour')
  }
  expect(told.tries(start, town.street, [clerk, '08-03 09:00', four])).toBeUndefined()
  expect(told.tries(start, town.street, [clerk, '08-03 09:00', four])).toBe('claimTaken')
})

test('R114 adjusting keeps all four', () => {
  const told = running()
  const adjust = (data: object) =>
    told.refused(told.id, 'adjust', [clerk, '08-04 09:00', { ...four, ...data }])
  expect(adjust({ market: null })).toBe('hasAllFour')
  expect(adjust({ market: unit.traffic })).toBeUndefined()
  expect(told.record(told.id)).toMatchObject({
    title: '前街街道四个平台',
    fields: { market: unit.traffic, holder: unit.street },
  })
})

test('F08 counts the platforms that a street runs', () => {
  const told = running()
  expect(told.counted(kind)).toEqual({ platforms: 4, streets: 1 })
  told.does(told.id, 'close', [above, '08-05 09:00', { reason: '机构改革' }])
  expect(told.state(told.id)).toBe('closed')
  expect(told.counted(kind)).toEqual({ platforms: 0, streets: 0 })
  expect(platformIndicators).toMatchObject([
    { id: 'F08', references: [{ value: 4, asOf: '2022-06', place: '浙江' }] },
  ])
})

test('the street establishes and adjusts, those above close, all read', () => {
  const { world, record, id } = running()
  const own = of(['street'])
  expect(starters(fourPlatforms, world, town.street)).toEqual({ establish: own })
  expect(seers(fourPlatforms, world, record(id))).toEqual(everyone.slice(0, -2))
  expect(askers(fourPlatforms, world, record(id))).toEqual({
    adjust: own,
    close: of(['cityCommittee', 'cityGovernment', 'committee', 'government']),
  })
})
