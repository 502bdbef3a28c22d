import { describe, expect, test } from 'vitest'
import { todosOf } from '../../../kernel/derive.ts'
import { directoryOf } from '../../../kernel/directory.ts'
import { at, post, townWorld, unit, units } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  answered,
  appeal,
  bureau,
  caller,
  citySupervisor,
  clerk,
  handled,
  kinds,
  supervisor,
  toStreet,
} from './testing.ts'

describe('R117 a demand is closed by an answer and the asker’s own judgement', () => {
  test('R117 no appeal closes before the person was answered', () => {
    const told = handled()
    expect(told.refused('judge', [told.reporter, '08-04 10:00'], { solved: 'solved' })).toBe(
      'notOffered',
    )
    expect(told.refused('callBack', [caller, '08-04 10:00'], { solved: 'solved' })).toBe(
      'notOffered',
    )
    told.city.until(at('12-01 09:00'))
    expect(told.state(told.id)).toBe('handling')
  })

  test('R117 the handling unit may not enter the judgement', () => {
    const told = answered()
    expect(told.refused('judge', [clerk, '08-06 10:00'], { solved: 'solved' })).toBe('notAllowed')
    expect(told.refused('callBack', [clerk, '08-06 10:00'], { solved: 'solved' })).toBe(
      'notAllowed',
    )
    expect(
      told.refused('judge', [{ by: 'link', record: 'another' }, '08-06 10:00'], {
        solved: 'solved',
      }),
    ).toBe('notVisible')
  })

  test('R117 a call-back post inside the handling unit’s line is turned away', () => {
    const inLine = units.map((one) =>
      one.id === unit.cityBureau ? { ...one, functions: ['callback'] } : one,
    )
    const world = townWorld(kinds.values())
    const told = appeal({}, { directory: directoryOf([...world.directory.areas.values()], inLine) })
    told.step('dispatch', [agent, '08-03 09:30'], { ...toStreet, lead: unit.bureau })
    told.step('sign', [bureau, '08-03 10:00'])
    told.step('contact', [bureau, '08-03 11:00'], { how: 'phone' })
    told.step('submitAnswer', [bureau, '08-05 16:00'], { publicAnswer: '已经处理完毕' })
    const inside = post('caller', unit.cityBureau)
    expect(told.refused('callBack', [inside, '08-06 10:00'], { solved: 'solved' })).toBe(
      'outsideTheLine',
    )
    expect(told.refused('callBack', [caller, '08-06 10:00'], { solved: 'solved' })).toBeUndefined()
  })

  test('R117 the person replaces a call-back by their own link', () => {
    const told = answered()
    told.step('callBack', [caller, '08-06 10:00'], { solved: 'solved', responded: true })
    expect(told.state(told.id)).toBe('calledBack')
    told.step('judge', [told.reporter, '08-07 10:00'], {
      solved: 'unsolved',
      reason: '当晚又摆出来了',
    })
    expect(told.state(told.id)).toBe('handling')
    expect(told.fields()['judgedBy']).toBe('link')
  })

  test('R117 the first not solved returns to the handler, the second goes one level up', () => {
    const told = answered()
    told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'unsolved', reason: '没有变化' })
    expect(told.state(told.id)).toBe('handling')
    expect(told.fields()['lead']).toBe(unit.street)
    told.step('contact', [clerk, '08-06 11:00'], { how: 'phone' })
    told.step('submitAnswer', [clerk, '08-07 16:00'], { publicAnswer: '再次整治并公示' })
    told.step('judge', [told.reporter, '08-08 10:00'], { solved: 'unsolved', reason: '还是一样' })
    expect(told.state(told.id)).toBe('raised')
    expect(
      told.refused('assignAbove', [supervisor, '08-08 11:00'], { lead: unit.otherStreet }),
    ).toBe('isHigherUp')
    expect(told.refused('assignAbove', [clerk, '08-08 11:00'], { lead: unit.bureau })).toBe(
      'notAllowed',
    )
    told.step('assignAbove', [supervisor, '08-08 11:00'], { lead: unit.bureau })
    expect(told.state(told.id)).toBe('handling')
    expect(told.fields()['lead']).toBe(unit.bureau)
  })

  test('R117 a call-back that hears not solved a second time raises it too', () => {
    const told = answered()
    const unsolved = { solved: 'unsolved', reason: '没有变化' }
    told.step('callBack', [caller, '08-06 10:00'], unsolved)
    expect(told.state(told.id)).toBe('handling')
    told.step('submitAnswer', [clerk, '08-07 16:00'], { publicAnswer: '再次整治并公示' })
    told.step('callBack', [caller, '08-08 10:00'], unsolved)
    expect(told.state(told.id)).toBe('raised')
  })

  test('R117 a third not solved is the city’s to assign', () => {
    const told = answered()
    for (const [day, by] of [
      ['06', clerk],
      ['10', bureau],
    ] as const) {
      told.step('judge', [told.reporter, `08-${day} 10:00`], {
        solved: 'unsolved',
        reason: '没有变化',
      })
      if (by === bureau)
        told.step('assignAbove', [supervisor, '08-10 11:00'], { lead: unit.bureau })
      told.step('submitAnswer', [by, `08-${day} 16:00`], { publicAnswer: '再次办理情况' })
    }
    told.step('judge', [told.reporter, '08-12 10:00'], { solved: 'unsolved', reason: '没有变化' })
    const record = told.city.record(told.id)
    const todos = record === undefined ? [] : todosOf(residentAppeal, told.world, record)
    expect(todos.map((todo) => todo.unit)).toEqual([unit.citySupervision])
    told.step('assignAbove', [citySupervisor, '08-12 11:00'], { lead: unit.cityBureau })
    expect(told.fields()['lead']).toBe(unit.cityBureau)
  })

  test('R117 not solved needs a reason', () => {
    const told = answered()
    expect(told.refused('judge', [told.reporter, '08-06 10:00'], { solved: 'unsolved' })).toBe(
      'saysWhy',
    )
    expect(
      told.refused('callBack', [caller, '08-06 10:00'], { solved: 'unsolved', reason: ' ' }),
    ).toBe('saysWhy')
  })

  test('R117 what nobody judged is closed as unjudged when the period ends', () => {
    const told = answered()
    told.city.until(at('08-12 15:59'))
    expect(told.state(told.id)).toBe('answered')
    told.city.until(at('08-12 16:00'))
    expect(told.state(told.id)).toBe('closed')
    expect(told.fields()['outcome']).toBe('unjudged')
  })

  test('R117 a call-back stands when the person does not replace it', () => {
    const told = answered()
    told.step('callBack', [caller, '08-06 10:00'], { solved: 'partly' })
    told.city.until(at('08-20 09:00'))
    expect(told.state(told.id)).toBe('closed')
    expect(told.fields()['outcome']).toBe('partly')
  })
})
