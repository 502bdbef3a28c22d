import { expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { isCover } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { all, limitsOf, linked, starters } from '../testing.ts'
import { conversionIndicators } from './indicators.ts'
import { villageConversion } from './kind.ts'

const street = post('clerk', unit.street)
const district = post('clerk', unit.organisation)
const open = { kind: 'village-conversion', command: 'open', area: town.community }
const checklist = ['organisation', 'management', 'running', 'assets'] as const
const converted = { name: '一社区', convertedOn: '2025-06-30' }

/** The town, whose first community was a village, and whose streets handle what is theirs. */
function directory() {
  const { directory: plain } = governedWorld([])
  const areas = new Map(plain.areas)
  const first = areas.get(town.community)
  if (first !== undefined) areas.set(town.community, { ...first, flags: ['village'] })
  const own = [...plain.units.values()]
  const streets = own.filter(({ type }) => type === 'street')
  return { ...plain, areas, byFunction: new Map([...plain.byFunction, ['handle', streets]]) }
}

const conversions = () => linked([villageConversion], { world: { directory: directory() } })

function opened() {
  const told = conversions()
  return { told, id: told.begin(open, [street, '08-03 09:00'], converted) }
}

function settled(items: readonly string[] = checklist) {
  const one = opened()
  for (const item of items)
    one.told.step(one.id, ['settle', street, '08-04 09:00'], { item, words: '已理顺' })
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(villageConversion)).toEqual([])
  expect(limitsOf(villageConversion)).toEqual({ 'conversion.settle': '365 个自然日' })
})

test('R109 the checklist closes only when all four are settled', () => {
  for (const value of checklist) {
    const others = checklist.filter((one) => one !== value)
    const { told, id } = settled(others)
    expect(told.refused(id, ['close', street, '08-05 09:00'])).toBe('allSettled')
    expect(told.expected(id)).toEqual([`${unit.street} settle`])
    told.step(id, ['settle', street, '08-05 10:00'], { item: value, words: '已理顺' })
    expect(told.expected(id)).toEqual([`${unit.street} close`])
    told.step(id, ['close', street, '08-05 11:00'])
    expect(told.state(id)).toBe('closed')
  }
})

test('R109 a converted community has its checklist closed or is listed', () => {
  const world = governedWorld([], { directory: directory() })
  const where = { world, area: town.city, at: at('12-31 12:00') }
  const [all] = conversionIndicators.flatMap(({ numerator }) => numerator).filter(isCover)
  if (all === undefined) throw new Error('nobody is listed')
  const listed = (closed: number) =>
    coveringOf(all.covered, where, (_, kind, measure) =>
      kind === 'village-conversion' && measure === 'state:closed' ? closed : 0,
    ).map(({ area, has }) => [area?.code, has])
  expect(listed(0)).toEqual([[town.community, false]])
  expect(listed(1)).toEqual([[town.community, true]])
})

test('an item is settled once, and returned only when it was', () => {
  const { told, id } = settled(['assets'])
  const settle = { item: 'assets', words: '再理一次' }
  expect(told.refused(id, ['settle', street, '08-05 09:00'], settle)).toBe('isOpen')
  const back = { item: 'running', reason: '没有方案' }
  expect(told.refused(id, ['unsettle', district, '08-05 09:00'], back)).toBe('isSettled')
  told.step(id, ['unsettle', district, '08-05 09:00'], { ...back, item: 'assets' })
  expect(told.fields(id)['settled']).toEqual([])
})

test('what was closed may be opened again at one item', () => {
  const { told, id } = settled()
  told.step(id, ['close', street, '08-05 09:00'])
  const back = { item: 'assets', reason: '账目又有疑问' }
  told.step(id, ['reopen', district, '08-10 09:00'], back)
  expect(told.state(id)).toBe('open')
  expect(told.fields(id)['settled']).toHaveLength(3)
  told.step(id, ['settle', street, '08-11 09:00'], { item: 'assets', words: '已核清' })
  told.step(id, ['close', street, '08-11 10:00'])
  told.step(id, ['reopen', district, '08-12 09:00'], back)
  expect(told.refused(id, ['unsettle', district, '08-12 10:00'], back)).toBe('isSettled')
})

test('a closed checklist is opened at an item that was settled', () => {
  const { told, id } = settled()
  told.step(id, ['close', street, '08-05 09:00'])
  const none = { item: null, reason: '没有选' }
  expect(told.refused(id, ['reopen', district, '08-06 09:00'], none)).toBe('isSettled')
})

test('only a community that was a village is listed, once, and its street is reminded', () => {
  const told = conversions()
  const other = { ...open, area: 1112 }
  expect(told.tries(other, [street, '08-03 09:00'], converted)).toMatchObject({
    refused: 'isConverted',
  })
  const done = told.tries(open, [street, '08-03 09:00'], converted)
  expect(told.counts(done)).toEqual([`+opened ${unit.street}`])
  expect(told.tries(open, [street, '08-03 10:00'], converted)).toMatchObject({
    refused: 'claimTaken',
  })
  const short = linked([villageConversion], {
    world: {
      directory: directory(),
      parameters: {
        'conversion.settle': [{ from: 0, version: 't', value: { qty: 2, unit: 'day' } }],
      },
    },
  })
  short.begin(open, [street, '08-03 09:00'], converted)
  expect(short.until('08-06 09:00')).toEqual(['ConversionRanLate'])
})

test('street and community settle, street and district return, the street closes', () => {
  const fresh = conversions()
  const upper = all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation)
  expect(starters((by) => fresh.tries(open, [by, '08-03 09:00'], converted))).toEqual([
    ...upper,
    ...all(unit.street),
  ])
  const { told, id } = settled()
  expect(told.offered(id)).toEqual({
    settle: all(unit.street, unit.community),
    unsettle: [...upper, ...all(unit.street)],
    close: all(unit.street),
  })
  expect(told.readers(id)).toEqual([...upper, ...all(unit.street, unit.community)])
  told.step(id, ['close', street, '08-05 09:00'])
  expect(told.offered(id)).toEqual({ reopen: [...upper, ...all(unit.street)] })
})
