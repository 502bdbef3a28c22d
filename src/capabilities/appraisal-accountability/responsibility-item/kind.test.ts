import { expect, test } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, linked, starters } from '../../four-level-linkage/testing.ts'
import { responsibilityItem } from './kind.ts'

const secretary = post('secretary', unit.committee)
const give = { kind: 'responsibility-item', command: 'give', area: town.district }
const effect = { by: 'effect', of: 'round' } as const
const suggestion: Data = {
  title: '提醒谈话',
  detail: '议事记录长期缺失',
  sort: 'suggestion',
  round: 'round',
  superior: unit.cityCommittee,
  office: unit.cityOrganisation,
  unit: unit.street,
  holder: unit.committee,
  dueOn: '2026-08-20',
}
const clerk = post('clerk', unit.cityOrganisation)
const result = { outcome: 'done', result: '已提醒谈话并督促整改' }
const answering = (...units: readonly number[]) =>
  units.toSorted((a, b) => a - b).map((one) => `${one}: head leader secretary`)

/** Given to the district's committee on Monday 3 August at nine. */
function given(data: Data = {}) {
  const told = linked([responsibilityItem])
  return { told, id: told.begin(give, [effect, '08-03 09:00'], { ...suggestion, ...data }) }
}

function answered(data: Data = {}) {
  const one = given()
  one.told.step(one.id, ['answer', secretary, '08-10 09:00'], { ...result, ...data })
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(responsibilityItem)).toEqual([])
  expect(limitsOf(responsibilityItem)).toEqual({ 'responsibility.check': '10 个工作日' })
  expect(responsibilityItem.tellsReaders).toBe(true)
})

test('R122 each suggestion is followed to its end, and people decide what becomes of it', () => {
  for (const outcome of ['done', 'notTaken']) {
    const { told, id } = answered({ outcome })
    expect(told.fields(id)['outcome']).toBe(outcome)
    expect(told.expected(id)).toEqual([`${unit.cityOrganisation} end`])
    expect(told.counts(told.step(id, ['end', clerk, '08-11 09:00']))).toEqual([
      `+ended ${unit.cityCommittee}`,
    ])
    expect(told.state(id)).toBe('ended')
  }
})

test('a problem is put right; only a suggestion may be not taken up', () => {
  const { told, id } = given({ sort: 'problem' })
  const answer = (outcome: string) =>
    told.refused(id, ['answer', secretary, '08-10 09:00'], { ...result, outcome })
  expect(told.expected(id)).toEqual([`${unit.committee} answer`])
  expect(answer('notTaken')).toBe('problemsAreMet')
  expect(answer('done')).toBeUndefined()
})

test('whoever reported does not end it in another post; what falls short goes back', () => {
  const { told, id } = answered()
  const person = secretary.by === 'post' ? secretary.post.person : ''
  const same = {
    by: 'post',
    post: { id: 'second', person, unit: unit.cityOrganisation, role: 'clerk' },
  } as const
  expect(told.refused(id, ['end', same, '08-11 09:00'])).toBe('checkedByAnother')
  const back = (dueOn: string) =>
    told.refused(id, ['sendBack', clerk, '08-11 09:00'], { reason: '没有下文', dueOn })
  expect(back('2026-08-11')).toBe('dueIsAhead')
  expect(back('2026-08-25')).toBeUndefined()
  expect(told.state(id)).toBe('open')
  expect(told.fields(id)['dueOn']).toBe('2026-08-25')
})

test('it counts by its sort until it is withdrawn, and lies where the organisation concerned is', () => {
  for (const [sort, counter] of [
    ['problem', 'problems'],
    ['suggestion', 'suggestions'],
  ]) {
    const told = linked([responsibilityItem])
    const done = told.tries(give, [effect, '08-03 09:00'], { ...suggestion, sort: sort ?? '' })
    expect(told.counts(done)).toEqual([`+${counter} ${unit.cityCommittee}`])
    expect(done).toMatchObject({ record: { place: { street: town.street } } })
    const id = done.ok ? done.record.id : ''
    const gone = told.step(id, ['withdraw', clerk, '08-04 09:00'], { reason: '核实不属实' })
    expect(told.counts(gone)).toEqual([`-${counter} ${unit.cityCommittee}`])
    expect(told.state(id)).toBe('withdrawn')
  }
  const late = answered()
  late.told.step(late.id, ['withdraw', clerk, '08-11 09:00'], { reason: '核实不属实' })
  expect(late.told.state(late.id)).toBe('withdrawn')
})

test('the organisation concerned sees it and states its view, while it is open and before its end', () => {
  const { told, id } = given()
  const view = { view: '两次研究有录音，记录正在补' }
  told.step(id, ['stateView', post('secretary', unit.street), '08-04 09:00'], view)
  expect(told.fields(id)['view']).toBeDefined()
  const two = answered()
  two.told.step(two.id, ['stateView', post('head', unit.street), '08-10 10:00'], view)
  expect(two.told.fields(two.id)['view']).toBeDefined()
})

test('what lies still is noted', () => {
  const { told, id } = given()
  expect(told.until('08-20 17:00', id)).toEqual(['ResponsibilityItemRanLate'])
  told.step(id, ['answer', secretary, '08-21 09:00'], result)
  expect(told.until('09-04 17:00', id)).toEqual(['ResponsibilityCheckRanLate'])
})

test('nobody gives one by hand; the checker, and heads of the two organisations, read it', () => {
  const told = linked([responsibilityItem])
  expect(starters((by) => told.tries(give, [by, '08-03 09:00'], suggestion))).toEqual([])
  const one = given()
  const keepers = all(unit.cityCommittee, unit.cityOrganisation)
  expect(one.told.readers(one.id).toSorted()).toEqual(
    [...keepers, ...answering(unit.committee, unit.street)].toSorted(),
  )
  expect(one.told.offered(one.id)).toEqual({
    answer: answering(unit.committee),
    stateView: answering(unit.street),
    withdraw: keepers,
  })
  const two = answered()
  expect(two.told.offered(two.id, '08-10 10:00')).toEqual({
    end: keepers,
    sendBack: keepers,
    stateView: answering(unit.street),
    withdraw: keepers,
  })
  const roles: readonly Role[] = ['clerk', 'worker']
  for (const role of roles)
    expect(two.told.refused(two.id, ['stateView', post(role, unit.street), '08-10 10:00'])).toBe(
      'notVisible',
    )
})
