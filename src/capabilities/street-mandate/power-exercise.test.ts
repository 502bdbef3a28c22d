import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { post, town, unit } from '../../kernel/testing.ts'
import { powerExercise } from './power-exercise.ts'
import { askers, of, seers, starters } from './testing/access-table.ts'
import { limitsOf } from './testing/told.ts'
import { otherStreet, proposed, street, takenOn, withDuty } from './testing/empowered.ts'

const bureau = post('clerk', unit.bureau)
const traffic = post('clerk', unit.traffic)
const asked = { power: 'frontline', matter: '路面塌陷先行围挡', asked: [unit.bureau, unit.traffic] }

function begun() {
  const told = withDuty([powerExercise])
  takenOn(told, 'frontline')
  const id = told.begin('power-exercise/exercise', town.street, [street, '08-03 14:00', asked])
  return { ...told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(powerExercise)).toEqual([])
})

test('only a power that was granted to the street and taken on is exercised', () => {
  const told = withDuty([powerExercise])
  const tries = (by = street, power = 'frontline') =>
    told.tries('power-exercise/exercise', town.street, [by, '08-03 14:00', { ...asked, power }])
  expect(tries()).toBe('powerIsHeld')
  proposed(told, 'frontline')
  expect(tries()).toBe('powerIsHeld')
  const other = withDuty([powerExercise])
  takenOn(other, 'planning')
  takenOn(other, 'overall')
  const code = (by: typeof street, power: string) =>
    other.tries('power-exercise/exercise', town.street, [by, '08-03 14:00', { ...asked, power }])
  expect(code(street, 'frontline')).toBe('powerIsHeld')
  expect(code(street, 'planning')).toBe('powerIsHeld')
  expect(code(street, 'overall')).toBeUndefined()
  expect(code(otherStreet, 'overall')).toBe('notAllowed')
})

describe('the course of it', () => {
  test('each unit asked replies for itself; the street concludes', () => {
    const told = begun()
    const own = `asked/${unit.bureau}/reply`
    const reply = { reply: '已到场' }
    expect(told.refused(told.id, own, [traffic, '08-03 15:00', reply])).toBe('notAllowed')
    told.does(told.id, own, [bureau, '08-03 15:00', reply])
    expect(told.record(told.id).parties.map(({ state }) => state)).toEqual(['replied', 'asked'])
    told.does(told.id, 'conclude', [street, '08-04 09:00', { result: '已恢复通行' }])
    expect(told.state(told.id)).toBe('concluded')
  })

  test('replies and the whole have a time each, and lateness is noted', () => {
    expect(limitsOf(powerExercise)).toEqual({
      'exercise.conclude': '20 working-day',
      'exercise.reply': '5 working-day',
    })
    const told = begun()
    expect(told.until('08-31 17:00')).toEqual(['ReplyRanLate', 'ReplyRanLate', 'ExerciseRanLate'])
    told.does(told.id, 'conclude', [street, '09-01 09:00', { result: '已恢复通行' }])
    expect(told.counted('power-exercise')).toEqual({ exercised: 1, concluded: 1, late: 1 })
  })
})

test('who begins it, who takes part and who sees it', () => {
  const { world, record, id } = begun()
  expect(starters(powerExercise, world, town.street)).toEqual({ exercise: of(['street']) })
  const replying = (name: string) => [`${name} clerk head leader worker secretary`]
  expect(askers(powerExercise, world, record(id))).toEqual({
    conclude: of(['street']),
    [`asked/${unit.bureau}/reply`]: replying('bureau'),
    [`asked/${unit.traffic}/reply`]: replying('traffic'),
  })
  const looking = (name: string) => `${name} leader supervisor secretary`
  expect(seers(powerExercise, world, record(id))).toEqual([
    looking('citySupervision'),
    looking('cityCommittee'),
    looking('cityGovernment'),
    looking('supervision'),
    ...replying('bureau'),
    ...replying('traffic'),
    looking('committee'),
    looking('government'),
    ...of(['street']),
  ])
})
