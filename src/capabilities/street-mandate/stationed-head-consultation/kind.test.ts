import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../testing/access-table.ts'
import { withDuty } from '../testing/empowered.ts'
import { type Data, limitsOf, tell } from '../testing/told.ts'
import { stationedHeadConsultation } from './kind.ts'

const kind = 'stationed-head-consultation'
const bureau = post('head', unit.bureau)
const secretary = post('secretary', unit.street)
const organiser = post('head', unit.organisation)
const asked = { body: '城管局前街中队', head: '某甲', about: 'appraisal', matter: '年度考核' }
const opinion = { conclusion: 'change', opinion: '日常配合好，夜间值守不足' }
const outcome = { outcome: '考核合格', adoption: 'adopted', toldOn: '2026-08-06' }

function asking() {
  const told = withDuty([stationedHeadConsultation])
  const id = told.begin(`${kind}/consult`, town.street, [bureau, '08-03 09:00', asked])
  const concludes = (data: Data = {}, when = '08-06 09:00') =>
    told.refused(id, 'conclude', [bureau, when, { ...outcome, ...data }])
  return { ...told, id, concludes }
}

function opined() {
  const told = asking()
  told.does(told.id, 'opine', [secretary, '08-04 09:00', opinion])
  return told
}

test('the declaration is sound, it is found by no words, and who opened it is told', () => {
  expect(problemsIn(stationedHeadConsultation)).toEqual([])
  expect(stationedHeadConsultation).not.toHaveProperty('searched')
  expect(stationedHeadConsultation.tellsReaders).toBe(true)
  expect(stationedHeadConsultation).not.toHaveProperty('counters')
  expect(limitsOf(stationedHeadConsultation)).toEqual({
    'personnel.opinion': '5 working-day',
    'personnel.conclude': '30 working-day',
    'personnel.review': '10 working-day',
  })
})

describe('hearing the street', () => {
  test('R008 no case goes on while the street has not answered and its time has not passed', () => {
    const told = asking()
    expect(told.concludes()).toBe('opinionIsHeard')
    expect(told.until('08-10 17:00')).toEqual(['OpinionLapsed'])
    expect(told.state(told.id)).toBe('lapsed')
    expect(told.concludes({ adoption: '' }, '08-11 09:00')).toBeUndefined()
  })

  test('R008 what became of the opinion is said, and not adopting it needs a reason', () => {
    const told = opined()
    expect(told.concludes({ adoption: '' })).toBe('saysIfAdopted')
    expect(told.concludes({ adoption: 'notAdopted' })).toBe('saysIfAdopted')
    expect(told.concludes({ adoption: 'notAdopted', why: '已整改' })).toBeUndefined()
  })

  test('a late opinion still counts', () => {
    const told = asking()
    told.until('08-10 17:00')
    told.does(told.id, 'opine', [secretary, '08-11 09:00', opinion])
    expect(told.concludes({ adoption: '' }, '08-11 10:00')).toBe('saysIfAdopted')
  })

  test('a body is stationed in a street', () => {
    const told = withDuty([stationedHeadConsultation])
    const tries = told.tries(`${kind}/consult`, town.district, [bureau, '08-03 09:00', asked])
    expect(tries).toBe('isInAStreet')
  })
})

test('the person is told before it goes to review', () => {
  const told = opined()
  expect(told.concludes({ toldOn: '' })).toBe('personWasTold')
  const objection = '夜间值守不属中队职责'
  expect(told.concludes({ objection })).toBeUndefined()
})

test('the organisation department confirms the procedure or sends it back', () => {
  const told = opined()
  told.concludes()
  told.does(told.id, 'sendBack', [organiser, '08-07 09:00', { reason: '缺告知记录' }])
  expect(told.state(told.id)).toBe('opined')
  expect(told.concludes({}, '08-07 10:00')).toBeUndefined()
  told.does(told.id, 'confirm', [organiser, '08-07 11:00'])
  expect(told.state(told.id)).toBe('closed')
  const stopped = asking()
  stopped.does(stopped.id, 'stop', [bureau, '08-04 09:00', { reason: '岗位撤销' }])
  expect(stopped.state(stopped.id)).toBe('stopped')
})

test('concluding and reviewing have their time', () => {
  const told = opined()
  expect(told.until('09-15 17:00')).toEqual(['CaseRanLate'])
  expect(told.concludes({}, '09-16 09:00')).toBeUndefined()
  expect(told.until('10-08 17:00')).toEqual(['ReviewRanLate'])
})

test('advice that a commander gives is the street’s opinion, which the department answers', () => {
  const told = tell([stationedHeadConsultation])
  const advice = { body: '城管局前街中队', head: '某甲', opinion: '建议表扬', street: unit.street }
  const effect = { by: 'effect', of: 'zone' } as const
  const start = `${kind}/advise`
  const tries = (department: number) =>
    told.tries(start, town.street, [effect, '08-03 09:00', { ...advice, department }])
  expect(tries(unit.committee)).toBe('departmentIsNamed')
  expect(tries(unit.bureau)).toBeUndefined()
  const [record] = told.all(kind)
  expect(record).toMatchObject({
    state: 'opined',
    openedAt: at('08-03 09:00'),
    fields: { about: 'advice', department: unit.bureau, street: unit.street },
  })
})

test('only those who deal with personnel in the three parties know of a case', () => {
  const told = asking()
  const { world, record, id } = told
  const own = (names: string[]) => of(names, ['head', 'leader', 'secretary'])
  const departments = own(['cityBureau', 'bureau', 'traffic'])
  expect(starters(stationedHeadConsultation, world, town.street)).toEqual({ consult: departments })
  const may = () => askers(stationedHeadConsultation, world, record(id))
  const [department, street, organisation] = [
    own(['bureau']),
    own(['street']),
    own(['organisation']),
  ]
  expect(seers(stationedHeadConsultation, world, record(id))).toEqual([
    ...department,
    ...organisation,
    ...street,
  ])
  expect(may()).toEqual({ opine: street, conclude: department, stop: department })
  told.until('08-10 17:00')
  expect(may()).toEqual({ opine: street, conclude: department, stop: department })
  told.does(id, 'opine', [secretary, '08-11 09:00', opinion])
  expect(may()).toEqual({ conclude: department, stop: department })
  told.concludes({}, '08-11 10:00')
  expect(may()).toEqual({ confirm: organisation, sendBack: organisation })
})
