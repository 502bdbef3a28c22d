import { describe, expect, test } from 'vitest'
import { clockRowsOf, todosOf } from '../../../kernel/derive.ts'
import { directoryOf } from '../../../kernel/directory.ts'
import { offersFor } from '../../../kernel/offers.ts'
import { at, townWorld, unit, units } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  answered,
  appeal,
  bureau,
  clerk,
  handled,
  head,
  kinds,
  officer,
  supervisor,
  toStreet,
  traffic,
  worker,
} from './testing.ts'

describe('handling', () => {
  test('nobody answers before speaking to the person, or having tried twice', () => {
    const told = appeal()
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('sign', [clerk, '08-03 10:00'])
    const answer = { publicAnswer: '已经处理完毕' }
    expect(told.refused('submitAnswer', [clerk, '08-03 11:00'], answer)).toBe('hasSpokenFirst')
    told.step('contactFailed', [clerk, '08-03 11:00'])
    expect(told.refused('submitAnswer', [clerk, '08-03 11:01'], answer)).toBe('hasSpokenFirst')
    told.step('contactFailed', [clerk, '08-03 15:00'])
    expect(told.refused('submitAnswer', [clerk, '08-03 15:01'], answer)).toBeUndefined()
  })

  test('a template’s blank is not sent to the person', () => {
    const told = handled()
    const answer = { publicAnswer: '您好，已{处理结果}' }
    expect(told.refused('submitAnswer', [clerk, '08-04 10:00'], answer)).toBe('isFilledIn')
  })

  test('the lead is expected to speak to the person first, then to answer', () => {
    const told = appeal()
    const expected = () => {
      const record = told.city.record(told.id)
      return record === undefined
        ? []
        : todosOf(residentAppeal, told.world, record).map((todo) => todo.command)
    }
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('sign', [clerk, '08-03 10:00'])
    expect(expected()).toEqual(['contact'])
    told.step('contact', [clerk, '08-03 11:00'], { how: 'phone' })
    expect(expected()).toEqual(['submitAnswer'])
  })

  test('the button of what is expected is marked, and only while it is expected', () => {
    const told = handled()
    const record = told.city.record(told.id)
    const world = told.world
    const offers =
      record === undefined
        ? []
        : offersFor(residentAppeal, {
            world,
            record,
            actor: clerk,
            at: at('08-03 11:30'),
            facts: {},
          })
    const marked = offers.filter((offer) => offer.expected).map((offer) => offer.command)
    expect(offers.map((offer) => offer.command)).toContain('contact')
    expect(marked).toEqual(['submitAnswer'])
  })

  test('each called department has a task and a clock of its own, and is waited for', () => {
    const told = handled()
    told.step('callDepartment', [clerk, '08-03 14:00'], {
      department: unit.traffic,
      task: '清理占道车辆',
    })
    expect(
      told.refused('submitAnswer', [clerk, '08-04 10:00'], { publicAnswer: '已经处理完毕' }),
    ).toBe('partiesAreDone')
    expect(told.refused(`co/${unit.traffic}/join`, [clerk, '08-04 10:00'])).toBe('notAllowed')
    told.step(`co/${unit.traffic}/join`, [traffic, '08-04 10:00'])
    told.step(`co/${unit.traffic}/finish`, [traffic, '08-04 15:00'], { result: '已拖离三辆' })
    told.step('submitAnswer', [clerk, '08-04 16:00'], { publicAnswer: '已经处理完毕' })
    expect(told.state(told.id)).toBe('answered')
  })

  test('a party that runs late is noted once and stays expected', () => {
    const told = handled()
    told.step('callDepartment', [clerk, '08-03 14:00'], {
      department: unit.traffic,
      task: '清理占道车辆',
    })
    const steps = told.city.until(at('08-31 09:00'))
    expect(steps.filter((step) => step.event.type === 'DepartmentRanLate')).toHaveLength(1)
  })

  test('a community may decline with a ground; the street stays responsible', () => {
    const told = handled()
    told.step('askCommunity', [clerk, '08-03 14:00'], {
      community: unit.community,
      task: '入户了解',
    })
    told.step(`assist/${unit.community}/decline`, [worker, '08-03 15:00'], {
      reason: '没有执法权限',
    })
    expect(told.fields()['lead']).toBe(unit.street)
    expect(
      told.refused('submitAnswer', [clerk, '08-04 16:00'], { publicAnswer: '已经处理完毕' }),
    ).toBeUndefined()
  })

  test('only a community of the street itself is asked to assist', () => {
    const told = handled()
    for (const community of [unit.office, unit.bureau])
      expect(
        told.refused('askCommunity', [clerk, '08-03 14:00'], { community, task: '入户了解' }),
      ).toBe('isOwnCommunity')
    const byBureau = appeal()
    byBureau.step('dispatch', [agent, '08-03 09:30'], { ...toStreet, lead: unit.bureau })
    byBureau.step('sign', [bureau, '08-03 10:00'])
    const asked = { community: unit.community, task: '入户了解' }
    expect(byBureau.refused('askCommunity', [bureau, '08-03 11:00'], asked)).toBe('isOwnCommunity')
  })

  test('a street passes on to its own office only', () => {
    const told = handled()
    expect(
      told.refused('passToOffice', [clerk, '08-03 14:00'], { office: unit.bureau, task: '办理' }),
    ).toBe('isOwnOffice')
    told.step('passToOffice', [clerk, '08-03 14:00'], { office: unit.office, task: '办理' })
    told.step(`office/${unit.office}/join`, [officer, '08-03 15:00'])
    expect(
      told.refused('passToOffice', [clerk, '08-03 16:00'], { office: unit.office, task: '办理' }),
    ).toBe('isNoPartyYet')
  })

  test('neither an office nor a department complained of is called to help', () => {
    for (const [command, input, complained] of [
      ['passToOffice', 'office', unit.office],
      ['callDepartment', 'department', unit.traffic],
    ] as const) {
      const told = handled({ complained })
      expect(
        told.refused(command, [clerk, '08-03 14:00'], { [input]: complained, task: '办理' }),
      ).toBe('notToTheComplainedOf')
    }
  })

  test('a department that is called cannot be the lead itself, and may be released with a reason', () => {
    const told = handled()
    expect(
      told.refused('callDepartment', [clerk, '08-03 14:00'], {
        department: unit.street,
        task: '办理',
      }),
    ).toBe('isAnotherUnit')
    expect(
      told.refused('releaseDepartment', [clerk, '08-03 14:00'], {
        unit: unit.traffic,
        reason: '不需要了',
      }),
    ).toBe('isParty')
    told.step('callDepartment', [clerk, '08-03 14:00'], { department: unit.traffic, task: '办理' })
    told.step('releaseDepartment', [clerk, '08-03 15:00'], {
      unit: unit.traffic,
      reason: '不需要了',
    })
    expect(told.city.record(told.id)?.parties).toEqual([])
  })

  test('where the unit’s head checks, an answer waits for a head who did not draft it', () => {
    const world = townWorld(kinds.values())
    const checked = units.map((one) =>
      one.id === unit.street ? { ...one, headChecks: true } : one,
    )
    const told = handled(
      {},
      { directory: directoryOf([...world.directory.areas.values()], checked) },
    )
    told.step('submitAnswer', [head, '08-05 16:00'], { publicAnswer: '已经处理完毕' })
    expect(told.state(told.id)).toBe('checking')
    expect(told.refused('approve', [head, '08-05 17:00'])).toBe('notOwnDraft')
    told.step('sendBack', [head, '08-05 17:00'], { reason: '请写明时间' })
    told.step('submitAnswer', [clerk, '08-06 10:00'], { publicAnswer: '已于五日处理完毕' })
    told.step('approve', [head, '08-06 11:00'])
    expect(told.state(told.id)).toBe('answered')
    expect(told.fields()['answeredAt']).toBe(at('08-06 11:00'))
  })
})

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
