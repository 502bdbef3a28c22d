import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../testing/access-table.ts'
import { otherStreet, street, takenOn, withDuty } from '../testing/empowered.ts'
import { type Data, limitsOf } from '../testing/told.ts'
import { planningParticipation } from './kind.ts'

const planner = post('clerk', unit.bureau)
const plan = {
  title: '东区口袋公园规划',
  stage: 'making',
  content: '前街东侧空地建公园',
  affected: [unit.street, unit.otherStreet],
}
const opinion = { conclusion: 'object', opinion: '挤占消防通道' }
const answer = (one: number) => `affected/${one}/answer`
const weigh = (one: number) => `affected/${one}/weigh`

function sent(data: Data = {}) {
  const told = withDuty([planningParticipation])
  const start = 'planning-participation/send'
  const id = told.begin(start, town.district, [planner, '08-03 09:00', { ...plan, ...data }])
  return { ...told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(planningParticipation)).toEqual([])
  expect(limitsOf(planningParticipation)).toEqual({
    'planning.opinion': '10 working-day',
    'planning.consult': '30 working-day',
    'planning.decide': '60 working-day',
  })
})

describe('hearing the streets', () => {
  test('R009 a plan waits until each street answered or its time passed', () => {
    for (const stage of ['making', 'amending']) {
      const told = sent({ stage })
      const submit = (when: string) => told.refused(told.id, 'submit', [planner, when])
      expect(submit('08-03 10:00')).toBe('allHeard')
      told.does(told.id, answer(unit.street), [street, '08-04 09:00', { conclusion: 'agree' }])
      expect(submit('08-04 10:00')).toBe('allHeard')
      const adopted = { outcome: 'adopted' }
      told.does(told.id, weigh(unit.street), [planner, '08-04 11:00', adopted])
      expect(submit('08-14 10:00')).toBe('allHeard')
      expect(told.until('08-17 17:00')).toEqual(['OpinionLapsed'])
      expect(submit('08-18 10:00')).toBeUndefined()
      expect(told.counted('planning-participation')).toEqual({
        asked: 2,
        answered: 1,
        lapsed: 1,
        adopted: 1,
        submitted: 1,
      })
    }
  })

  test('R009 what became of every opinion is said, and not adopting one needs a reason', () => {
    const told = sent({ affected: [unit.street] })
    told.does(told.id, answer(unit.street), [street, '08-04 09:00', opinion])
    const say = (data: Data) =>
      told.refused(told.id, weigh(unit.street), [planner, '08-04 10:00', data])
    expect(told.refused(told.id, 'submit', [planner, '08-04 10:00'])).toBe('allWeighed')
    expect(say({ outcome: 'notAdopted' })).toBe('saysWhyNot')
    expect(say({ outcome: 'notAdopted', why: '已另设消防通道' })).toBeUndefined()
    expect(told.refused(told.id, 'submit', [planner, '08-04 11:00'])).toBeUndefined()
  })

  test('a street answers for itself, late too, and the answer is an exercise of its power', () => {
    const told = sent()
    const grant = takenOn(told)
    const own = answer(unit.street)
    expect(told.refused(told.id, own, [otherStreet, '08-04 09:00', opinion])).toBe('notAllowed')
    told.until('08-17 17:00')
    told.does(told.id, own, [street, '08-18 09:00', opinion])
    expect(told.record(grant)).toMatchObject({ state: 'exercised', fields: { uses: 1 } })
    told.does(told.id, answer(unit.otherStreet), [otherStreet, '08-18 10:00', opinion])
    expect(told.record(grant).fields['uses']).toBe(1)
  })

  test('the streets are those of the area of the plan, and more may be asked', () => {
    for (const affected of [[], [unit.foreignStreet], [unit.bureau]])
      expect(() => sent({ affected })).toThrow('namesStreetsHere')
    const told = sent({ affected: [unit.street] })
    const add = (affected: number[]) =>
      told.refused(told.id, 'add', [planner, '08-03 10:00', { affected }])
    expect(add([unit.foreignStreet])).toBe('namesStreetsHere')
    expect(add([unit.street, unit.otherStreet])).toBeUndefined()
    expect(told.record(told.id).parties.map((party) => party.unit)).toEqual([
      unit.street,
      unit.otherStreet,
    ])
  })
})

describe('afterwards', () => {
  function submitted() {
    const told = sent({ affected: [unit.street] })
    told.does(told.id, answer(unit.street), [street, '08-04 09:00', { conclusion: 'agree' }])
    told.does(told.id, weigh(unit.street), [planner, '08-04 10:00', { outcome: 'adopted' }])
    told.does(told.id, 'submit', [planner, '08-04 11:00'])
    return told
  }

  test('a plan is filed with its result, or asked about again by everybody', () => {
    const told = submitted()
    told.does(told.id, 'ask', [planner, '08-05 09:00', { reason: '方案有较大调整' }])
    expect(told.refused(told.id, 'submit', [planner, '08-05 10:00'])).toBe('allHeard')
    const done = submitted()
    done.does(done.id, 'file', [planner, '08-05 09:00', { result: 'approved' }])
    expect(done.state(done.id)).toBe('filed')
    const dropped = sent()
    dropped.does(dropped.id, 'drop', [planner, '08-05 09:00', { reason: '项目取消' }])
    expect(dropped.state(dropped.id)).toBe('filed')
  })

  test('consulting and deciding have their time', () => {
    expect(sent().until('09-14 17:00')).toContain('ConsultingRanLate')
    expect(submitted().until('11-30 17:00')).toEqual(['DecidingRanLate'])
  })
})

test('who sends, who answers, who sees', () => {
  const told = sent()
  const { world, record, id } = told
  const may = () => askers(planningParticipation, world, record(id))
  const planners = ['cityBureau', 'cityGovernment', 'bureau', 'traffic', 'government']
  expect(starters(planningParticipation, world, town.district)).toEqual({ send: of(planners) })
  const streets = of(['street', 'otherStreet'])
  expect(seers(planningParticipation, world, record(id))).toEqual([
    ...of(['cityCommittee', 'cityGovernment'], ['leader', 'secretary']),
    ...of(['bureau']),
    ...of(['committee', 'government'], ['leader', 'secretary']),
    ...streets,
  ])
  const own = of(['bureau'])
  expect(may()).toEqual({
    add: own,
    submit: own,
    drop: own,
    [answer(unit.street)]: of(['street']),
    [answer(unit.otherStreet)]: of(['otherStreet']),
  })
  told.does(id, answer(unit.street), [street, '08-04 09:00', opinion])
  expect(may()).toMatchObject({ [weigh(unit.street)]: own })
  told.does(id, weigh(unit.street), [planner, '08-04 10:00', { outcome: 'partly' }])
  told.until('08-17 17:00')
  expect(may()).toMatchObject({ [answer(unit.otherStreet)]: of(['otherStreet']) })
  told.does(id, 'submit', [planner, '08-18 09:00'])
  expect(may()).toEqual({
    file: own,
    ask: own,
    [answer(unit.otherStreet)]: of(['otherStreet']),
  })
})
