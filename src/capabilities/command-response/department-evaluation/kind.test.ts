import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import {
  bureau,
  clerk,
  leader,
  otherStreet,
  supervisor,
  traffic,
} from '../street-whistle/testing.ts'
import { departmentEvaluation } from './kind.ts'
import { evaluation, graded, judgeDepartment, judgeStreet } from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(departmentEvaluation)).toEqual([])
})

test('the limits a city begins with are five working days each', () => {
  const limits = Object.values(departmentEvaluation.parameters).map(({ default: value }) => {
    const limit = asLimit(value)
    return limit === undefined ? '' : limitText(limit)
  })
  expect(limits).toEqual(['5 个工作日', '5 个工作日'])
})

describe('each side judges the other once', () => {
  test('R116 only the street whose whistle it was judges the department', () => {
    const told = evaluation()
    for (const actor of [bureau, leader, supervisor])
      expect(judgeDepartment(told, actor)).toBe('notAllowed')
    for (const actor of [otherStreet, traffic, post('clerk', unit.office)])
      expect(judgeDepartment(told, actor)).toBe('notVisible')
    expect(judgeDepartment(told, clerk)).toBeUndefined()
  })

  test('R116 what was judged stays: the department may reply once but changes nothing', () => {
    const told = evaluation()
    expect(judgeDepartment(told, clerk)).toBeUndefined()
    expect(judgeDepartment(told, clerk, '08-05 10:30')).toBe('departmentUnjudged')
    expect(judgeStreet(told, clerk)).toBe('notAllowed')
    expect(judgeStreet(told, bureau)).toBeUndefined()
    expect(told.state(told.id)).toBe('replying')
    const before = told.record().fields['departmentResult']
    const reply = { departmentReply: '当日有重大活动保障' }
    expect(told.refused('replyAsDepartment', [clerk, '08-06 09:00'], reply)).toBe('notAllowed')
    expect(told.refused('replyAsDepartment', [bureau, '08-06 09:00'], reply)).toBeUndefined()
    expect(told.refused('replyAsDepartment', [bureau, '08-06 10:00'], reply)).toBe(
      'departmentMayReply',
    )
    expect(told.record().fields['departmentResult']).toBe(before)
    expect(told.state(told.id)).toBe('replying')
    const own = { streetReply: '今后提前会商' }
    expect(told.refused('replyAsStreet', [bureau, '08-06 11:00'], own)).toBe('notAllowed')
    expect(told.refused('replyAsStreet', [clerk, '08-06 11:00'], own)).toBeUndefined()
    expect(told.state(told.id)).toBe('closed')
  })

  test('R116 the street is judged once too, and each replies only to what was said of it', () => {
    const told = evaluation()
    expect(judgeStreet(told, bureau, '08-05 09:30')).toBeUndefined()
    expect(judgeStreet(told, bureau, '08-05 10:00')).toBe('streetUnjudged')
    told.until('08-12 17:00')
    expect(told.state(told.id)).toBe('replying')
    const reply = { departmentReply: '没有意见' }
    expect(told.refused('replyAsDepartment', [bureau, '08-13 09:00'], reply)).toBe(
      'departmentMayReply',
    )
    const own = { streetReply: '今后提前会商' }
    expect(told.refused('replyAsStreet', [clerk, '08-13 10:00'], own)).toBeUndefined()
    expect(told.state(told.id)).toBe('closed')
  })

  test('whoever judges or replies last ends it', () => {
    const told = evaluation()
    judgeStreet(told, bureau)
    expect(told.state(told.id)).toBe('judging')
    judgeDepartment(told, clerk, '08-05 12:00')
    expect(told.state(told.id)).toBe('replying')
    told.step('replyAsStreet', [clerk, '08-06 09:00'], { streetReply: '今后提前会商' })
    told.step('replyAsDepartment', [bureau, '08-06 10:00'], { departmentReply: '没有意见' })
    expect(told.state(told.id)).toBe('closed')
  })

  test('both sides take part in it', () => {
    const { parties } = evaluation().record()
    expect(parties.map(({ role, unit: member, state }) => [role, member, state])).toEqual([
      ['department', unit.bureau, 'judged'],
      ['street', unit.street, 'judged'],
    ])
  })

  test('R116 the street replies once', () => {
    const told = evaluation()
    judgeDepartment(told, clerk)
    judgeStreet(told, bureau)
    const own = { streetReply: '今后提前会商' }
    expect(told.refused('replyAsStreet', [clerk, '08-06 09:00'], own)).toBeUndefined()
    expect(told.refused('replyAsStreet', [clerk, '08-06 10:00'], own)).toBe('streetMayReply')
  })
})

describe('its time', () => {
  test('both are expected to judge in five working days; unjudged it is filed away', () => {
    const told = evaluation()
    const todos = todosOf(departmentEvaluation, told.world, told.record())
    expect(todos).toMatchObject([
      { unit: unit.street, command: 'judgeDepartment', due: at('08-12 17:00') },
      { unit: unit.bureau, command: 'judgeStreet', due: at('08-12 17:00') },
    ])
    expect(told.until('08-12 17:00')).toContain('EvaluationLapsed')
    expect(told.state(told.id)).toBe('closed')
  })

  test('replies end after five working days', () => {
    const told = evaluation()
    judgeDepartment(told, clerk)
    judgeStreet(told, bureau)
    expect(told.until('08-12 17:00')).toContain('EvaluationFiled')
    expect(told.state(told.id)).toBe('closed')
  })
})

test('what is said counts under whom it is said of, by aspect and grade', () => {
  const told = evaluation()
  const deltas = (command: string, actor: Actor, data: object) =>
    told
      .step(command, [actor, '08-05 12:00'], data as never)
      .flatMap((step) => deltasOf(departmentEvaluation, told.world, step))
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, n, unit: by }) => `${n} ${measure} ${by}`)
  expect(deltas('judgeDepartment', clerk, graded('department'))).toEqual([
    '4 departmentAspects 13',
    '3 departmentGood 13',
    '1 departmentFair 13',
  ])
  expect(deltas('judgeStreet', bureau, graded('street', 'poor'))).toEqual([
    '4 streetAspects 30',
    '1 streetFair 30',
    '3 streetPoor 30',
  ])
})

test('the other grades are counted as well', () => {
  const told = evaluation()
  const steps = [
    ...told.step('judgeDepartment', [clerk, '08-05 12:00'], graded('department', 'poor')),
    ...told.step('judgeStreet', [bureau, '08-05 12:00'], graded('street')),
  ]
  const measures = steps.flatMap((step) =>
    deltasOf(departmentEvaluation, told.world, step).map(({ measure }) => measure),
  )
  expect(measures).toContain('departmentPoor')
  expect(measures).toContain('streetGood')
})

test('one whistle asks once about one department', () => {
  const told = evaluation()
  const again = told.city.ask({
    kind: 'department-evaluation',
    command: 'invite',
    actor: { by: 'effect', of: 'x' },
    at: at('08-05 12:00'),
    place: { city: 1, district: 11, street: 111 },
    data: {
      whistle: told.record().fields['whistle'] ?? '',
      street: unit.street,
      department: unit.bureau,
    },
  })
  expect(again).toMatchObject({ refused: 'claimTaken' })
})
