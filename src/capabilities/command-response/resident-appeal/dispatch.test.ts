import { describe, expect, test } from 'vitest'
import { directoryOf } from '../../../kernel/directory.ts'
import { at, post, unit, units } from '../../../kernel/testing.ts'
import { agent, appeal, arbiter, bureau, clerk, handled, toStreet, words } from './testing.ts'

describe('dispatch by the duty list', () => {
  test('an item taken back above may not go to a street', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    expect(told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, dutyItem })).toBe(
      'withdrawnItemStaysAbove',
    )
    expect(
      told.refused('dispatch', [agent, '08-03 10:00'], {
        ...toStreet,
        lead: unit.bureau,
        dutyItem,
      }),
    ).toBeUndefined()
  })

  test('an item the street only cooperates in is led by the department', () => {
    const told = appeal()
    const dutyItem = told.item('cooperate')
    expect(told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, dutyItem })).toBe(
      'leadIsNamed',
    )
  })

  test('a community only assists', () => {
    const told = appeal()
    expect(
      told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, lead: unit.community }),
    ).toBe('communityOnlyAssists')
  })

  test('a unit of another street cannot take it', () => {
    const told = appeal()
    expect(
      told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, lead: unit.otherStreet }),
    ).toBe('unitCanTakeIt')
  })

  test('an item that ended is not cited', () => {
    const told = appeal()
    const dutyItem = told.item('basic', 'street')
    told.does(dutyItem, 'end', { by: arbiter, at: '08-03 09:30', data: { endReason: '清单调整' } })
    expect(told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, dutyItem })).toBe(
      'itemIsInForce',
    )
  })

  test('it is never given to the unit complained of, nor to one under it', () => {
    const told = appeal({ complained: unit.street })
    expect(told.refused('dispatch', [agent, '08-03 10:00'], toStreet)).toBe('notToTheComplainedOf')
    expect(
      told.refused('dispatch', [agent, '08-03 10:00'], { ...toStreet, lead: unit.office }),
    ).toBe('notToTheComplainedOf')
    told.step('dispatch', [agent, '08-03 10:00'], { ...toStreet, lead: unit.bureau })
  })
})

describe('whom it complains of', () => {
  const about = (complained: number) => ({ complained, reason: '诉求人说明反映的是它' })

  test('the present lead, or a unit above it, is only put there while the appeal is in intake', () => {
    const told = appeal()
    const toOffice = { ...toStreet, lead: unit.office }
    told.step('dispatch', [agent, '08-03 09:30'], toOffice)
    for (const one of [unit.office, unit.street])
      expect(told.refused('correct', [agent, '08-03 09:40'], about(one))).toBe(
        'leadIsNotComplainedOf',
      )
    expect(told.fields()['complained']).toBeUndefined()
    told.step('recall', [agent, '08-03 09:45'])
    told.step('correct', [agent, '08-03 09:50'], about(unit.street))
    expect(told.fields()['complained']).toBe(unit.street)
    expect(told.refused('dispatch', [agent, '08-03 10:00'], toOffice)).toBe('notToTheComplainedOf')
  })

  test('it is corrected while another unit leads, and who was called to help leaves', () => {
    const told = handled()
    told.step('callDepartment', [clerk, '08-03 14:00'], { department: unit.traffic, task: '疏导' })
    told.step('askCommunity', [clerk, '08-03 14:05'], { community: unit.community, task: '劝导' })
    told.step('correct', [agent, '08-03 15:00'], { title: '占道经营', reason: '补标题' })
    expect(told.city.record(told.id)?.parties).toHaveLength(2)
    told.step('correct', [agent, '08-03 15:10'], about(unit.traffic))
    const parties = told.city.record(told.id)?.parties ?? []
    expect(parties.map((party) => party.unit)).toEqual([unit.community])
    expect(told.fields()).toMatchObject({ complained: unit.traffic, desk: unit.desk })
  })

  test('a desk complained of does not get it, the next one does', () => {
    expect(appeal({ complained: unit.desk }).fields()['desk']).toBe(unit.hotline)
    const told = appeal()
    told.step('correct', [agent, '08-03 09:30'], about(unit.desk))
    expect(told.fields()['desk']).toBe(unit.hotline)
    expect(told.refused('note', [agent, '08-03 09:40'], { words: '看看' })).toBe('notVisible')
    told.step('dispatch', [post('agent', unit.hotline), '08-03 09:50'], toStreet)
  })

  test('what no desk is free to take is refused, not taken in where nobody sees it', () => {
    const told = appeal()
    const underOne = units.map((one) => (one.id === unit.desk ? { ...one, parent: 1 } : one))
    const directory = directoryOf([...told.world.directory.areas.values()], underOne)
    told.city.setWorld({ ...told.world, directory })
    expect(told.refused('correct', [agent, '08-03 09:30'], about(unit.hotline))).toBe('aDeskIsFree')
    for (const [command, actor] of [
      ['ask', { by: 'public' }],
      ['register', agent],
    ] as const) {
      const channel = command === 'register' ? { channel: 'phone' } : {}
      expect(
        told.city.ask({
          kind: 'resident-appeal',
          command,
          actor,
          at: at('08-03 10:00'),
          place: { city: 1, district: 11 },
          data: { ...words, complained: unit.hotline, ...channel },
        }),
      ).toMatchObject({ refused: 'aDeskIsFree' })
    }
  })
})

describe('returns', () => {
  test('a return cites an item that is in force', () => {
    const told = appeal()
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    expect(told.refused('return', [clerk, '08-03 10:00'], { reason: '不归我们' })).toBe(
      'citesAnItem',
    )
  })

  test('after its limit a return is too late, and the limit starts anew when signed', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('sign', [clerk, '08-03 11:30'])
    expect(told.refused('return', [clerk, '08-03 15:31'], { dutyItem, reason: '不归我们' })).toBe(
      'returnIsOpen',
    )
  })

  test('the third return is ruled on, and who is ruled responsible may not return it', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    for (const hour of ['10', '11']) {
      told.step('return', [clerk, `08-03 ${hour}:00`], { dutyItem, reason: '不归我们' })
      expect(told.state(told.id)).toBe('returned')
      told.step('redispatch', [agent, `08-03 ${hour}:10`], toStreet)
    }
    const third = told.does(told.id, 'return', {
      by: clerk,
      at: '08-03 11:30',
      data: { dutyItem, reason: '不归我们' },
    })
    expect(told.state(told.id)).toBe('ruling')
    const ruling = third.ok
      ? third.steps.find((step) => step.kind.name === 'return-ruling')
      : undefined
    const id = ruling?.after.id ?? ''
    expect(told.state(id)).toBe('hearing')
    const rule = { lead: unit.bureau, dutyItem, reason: '已由城管局收回' }
    expect(told.does(id, 'rule', { by: agent, at: '08-03 14:00', data: rule })).toMatchObject({
      refused: 'notAllowed',
    })
    expect(told.does(id, 'rule', { by: arbiter, at: '08-03 14:00', data: rule }).ok).toBe(true)
    expect(told.state(id)).toBe('inForce')
    expect(told.state(told.id)).toBe('dispatched')
    expect(told.fields()).toMatchObject({ lead: unit.bureau, ruled: true, precedent: id })
    expect(told.refused('return', [bureau, '08-03 14:30'], { dutyItem, reason: '不归我们' })).toBe(
      'isNotRuled',
    )
  })

  test('what came back may not be sent to a unit of another street, nor to a community', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    const sent = (lead: number) =>
      told.refused('redispatch', [agent, '08-03 10:10'], { ...toStreet, lead })
    expect(sent(unit.otherStreet)).toBe('unitCanTakeIt')
    expect(sent(unit.community)).toBe('communityOnlyAssists')
  })

  test('what a department should lead is not sent to a street after a return', () => {
    const told = appeal()
    const dutyItem = told.item('cooperate')
    told.step('dispatch', [agent, '08-03 09:30'], { ...toStreet, lead: unit.bureau })
    told.step('return', [bureau, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    expect(told.refused('redispatch', [agent, '08-03 10:10'], { ...toStreet, dutyItem })).toBe(
      'leadIsNamed',
    )
  })

  test('what was taken back may not be sent to a street again after a return', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    expect(told.refused('redispatch', [agent, '08-03 10:10'], { ...toStreet, dutyItem })).toBe(
      'withdrawnItemStaysAbove',
    )
  })

  test('an item that ended meanwhile is not cited when it is sent on', () => {
    const told = appeal()
    const dutyItem = told.item('basic', 'street')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    told.does(dutyItem, 'end', { by: arbiter, at: '08-03 10:05', data: { endReason: '清单调整' } })
    expect(told.refused('redispatch', [agent, '08-03 10:10'], { ...toStreet, dutyItem })).toBe(
      'itemIsInForce',
    )
  })

  test('a return stops no clock', () => {
    const told = appeal()
    const dutyItem = told.item('withdrawn')
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    const due = told.city.record(told.id)?.clocks['limit']?.stages[0]?.due
    told.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    told.step('rejectReturn', [agent, '08-03 10:30'], { reason: '清单明确' })
    expect(told.state(told.id)).toBe('handling')
    expect(told.city.record(told.id)?.clocks['limit']?.stages[0]?.due).toBe(due)
  })
})
