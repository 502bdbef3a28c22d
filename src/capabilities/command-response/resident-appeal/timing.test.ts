import { describe, expect, test } from 'vitest'
import { clockRowsOf, todosOf } from '../../../kernel/derive.ts'
import { at } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import { agent, answered, appeal, clerk, handled, supervisor, toStreet } from './testing.ts'

describe('time', () => {
  test('an ordinary appeal has seven working days from its dispatch', () => {
    const told = handled()
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(at('08-12 17:00'))
  })

  test('lateness is an event of the clock, once, and moves nothing', () => {
    const told = handled()
    const steps = told.city.until(at('09-01 09:00'))
    expect(steps.map((step) => step.event.type)).toEqual(['ReturnClosed', 'RanLate'])
    expect(told.state(told.id)).toBe('handling')
    expect(told.fields()['lateAt']).toBe(at('08-12 17:00'))
  })

  test('who is responsible has a day to speak with the person; silence is noted, a word ends it', () => {
    const noted = (spoken: boolean) => {
      const told = appeal()
      told.step('dispatch', [agent, '08-03 09:30'], toStreet)
      told.step('sign', [clerk, '08-03 10:00'])
      if (spoken) told.step('contact', [clerk, '08-03 12:00'], { how: 'phone' })
      return told.city.until(at('08-05 09:00')).map((step) => step.event.type)
    }
    expect(noted(false)).toContain('ContactRanLate')
    expect(noted(true)).not.toContain('ContactRanLate')
  })

  test('one extension, before the limit ends, not longer than the limit was', () => {
    const told = handled()
    const ask = (qty: number) => ({
      extensionLimit: { qty, unit: 'working-day' },
      reason: '需要会商',
    })
    expect(told.refused('askExtension', [clerk, '08-04 10:00'], ask(8))).toBe('isNoLongerThanFirst')
    expect(told.refused('grantExtension', [agent, '08-04 10:00'])).toBe('extensionIsAsked')
    told.step('askExtension', [clerk, '08-04 10:00'], ask(5))
    told.step('grantExtension', [agent, '08-04 11:00'])
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(at('08-19 17:00'))
    expect(told.refused('askExtension', [clerk, '08-05 10:00'], ask(1))).toBe('oneExtension')
  })

  test('a limit corrected after an extension was granted keeps the extension', () => {
    const told = handled()
    const asked = { extensionLimit: { qty: 5, unit: 'working-day' }, reason: '需要会商' }
    told.step('askExtension', [clerk, '08-04 10:00'], asked)
    told.step('grantExtension', [agent, '08-04 11:00'])
    told.step('correct', [agent, '08-05 10:00'], { limitClass: 'complex', reason: '属于疑难' })
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(at('08-31 17:00'))
  })

  test('nobody extends what is already late', () => {
    const told = handled()
    told.city.until(at('08-20 09:00'))
    const late = { extensionLimit: { qty: 1, unit: 'working-day' }, reason: '需要会商' }
    expect(told.refused('askExtension', [clerk, '08-20 10:00'], late)).toBe('isNotLate')
  })

  test('suspension needs a plan, an approver above and a review date, and keeps the time left', () => {
    const told = handled()
    const plan = { plan: '随老旧小区改造一并解决' }
    expect(
      told.refused('askSuspension', [clerk, '08-04 10:00'], { ...plan, reviewOn: '2026-08-04' }),
    ).toBe('reviewLiesAhead')
    expect(
      told.refused('askSuspension', [clerk, '08-04 10:00'], { ...plan, reviewOn: '2027-12-01' }),
    ).toBe('reviewLiesAhead')
    told.step('askSuspension', [clerk, '08-04 10:00'], { ...plan, reviewOn: '2026-09-01' })
    expect(
      told.refused('askSuspension', [clerk, '08-04 10:10'], { ...plan, reviewOn: '2026-09-01' }),
    ).toBe('noSuspensionAsked')
    expect(told.refused('grantSuspension', [clerk, '08-04 11:00'])).toBe('notAllowed')
    told.step('grantSuspension', [supervisor, '08-04 11:00'])
    const record = told.city.record(told.id)
    expect(record === undefined ? [] : clockRowsOf(record).map((row) => row.name)).toEqual([
      'review',
    ])
    told.city.until(at('09-01 17:00'))
    expect(told.state(told.id)).toBe('handling')
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(at('09-10 17:00'))
    expect(told.refused('refuseSuspension', [supervisor, '09-02 09:00'], { reason: '不必' })).toBe(
      'suspensionIsAsked',
    )
  })

  test('correcting the limit class counts again from the dispatch', () => {
    const told = handled()
    told.step('correct', [agent, '08-04 10:00'], { limitClass: 'complex', reason: '涉及产权' })
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(at('08-24 17:00'))
  })

  test('a resting appeal asks nobody and an ended one has no clock', () => {
    const told = answered()
    told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'solved' })
    const record = told.city.record(told.id)
    expect(record === undefined ? ['none'] : clockRowsOf(record)).toEqual([])
    expect(record === undefined ? ['none'] : todosOf(residentAppeal, told.world, record)).toEqual(
      [],
    )
  })
})
