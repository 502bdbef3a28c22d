import { describe, expect, test } from 'vitest'
import { todosOf } from '../../../kernel/derive.ts'
import { directoryOf } from '../../../kernel/directory.ts'
import { offersFor } from '../../../kernel/offers.ts'
import { at, townWorld, unit, units } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  answered,
  appeal,
  bureau,
  caller,
  clerk,
  handled,
  head,
  kinds,
  officer,
  stranger,
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

  test('the office that handled it may hand in the answer itself', () => {
    const told = handled()
    told.step('passToOffice', [clerk, '08-03 14:00'], { office: unit.office, task: '办理' })
    told.step(`office/${unit.office}/join`, [officer, '08-03 15:00'])
    told.step(`office/${unit.office}/finish`, [officer, '08-04 10:00'], { result: '已劝离' })
    told.step('submitAnswer', [officer, '08-04 11:00'], { publicAnswer: '已现场劝离摊贩' })
    expect(told.state(told.id)).toBe('answered')
  })

  test('who calls back may look up the number to call', () => {
    const told = answered()
    expect(told.refused('reveal', [caller, '08-06 09:00'], { reason: '回访' })).toBeUndefined()
    expect(told.refused('reveal', [stranger, '08-06 09:00'], { reason: '看看' })).toBeDefined()
  })

  test('no unit is called twice to the same appeal', () => {
    const told = handled()
    for (const [command, input, called] of [
      ['passToOffice', 'office', unit.office],
      ['askCommunity', 'community', unit.community],
      ['callDepartment', 'department', unit.traffic],
    ] as const) {
      const data = { [input]: called, task: '办理' }
      told.step(command, [clerk, '08-03 14:00'], data)
      expect(told.refused(command, [clerk, '08-03 14:05'], data)).toBe('isNoPartyYet')
    }
  })

  test('an office or a community that never finishes may be released too', () => {
    const told = handled()
    told.step('passToOffice', [clerk, '08-03 14:00'], { office: unit.office, task: '办理' })
    told.step('askCommunity', [clerk, '08-03 14:00'], { community: unit.community, task: '看看' })
    for (const one of [unit.office, unit.community])
      told.step('releaseDepartment', [clerk, '08-04 15:00'], { unit: one, reason: '人手不足' })
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
