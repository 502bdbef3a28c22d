import { describe, expect, test } from 'vitest'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { demands, desk, measured, plan, proposed, secretary, territory } from './testing.ts'

describe('R021 what is asked for most', () => {
  test('R021 a demand is proposed only when the system counts enough of it in the area and period', () => {
    const told = demands()
    told.appeals(['07-01', '07-31'])
    told.appeals(['06-30', '08-01'])
    told.appeals(['07-10'], { category: 'noise' })
    told.appeals(['07-10'], { area: town.otherStreet })
    expect(told.proposes(desk)).toMatchObject({ refused: 'demandIsHigh' })
    const one = demands()
    one.appeals(['07-01', '07-20', '07-31'])
    expect(one.proposes(desk)).toMatchObject({
      record: { fields: { before: 3, threshold: 3, area: town.street, rounds: 1 } },
    })
  })

  test('R021 the secretary takes it on, and no other head does', () => {
    const { told, id } = proposed()
    const head = post('head', unit.street)
    expect(told.refused(id, ['takeOn', head, '08-04 09:00'])).toBe('isSecretary')
    expect(told.refused(id, ['decline', head, '08-04 09:00'], { reason: '不必' })).toBe(
      'isSecretary',
    )
    const refuses = (command: string, data: object) =>
      told.refused(id, [command, territory, '08-04 09:00'], { ...data })
    expect(refuses('takeOn', {})).toBe('notAllowed')
    expect(refuses('decline', { reason: '不必' })).toBe('notAllowed')
    told.step(id, ['takeOn', secretary, '08-04 09:00'])
    expect(told.refused(id, ['setPlan', head, '08-04 09:00'], plan)).toBe('isSecretary')
    expect(refuses('setPlan', plan)).toBe('notAllowed')
  })

  test('R021 before and after are counted by the system over periods of the same length', () => {
    const { told, id } = proposed()
    told.step(id, ['takeOn', secretary, '08-04 09:00'])
    const plans = (compareFrom: string, compareTo: string) =>
      told.refused(id, ['setPlan', secretary, '08-04 10:00'], { ...plan, compareFrom, compareTo })
    expect(plans('2026-10-01', '2026-12-31')).toBe('comparesLikeWithLike')
    expect(plans('2026-09-02', '2026-10-01')).toBe('comparesLikeWithLike')
    expect(plans('2026-08-01', '2026-08-31')).toBe('comparesLikeWithLike')
    expect(plans('2026-09-01', '2026-09-30')).toBeUndefined()
    expect(told.fields(id)['measureOn']).toBe('2026-10-01')
    told.appeals(['08-31', '09-01', '09-30', '10-01'])
    told.appeals(['10-01'], { area: town.otherStreet })
    expect(told.fields(id)['after']).toBeUndefined()
    told.city.until(at('10-01 16:59'))
    expect(told.state(id)).toBe('underway')
    told.city.until(at('10-01 17:00'))
    expect(told.fields(id)).toMatchObject({ before: 3, after: 2 })
  })

  test('R021 it ends as done only when fewer asked for it; else it goes another round or is given up', () => {
    const result = { result: '同类诉求明显下降' }
    const fewer = measured(['09-10'])
    expect(fewer.told.refused(fewer.id, ['close', secretary, '10-08 09:00'], result)).toBe(
      undefined,
    )
    expect(fewer.told.state(fewer.id)).toBe('closed')
    const same = measured(['09-10', '09-11', '09-12'])
    const { told, id } = same
    expect(told.refused(id, ['close', secretary, '10-08 09:00'], result)).toBe('demandHasFallen')
    const next = { ...plan, compareFrom: '2026-11-01', compareTo: '2026-11-30' }
    const head = post('head', unit.street)
    expect(told.refused(id, ['again', head, '10-08 09:00'], next)).toBe('isSecretary')
    expect(told.refused(id, ['again', secretary, '10-08 09:00'], { ...next, lead: 21 })).toBe(
      'leadServesHere',
    )
    expect(told.refused(id, ['again', secretary, '10-08 09:00'], plan)).toBe('comparesLikeWithLike')
    told.step(id, ['again', secretary, '10-08 09:00'], next)
    expect(told.fields(id)).toMatchObject({ rounds: 2, measureOn: '2026-12-01' })
    expect(told.fields(id)['after']).toBeUndefined()
    const up = measured(['09-10', '09-11', '09-12'])
    const gives = (by: typeof head) =>
      up.told.refused(up.id, ['giveUp', by, '10-08 09:00'], { endReason: '已由市里统一治理' })
    expect(gives(head)).toBe('isSecretary')
    expect(gives(secretary)).toBeUndefined()
  })

  test('R021 a head signs off no more than a head takes on', () => {
    const { told, id } = measured(['09-10'])
    const head = post('head', unit.street)
    expect(told.refused(id, ['close', head, '10-08 09:00'], { result: '下降了' })).toBe(
      'isSecretary',
    )
  })
})
