import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { streetWhistle } from './kind.ts'
import {
  arbiter,
  arrives,
  bureau,
  cityBureau,
  clerk,
  type Data,
  finishes,
  leader,
  of,
  otherStreet,
  outOfAppeal,
  releases,
  submitted,
  supervisor,
  todos,
  traffic,
  whistle,
  type WhistleStory,
} from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(streetWhistle)).toEqual([])
})

describe('a whistle from end to end', () => {
  test('R016 all who are called sign, arrive and finish; the lead submits; the street alone closes', () => {
    const told = whistle()
    expect(todos(told)).toEqual(['4 sign', '13 sign', '14 sign'])
    for (const actor of [bureau, traffic, cityBureau]) arrives(told, actor)
    expect(told.state(told.id)).toBe('handling')
    finishes(told, bureau)
    finishes(told, traffic)
    const result = { result: '已清理完毕' }
    expect(told.refused('submit', [bureau, '08-04 17:00'], result)).toBe('calledHaveFinished')
    finishes(told, cityBureau)
    expect(todos(told)).toEqual(['13 submit'])
    expect(told.refused('submit', [traffic, '08-04 17:00'], result)).toBe('notAllowed')
    told.step('submit', [bureau, '08-04 17:00'], result)
    expect(told.refused('accept', [bureau, '08-05 09:00'])).toBe('notAllowed')
    told.step('sendBack', [clerk, '08-05 09:00'], { reason: '还有两处没有清理' })
    told.step('submit', [bureau, '08-05 16:00'], result)
    told.step('accept', [clerk, '08-06 09:00'])
    expect(told.record()).toMatchObject({ state: 'closed', fields: { sentBack: 1 } })
  })

  test('R016 after closing the street is asked to evaluate each department that was not released', () => {
    const told = whistle()
    releases(told, traffic)
    for (const actor of [bureau, cityBureau]) arrives(told, actor)
    for (const actor of [bureau, cityBureau]) finishes(told, actor)
    told.step('submit', [bureau, '08-04 17:00'], { result: '已清理完毕' })
    const opened = told.step('accept', [clerk, '08-05 09:00']).slice(1)
    expect(
      opened.map(({ after }) => [after.kind, after.fields['street'], after.fields['department']]),
    ).toEqual([
      ['department-evaluation', unit.street, unit.cityBureau],
      ['department-evaluation', unit.street, unit.bureau],
    ])
  })

  test('R016 only a street opens a whistle, and only where the matter lies', () => {
    for (const actor of [
      bureau,
      otherStreet,
      leader,
      supervisor,
      arbiter,
      post('clerk', unit.office),
    ])
      expect(() => whistleBy(actor)).toThrow('notAllowed')
    for (const role of ['clerk', 'dispatcher', 'head', 'worker'] as const)
      expect(whistleBy(post(role, unit.street)).ok).toBe(true)
  })

  test('R016 out of an appeal only the street of the place whistles', () => {
    const asked = (street: number) => outOfAppeal({ street })
    expect(asked(unit.bureau)).toMatchObject({ refused: 'aStreetWhistles' })
    expect(asked(unit.otherStreet)).toMatchObject({ refused: 'aStreetWhistles' })
    expect(asked(unit.street).ok).toBe(true)
  })

  test('out of an appeal the same units can be called as without one', () => {
    expect(outOfAppeal({ lead: unit.otherBureau })).toMatchObject({
      refused: 'departmentsCanBeCalled',
    })
    expect(outOfAppeal({ peers: [unit.street] })).toMatchObject({ refused: 'peersAreOtherStreets' })
  })
})

describe('the ends', () => {
  test('a whistle is cancelled only while nobody has arrived', () => {
    const told = whistle()
    const because = { reason: '已自行解决' }
    arrives(told, bureau)
    expect(told.refused('cancel', [clerk, '08-03 12:00'], because)).toBe('nobodyHasArrived')
    told.step(`${of(unit.bureau)}disputeArrival`, [clerk, '08-03 12:00'], because)
    told.step('cancel', [clerk, '08-03 12:10'], because)
    expect(told.state(told.id)).toBe('cancelled')
  })

  test('the unit an appeal complains of is kept out of its whistle for good', () => {
    const told = whistle()
    const asked = (data: Data) =>
      outOfAppeal({ lead: unit.traffic, complained: unit.cityBureau, ...data }, told)
    const kept = { refused: 'notToTheComplainedOf' }
    expect(asked({ lead: unit.bureau })).toMatchObject(kept)
    expect(asked({ called: [unit.bureau] })).toMatchObject(kept)
    expect(asked({ complained: unit.otherStreet, peers: [unit.otherStreet] })).toMatchObject(kept)
    const opened = asked({})
    const id = opened.ok ? opened.record.id : ''
    const call = (data: Data) => told.does(id, 'call', { by: clerk, at: '08-03 10:00', data })
    expect(call({ called: [unit.bureau] })).toMatchObject(kept)
    expect(asked({})).toMatchObject({ refused: 'claimTaken' })
  })

  test('a practice turned off in mid-life starts nothing new, and what is open finishes', () => {
    const told = submitted()
    const off = [{ name: 'whistle-report', from: 0, to: at('08-05 00:00'), parameters: {} }]
    told.city.setWorld({ ...told.world, practices: off })
    expect(() => whistleIn(told)).toThrow('practiceIsOn')
    const opened = told.step('accept', [clerk, '08-05 10:00'])
    expect(told.state(told.id)).toBe('closed')
    expect(opened).toHaveLength(2)
  })
})

function whistleBy(actor: typeof clerk) {
  const told = whistle()
  const id = told.begin({
    kind: 'street-whistle',
    command: 'whistle',
    area: town.street,
    by: actor,
    at: '08-03 09:10',
    data: { matter: '道路塌陷', occasion: 'emergency', lead: unit.traffic },
  })
  return { ok: told.city.record(id)?.fields['street'] === unit.street }
}

function whistleIn(told: WhistleStory): string {
  return told.begin({
    kind: 'street-whistle',
    command: 'whistle',
    area: town.street,
    by: clerk,
    at: '08-05 09:00',
    data: { matter: '道路塌陷', occasion: 'emergency', lead: unit.traffic },
  })
}
