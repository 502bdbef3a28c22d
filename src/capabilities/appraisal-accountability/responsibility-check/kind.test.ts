import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, linked, starters } from '../../four-level-linkage/testing.ts'
import { responsibilityItem } from '../responsibility-item/kind.ts'
import { responsibilityCheck } from './kind.ts'

const office = post('clerk', unit.organisation)
const plan = { kind: 'responsibility-check', command: 'plan', area: town.district }
const planned: Data = {
  title: '上半年主体责任检查',
  year: 2026,
  units: [unit.street, unit.community],
  list: '书记：研究部署；班子成员：一岗双责',
  onDay: '2026-08-05',
}
const problem: Data = {
  unit: unit.street,
  title: '议事记录不全',
  detail: '上半年两次专题研究没有记录',
  dueOn: '2026-09-30',
}
const suggestion: Data = { ...problem, title: '提醒谈话', holder: unit.committee }

/** Planned by the district's organisation department on Monday 3 August at nine. */
function ahead(data: Data = {}) {
  const told = linked([responsibilityCheck, responsibilityItem])
  return { told, id: told.begin(plan, [office, '08-03 09:00'], { ...planned, ...data }) }
}

function underway() {
  const one = ahead()
  one.told.step(one.id, ['begin', office, '08-05 09:00'])
  return one
}

function opening(one: ReturnType<typeof underway>, command: string, data: Data) {
  const done = one.told.step(one.id, [command, office, '08-06 09:00'], data)
  const [item = ''] = one.told.opened(done, 'responsibility-item')
  return { done, item }
}

test('the declaration is sound', () => {
  expect(problemsIn(responsibilityCheck)).toEqual([])
  expect(limitsOf(responsibilityCheck)).toEqual({
    'check.conclude': '30 个自然日',
    'check.follow': '180 个自然日',
  })
  expect(responsibilityCheck.tellsReaders).toBe(true)
  expect(responsibilityCheck.fields.spoken.seenBy).toEqual([])
})

test('it is planned for those below, for today or a day to come, or cancelled', () => {
  const told = linked([responsibilityCheck])
  const tries = (data: Data) => told.tries(plan, [office, '08-03 09:00'], { ...planned, ...data })
  expect(tries({ units: [unit.foreignStreet] })).toMatchObject({ refused: 'unitsAreBelow' })
  expect(tries({ units: [unit.bureau] })).toMatchObject({ refused: 'unitsAreBelow' })
  expect(tries({ onDay: '2026-08-02' })).toMatchObject({ refused: 'isAhead' })
  const done = tries({ onDay: '2026-08-03' })
  expect(told.counts(done)).toEqual([`+rounds ${unit.committee}`])
  const id = done.ok ? done.record.id : ''
  const cancelled = told.step(id, ['cancel', office, '08-03 10:00'], { reason: '与巡察合并' })
  expect(told.counts(cancelled)).toEqual([`-rounds ${unit.committee}`])
  expect(told.state(id)).toBe('cancelled')
})

test('R122 persons spoken to are counted once each however often, and never by name', () => {
  const { told, id } = underway()
  const speak = (person: string, to: number = unit.street) =>
    told.asks(id, ['interview', office, '08-05 10:00'], { unit: to, person })
  expect(speak('王某某')).toMatchObject({ refused: 'isNoName' })
  expect(speak('01', unit.otherStreet)).toMatchObject({ refused: 'unitIsChecked' })
  expect(told.counts(speak('01'))).toEqual([`+interviewed ${unit.committee}`])
  expect(told.counts(speak('01'))).toEqual([])
  expect(told.counts(speak('02'))).toEqual([`+interviewed ${unit.committee}`])
  expect(told.counts(speak('01', unit.community))).toEqual([`+interviewed ${unit.committee}`])
  expect(told.fields(id)['interviewed']).toBe(3)
})

test('R122 the three results are what the round’s records say, those withdrawn left out', () => {
  const one = underway()
  const { told, id } = one
  told.step(id, ['interview', office, '08-05 10:00'], { unit: unit.street, person: '01' })
  told.step(id, ['interview', office, '08-05 11:00'], { unit: unit.street, person: '01' })
  const { item: mistaken } = opening(one, 'find', problem)
  opening(one, 'find', { ...problem, unit: unit.community })
  opening(one, 'suggest', suggestion)
  told.step(mistaken, ['withdraw', office, '08-07 09:00'], { reason: '记录已补交' })
  told.step(id, ['conclude', office, '08-10 09:00'], {
    interviewed: 9,
    problems: 9,
    suggestions: 9,
  })
  expect(told.fields(id)).toMatchObject({ interviewed: 1, problems: 1, suggestions: 1 })
  const silent = underway()
  silent.told.step(silent.id, ['conclude', office, '08-10 09:00'])
  expect(silent.told.fields(silent.id)).toMatchObject({
    interviewed: 0,
    problems: 0,
    suggestions: 0,
  })
})

test('a problem goes to the organisation that has it, a suggestion to one above it', () => {
  const one = underway()
  const { told, id } = one
  const asks = (command: string, data: Data) =>
    told.refused(id, [command, office, '08-06 09:00'], { ...suggestion, ...data })
  for (const command of ['find', 'suggest']) {
    expect(asks(command, { unit: unit.otherStreet })).toBe('unitIsChecked')
    expect(asks(command, { dueOn: '2026-08-06' })).toBe('dueIsAhead')
  }
  for (const holder of [unit.street, unit.otherStreet, unit.government])
    expect(asks('suggest', { holder })).toBe('holderIsAbove')
  expect(asks('suggest', { holder: unit.cityCommittee })).toBeUndefined()
  expect(asks('suggest', { holder: unit.street, unit: unit.community })).toBeUndefined()
  const found = opening(one, 'find', problem)
  expect(told.counts(found.done)).toEqual([`+problems ${unit.committee}`])
  expect(told.fields(found.item)).toMatchObject({
    sort: 'problem',
    round: id,
    superior: unit.committee,
    office: unit.organisation,
    unit: unit.street,
    holder: unit.street,
    dueOn: '2026-09-30',
  })
  const suggested = opening(one, 'suggest', suggestion)
  expect(told.counts(suggested.done)).toEqual([`+suggestions ${unit.committee}`])
  expect(told.fields(suggested.item)).toMatchObject({ sort: 'suggestion', holder: unit.committee })
  expect(told.fields(suggested.item)['detail']).toBeDefined()
})

test('it is not filed away while one item is open, and its results follow what became of them', () => {
  const one = underway()
  const { told, id } = one
  const { item } = opening(one, 'find', problem)
  told.step(id, ['conclude', office, '08-10 09:00'])
  expect(told.expected(id)).toEqual([`${unit.organisation} close`])
  expect(told.refused(id, ['close', office, '08-11 09:00'])).toBe('allEnded')
  const secretary = post('secretary', unit.street)
  told.step(item, ['answer', secretary, '08-11 10:00'], { outcome: 'done', result: '已补记并建制' })
  expect(told.refused(id, ['close', office, '08-12 09:00'])).toBe('allEnded')
  told.step(item, ['withdraw', office, '08-12 10:00'], { reason: '核实不属实' })
  told.step(id, ['close', office, '08-13 09:00'])
  expect(told.state(id)).toBe('closed')
  expect(told.fields(id)['problems']).toBe(0)
})

test('a day that passes, a check that does not end and a following that does not are noted', () => {
  const { told, id } = ahead()
  expect(told.expected(id)).toEqual([`${unit.organisation} begin`])
  expect(told.until('08-05 17:00', id)).toEqual(['CheckRanLate'])
  told.step(id, ['begin', office, '08-06 09:00'])
  expect(told.expected(id)).toEqual([`${unit.organisation} conclude`])
  expect(told.until('09-05 09:00', id)).toEqual(['CheckRanLong'])
  const early = linked([responsibilityCheck, responsibilityItem])
  const first = early.begin(plan, [office, '01-05 09:00'], { ...planned, onDay: '2026-01-06' })
  early.step(first, ['begin', office, '01-06 09:00'])
  early.step(first, ['conclude', office, '01-07 09:00'])
  expect(early.until('07-06 09:00', first)).toEqual(['CheckFollowRanLate'])
})

test('the organisation that checks, and its department, keep it; nobody else reads it', () => {
  const told = linked([responsibilityCheck])
  const own = { ...planned, units: [unit.community] }
  expect(
    starters((by) => told.tries({ ...plan, area: town.street }, [by, '08-03 09:00'], own)),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const keepers = all(unit.committee, unit.organisation)
  const one = ahead()
  expect(one.told.readers(one.id)).toEqual(keepers)
  expect(one.told.offered(one.id)).toEqual({ begin: keepers, cancel: keepers })
  const two = underway()
  expect(two.told.offered(two.id)).toEqual({
    interview: keepers,
    find: keepers,
    suggest: keepers,
    conclude: keepers,
  })
  two.told.step(two.id, ['conclude', office, '08-06 09:00'])
  expect(two.told.offered(two.id)).toEqual({ close: keepers })
})
