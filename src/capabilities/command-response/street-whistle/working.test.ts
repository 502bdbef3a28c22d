import { describe, expect, test } from 'vitest'
import { at, unit } from '../../../kernel/testing.ts'
import {
  arbiter,
  arrives,
  bureau,
  clerk,
  finishes,
  foreignStreet,
  of,
  otherStreet,
  releases,
  submitted,
  todos,
  traffic,
  whistle,
} from './testing.ts'

describe('working together', () => {
  test('everybody who takes part writes on one timeline; the released and strangers do not', () => {
    const told = whistle({ peers: [unit.otherStreet] })
    const words = { words: '已划定区域' }
    for (const actor of [clerk, bureau, traffic, otherStreet])
      expect(told.refused('progress', [actor, '08-03 09:10'], words)).toBeUndefined()
    releases(told, traffic)
    expect(told.refused('progress', [traffic, '08-03 10:00'], words)).toBe('takesPart')
    expect(told.refused('progress', [foreignStreet, '08-03 10:00'], words)).toBe('notVisible')
  })

  test('a key work goes by its plan, whose date only the street moves, within the longest limit', () => {
    const told = whistle({ occasion: 'keyWork', called: [] })
    expect(todos(told)).toContain('13 setPlan')
    const plan = (actor: typeof clerk, planDueOn: string) =>
      told.refused('setPlan', [actor, '08-03 15:00'], { plan: '分三步', planDueOn })
    expect(plan(bureau, '2026-08-02')).toBe('planKeepsTheLimit')
    expect(plan(bureau, '2026-10-03')).toBe('planKeepsTheLimit')
    expect(plan(bureau, '2026-08-20')).toBeUndefined()
    expect(told.record().clocks['handling']?.stages).toMatchObject([{ due: at('08-20 17:00') }])
    expect(todos(told)).toEqual(['13 sign'])
    expect(plan(bureau, '2026-08-28')).toBe('onlyTheStreetMovesTheDate')
    expect(plan(clerk, '2026-08-28')).toBeUndefined()
    expect(told.record().clocks['handling']?.stages).toMatchObject([{ due: at('08-28 17:00') }])
  })

  test('a plan of another occasion leaves its limit as it was', () => {
    const told = whistle()
    const before = told.record().clocks['handling']
    told.step('setPlan', [clerk, '08-03 15:00'], { plan: '分三步', planDueOn: '2026-08-06' })
    expect(told.record().clocks['handling']).toEqual(before)
  })

  test('a department is asked again only after the street sent the result back', () => {
    const told = submitted()
    const again = `${of(unit.bureau)}again`
    const because = { reason: '还有一处' }
    expect(told.refused(again, [clerk, '08-05 09:00'], because)).toBe('isInHandling')
    told.step('sendBack', [clerk, '08-05 09:00'], because)
    told.step(again, [clerk, '08-05 09:10'], because)
    expect(told.refused('submit', [bureau, '08-05 09:30'], { result: '已清理' })).toBe(
      'calledHaveFinished',
    )
    expect(todos(told)).toEqual(['13 finish'])
    expect(Object.keys(told.party(unit.bureau).clocks)).toEqual(['task'])
  })

  test('a peer street is asked again by the same rule', () => {
    const told = whistle({ called: [], peers: [unit.otherStreet] })
    arrives(told, bureau)
    arrives(told, otherStreet, 'peer')
    finishes(told, bureau)
    const peer = of(unit.otherStreet, 'peer')
    told.step(`${peer}finish`, [otherStreet, '08-04 16:30'], { result: '已清理' })
    told.step('submit', [bureau, '08-04 17:00'], { result: '已清理' })
    const because = { reason: '还有一处' }
    expect(told.refused(`${peer}again`, [clerk, '08-05 09:00'], because)).toBe('isInHandling')
    told.step('sendBack', [clerk, '08-05 09:00'], because)
    expect(told.refused(`${peer}again`, [clerk, '08-05 09:10'], because)).toBeUndefined()
  })
})

describe('pressing the late', () => {
  const press = { matter: '请两日内到场处置' }

  test('R019 the street presses a department that ran late, and no other', () => {
    const told = whistle({ peers: [unit.otherStreet] })
    arrives(told, bureau)
    told.until('08-04 10:00')
    const supervise = (member: number) =>
      told.refused('supervise', [clerk, '08-04 10:00'], { ...press, unit: member })
    expect(supervise(unit.bureau)).toBe('supervisesTheLate')
    expect(supervise(unit.otherBureau)).toBe('supervisesTheLate')
    expect(supervise(unit.otherStreet)).toBe('supervisesTheLate')
    const [, order] = told.step('supervise', [clerk, '08-04 10:10'], {
      ...press,
      unit: unit.traffic,
    })
    expect(order?.after).toMatchObject({
      kind: 'supervision-order',
      state: 'issued',
      title: '夜市占道整治',
      fields: { unit: unit.traffic, street: unit.street, whistle: told.id },
    })
  })

  test('R019 the lead whose result was sent back may be pressed though it was never late', () => {
    const told = submitted()
    told.step('sendBack', [clerk, '08-05 09:00'], { reason: '还有一处' })
    expect(
      told.refused('supervise', [clerk, '08-05 09:10'], { ...press, unit: unit.bureau }),
    ).toBeUndefined()
  })

  test('who was released is pressed no longer', () => {
    const told = whistle()
    told.until('08-03 15:00')
    told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 15:20'], { reason: '不属本单位职责' })
    told.step(`${of(unit.traffic)}release`, [arbiter, '08-03 15:40'], { reason: '由城管牵头' })
    expect(
      told.refused('supervise', [clerk, '08-03 16:00'], { ...press, unit: unit.traffic }),
    ).toBe('supervisesTheLate')
  })
})
