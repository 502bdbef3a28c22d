import { describe, expect, test } from 'vitest'
import { post, unit } from '../../../kernel/testing.ts'
import {
  chief,
  expected,
  finding,
  handled,
  office,
  street,
  verified,
  walker,
  worker,
} from './testing.ts'

describe('the result goes back', () => {
  test('the finder, and nobody else of the community, says whether it is so', () => {
    const told = handled()
    expect(expected(told)).toEqual([`${unit.community} confirm`])
    expect(told.city.record(told.id)?.takers).toEqual({
      [unit.community]: 'gridWorker-32',
    })
    const other = post('gridWorker', unit.community, 'another')
    for (const by of [other, worker]) {
      expect(told.refused('confirm', [by, '08-05 09:00'])).toBe('isTheFinder')
      expect(told.refused('deny', [by, '08-05 09:00'], { reason: '没有' })).toBe('isTheFinder')
    }
    expect(told.refused('confirm', [street, '08-05 09:00'])).toBe('notAllowed')
    expect(told.refused('deny', [street, '08-05 09:00'], { reason: '没有' })).toBe('notAllowed')
    told.step('confirm', [walker, '08-05 09:00'])
    expect(expected(told)).toEqual([`${unit.street} archive`])
    expect(told.city.record(told.id)?.takers).toEqual({})
  })

  test('a finder speaks once', () => {
    const told = handled()
    told.step('confirm', [walker, '08-05 09:00'])
    expect(told.refused('confirm', [walker, '08-05 09:10'])).toBe('awaitsFinder')
    expect(told.refused('deny', [walker, '08-05 09:10'], { reason: '又有了' })).toBe('awaitsFinder')
  })

  test('what the finder says is not so is handled again and counted as work done twice', () => {
    const told = handled()
    told.step('deny', [walker, '08-05 09:00'], { reason: '垃圾还在' })
    expect(told.state(told.id)).toBe('handling')
    expect(told.fields()).toMatchObject({ reworks: 1 })
    expect(told.fields()['handledAt']).toBeUndefined()
    told.step('finish', [office, '08-05 15:00'], { result: '再次清理' })
    told.step('confirm', [walker, '08-05 16:00'])
    told.step('sendBack', [street, '08-06 09:00'], { reason: '核查仍有残留' })
    expect(told.fields()).toMatchObject({ reworks: 2 })
    expect(told.fields()['heard']).toBeUndefined()
  })

  test('a finder is told why a report is not filed', () => {
    const told = finding()
    const done = told.tries('notAFinding', [worker, '08-03 09:30'], {
      ground: 'double',
      groundWords: '与昨日上报的是同一处',
    })
    expect(done.ok && done.steps[0]?.command.tells).toEqual(['finder'])
    expect(told.state(told.id)).toBe('notAFinding')
  })

  test('the one who reported and the one who files away are not of the same role', () => {
    const own = finding({ by: worker })
    own.step('verify', [worker, '08-03 09:30'], { limitClass: 'ordinary' })
    own.step('dispatch', [worker, '08-03 10:00'], { handler: unit.community })
    own.step('sign', [worker, '08-03 10:10'])
    own.step('finish', [worker, '08-03 11:00'], { result: '已清理' })
    own.step('confirm', [worker, '08-03 11:10'])
    expect(own.refused('archive', [worker, '08-03 11:20'])).toBe('openerDoesNotClose')
    expect(own.refused('sendBack', [worker, '08-03 11:20'], { reason: '不行' })).toBe(
      'openerDoesNotClose',
    )
    expect(expected(own)).toEqual([`${unit.street} archive`])
    expect(own.refused('archive', [chief, '08-03 11:30'])).toBeUndefined()
    const walked = verified()
    walked.step('dispatch', [worker, '08-03 10:00'], { handler: unit.community })
    walked.step('sign', [worker, '08-03 10:10'])
    walked.step('finish', [worker, '08-03 11:00'], { result: '已清理' })
    walked.step('confirm', [walker, '08-03 11:10'])
    expect(expected(walked)).toEqual([`${unit.community} archive`])
    expect(walked.refused('archive', [worker, '08-03 11:20'])).toBeUndefined()
  })
})
