import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { majorMatterAdvice } from './kind.ts'
import { askers, of, seers, starters } from '../testing/access-table.ts'
import { district, street, takenOn, withDuty } from '../testing/empowered.ts'
import { type Data, limitsOf } from '../testing/told.ts'

const kind = 'major-matter-advice'
const advice = { matter: '建议统筹建设辖区停车设施', addressee: unit.government }

function sent(data: Data = {}) {
  const told = withDuty([majorMatterAdvice])
  const id = told.begin(`${kind}/advise`, town.street, [
    street,
    '08-03 09:00',
    { ...advice, ...data },
  ])
  const answers = (outcome: string, why = '') =>
    told.refused(id, 'answer', [district, '08-05 09:00', { outcome, why }])
  return { ...told, id, answers }
}

test('the declaration is sound', () => {
  expect(problemsIn(majorMatterAdvice)).toEqual([])
  expect(limitsOf(majorMatterAdvice)).toEqual({
    'advice.answer': '20 working-day',
    'advice.follow': '120 day',
    'advice.confirm': '10 working-day',
  })
})

test('advice goes up: to a committee, a government or a department over the street', () => {
  for (const addressee of [unit.cityCommittee, unit.bureau, unit.government])
    expect(sent({ addressee }).record).toBeTypeOf('function')
  for (const addressee of [unit.otherBureau, unit.office, unit.otherStreet, unit.supervision])
    expect(() => sent({ addressee })).toThrow('goesUp')
})

describe('the answer', () => {
  test('R113 advice is not closed before it was answered', () => {
    const told = sent()
    const close = (when: string) => told.refused(told.id, 'close', [street, when])
    expect(close('08-03 10:00')).toBe('isAnswered')
    told.does(told.id, 'receive', [district, '08-03 11:00'])
    expect(close('08-03 12:00')).toBe('isAnswered')
    expect(told.answers('notAdopted', '今年没有用地指标')).toBeUndefined()
    expect(close('08-05 10:00')).toBeUndefined()
    expect(told.state(told.id)).toBe('closed')
  })

  test('R113 not adopting it needs a reason', () => {
    const told = sent()
    expect(told.answers('notAdopted')).toBe('saysWhyNot')
    expect(told.answers('notAdopted', '今年没有用地指标')).toBeUndefined()
    expect(told.state(told.id)).toBe('answered')
  })

  test('R113 unanswered in time it is late for the addressee, received or not', () => {
    for (const received of [true, false]) {
      const told = sent()
      if (received) told.does(told.id, 'receive', [district, '08-03 11:00'])
      expect(told.until('08-31 17:00')).toEqual(['AnswerRanLate'])
      expect(told.record(told.id).fields['lateAt']).toBeDefined()
      expect(told.counted(kind)).toEqual({ advised: 1, late: 1 })
    }
  })

  test('what was adopted is followed until it is carried out', () => {
    for (const outcome of ['adopted', 'partly']) {
      const told = sent()
      told.answers(outcome)
      expect(told.state(told.id)).toBe('following')
      told.does(told.id, 'report', [district, '08-10 09:00', { progress: '已列入年度计划' }])
      expect(told.until('12-05 17:00')).toContain('FollowingRanLate')
      told.does(told.id, 'finish', [district, '12-07 09:00', { progress: '已建成' }])
      expect(told.until('12-21 17:00')).toEqual(['AdviceFiled'])
      expect(told.state(told.id)).toBe('closed')
      expect(told.counted(kind)).toEqual({ advised: 1, answered: 1, carriedOut: 1 })
    }
  })
})

test('advising is an exercise of the power', () => {
  const told = withDuty([majorMatterAdvice])
  const grant = takenOn(told, 'advice')
  told.begin(`${kind}/advise`, town.street, [street, '08-04 09:00', advice])
  expect(told.record(grant).fields['uses']).toBe(1)
})

test('who advises, who answers, who sees', () => {
  const told = sent({ addressee: unit.bureau })
  const { world, record, id } = told
  const may = () => askers(majorMatterAdvice, world, record(id))
  const [bureau, own] = [of(['bureau']), of(['street'])]
  expect(starters(majorMatterAdvice, world, town.street)).toEqual({ advise: own })
  const looking = (names: string[]) => of(names, ['leader', 'supervisor', 'secretary'])
  expect(seers(majorMatterAdvice, world, record(id))).toEqual([
    ...looking(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...bureau,
    ...looking(['committee', 'government']),
    ...own,
  ])
  const clerk = post('clerk', unit.bureau)
  expect(may()).toEqual({ receive: bureau, answer: bureau, close: own })
  told.does(id, 'receive', [clerk, '08-03 11:00'])
  expect(may()).toEqual({ answer: bureau, close: own })
  told.does(id, 'answer', [clerk, '08-04 11:00', { outcome: 'adopted' }])
  expect(may()).toEqual({ report: bureau, finish: bureau })
  told.does(id, 'finish', [clerk, '08-05 11:00', { progress: '已建成' }])
  expect(may()).toEqual({ close: own })
})
