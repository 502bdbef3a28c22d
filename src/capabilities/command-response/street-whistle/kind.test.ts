import { describe, expect, test } from 'vitest'
import { todosOf } from '../../../kernel/derive.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { streetWhistle } from './kind.ts'
import {
  arbiter,
  arrives,
  bureau,
  cityArbiter,
  cityBureau,
  clerk,
  finishes,
  foreignStreet,
  leader,
  of,
  otherStreet,
  submitted,
  supervisor,
  traffic,
  whistle,
  type WhistleStory,
} from './testing.ts'

function todos(told: WhistleStory): readonly string[] {
  return todosOf(streetWhistle, told.world, told.record()).map(
    (todo) => `${todo.unit} ${todo.command}`,
  )
}

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
    released(told, traffic)
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
    const asked = (street: number) =>
      whistle().city.ask({
        kind: 'street-whistle',
        command: 'whistleForAppeal',
        actor: { by: 'effect', of: 'x' },
        at: at('08-03 09:30'),
        place: { city: 1, district: 11, street: 111 },
        data: { matter: '占道经营', occasion: 'demand', lead: unit.bureau, appeal: 'x', street },
      })
    expect(asked(unit.bureau)).toMatchObject({ refused: 'aStreetWhistles' })
    expect(asked(unit.otherStreet)).toMatchObject({ refused: 'aStreetWhistles' })
    expect(asked(unit.street).ok).toBe(true)
  })

  test('out of an appeal the same units can be called as without one', () => {
    const asked = (data: object) =>
      whistle().city.ask({
        kind: 'street-whistle',
        command: 'whistleForAppeal',
        actor: { by: 'effect', of: 'x' },
        at: at('08-03 09:30'),
        place: { city: 1, district: 11, street: 111 },
        data: {
          matter: '占道经营',
          occasion: 'demand',
          lead: unit.bureau,
          appeal: 'x',
          street: unit.street,
          ...data,
        },
      })
    expect(asked({ lead: unit.otherBureau })).toMatchObject({ refused: 'departmentsCanBeCalled' })
    expect(asked({ peers: [unit.street] })).toMatchObject({ refused: 'peersAreOtherStreets' })
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

/** It disputes on Monday and the district, or the city above it, releases it. */
function released(told: WhistleStory, actor: typeof clerk, by = arbiter): void {
  const own = of(actor.by === 'post' ? actor.post.unit : 0)
  told.step(`${own}dispute`, [actor, '08-03 09:20'], { reason: '不属本单位职责' })
  told.step(`${own}release`, [by, '08-03 09:40'], { reason: '清单写明由城管牵头' })
}

describe('who can be called', () => {
  const blow = (data: object) => () => whistle(data as never)

  test('departments of the city and of the own district, none of another district, none abolished', () => {
    expect(whistle({ called: [unit.cityBureau] }).record().fields['called']).toEqual([
      unit.bureau,
      unit.cityBureau,
    ])
    expect(blow({ lead: unit.otherBureau })).toThrow('departmentsCanBeCalled')
    expect(blow({ called: [unit.otherBureau] })).toThrow('departmentsCanBeCalled')
    expect(blow({ called: [unit.community] })).toThrow('departmentsCanBeCalled')
    expect(blow({ called: [unit.otherStreet] })).toThrow('departmentsCanBeCalled')
  })

  test('a peer street may lie in another district, but is never the street itself', () => {
    const told = whistle({ peers: [unit.otherStreet, unit.foreignStreet] })
    expect(told.party(unit.foreignStreet)).toMatchObject({ role: 'peer', state: 'called' })
    expect(blow({ peers: [unit.street] })).toThrow('peersAreOtherStreets')
    expect(blow({ peers: [unit.traffic] })).toThrow('peersAreOtherStreets')
  })

  test('more are called later, each once, by the same rules', () => {
    const told = whistle({ called: [] })
    const call = (data: object) => told.refused('call', [clerk, '08-03 10:00'], data as never)
    expect(call({})).toBe('namesSomebodyNew')
    expect(call({ called: [unit.bureau] })).toBe('namesSomebodyNew')
    expect(call({ called: [unit.otherBureau] })).toBe('departmentsCanBeCalled')
    expect(call({ peers: [unit.street] })).toBe('peersAreOtherStreets')
    expect(call({ called: [unit.traffic], peers: [unit.otherStreet] })).toBeUndefined()
    expect(call({ peers: [unit.otherStreet] })).toBe('namesSomebodyNew')
    expect(told.record().fields).toMatchObject({
      called: [unit.bureau, unit.traffic],
      peers: [unit.otherStreet],
    })
    expect(told.party(unit.traffic).clocks['sign']?.started).toBe(at('08-03 10:00'))
  })
})

describe('disputes', () => {
  test('the district rules on its own department; the released one is expected no longer', () => {
    const told = whistle({ called: [unit.traffic] })
    told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 09:20'], { reason: '不属本单位职责' })
    expect(todos(told)).toEqual(['13 sign', '12 release'])
    const because = { reason: '清单写明由城管牵头' }
    const release = `${of(unit.traffic)}release`
    expect(told.refused(release, [clerk, '08-03 09:30'], because)).toBe('notAllowed')
    expect(told.refused(release, [cityArbiter, '08-03 09:30'], because)).toBe('rulesOverBoth')
    const uphold = `${of(unit.traffic)}uphold`
    expect(told.refused(uphold, [cityArbiter, '08-03 09:30'], because)).toBe('rulesOverBoth')
    told.step(release, [arbiter, '08-03 09:40'], because)
    expect(todos(told)).toEqual(['13 sign'])
    arrives(told, bureau)
    finishes(told, bureau)
    expect(told.refused('submit', [bureau, '08-04 17:00'], { result: '已清理' })).toBeUndefined()
  })

  test('the city rules where a city department or a street of another district disputes', () => {
    const told = whistle({ called: [unit.cityBureau], peers: [unit.foreignStreet] })
    const [city, foreign] = [of(unit.cityBureau), of(unit.foreignStreet, 'peer')]
    const because = { reason: '不属本单位职责' }
    told.step(`${city}dispute`, [cityBureau, '08-03 09:20'], because)
    told.step(`${foreign}dispute`, [foreignStreet, '08-03 09:20'], because)
    expect(todos(told)).toEqual(['5 release', '13 sign', '5 release'])
    expect(told.refused(`${city}uphold`, [arbiter, '08-03 09:40'], because)).toBe('rulesOverBoth')
    expect(told.refused(`${foreign}release`, [arbiter, '08-03 09:40'], because)).toBe(
      'rulesOverBoth',
    )
    told.step(`${city}uphold`, [cityArbiter, '08-03 09:40'], because)
    told.step(`${foreign}release`, [cityArbiter, '08-03 09:40'], because)
    expect(told.party(unit.foreignStreet).state).toBe('released')
    expect(told.party(unit.cityBureau).state).toBe('signed')
    expect(told.refused(`${city}dispute`, [cityBureau, '08-03 10:00'], because)).toBe(
      'isNotRuledYet',
    )
  })

  test('a peer street of the same district is ruled on by the district', () => {
    const told = whistle({ called: [], peers: [unit.otherStreet] })
    const own = of(unit.otherStreet, 'peer')
    told.step(`${own}dispute`, [otherStreet, '08-03 09:20'], { reason: '不在本辖区' })
    expect(todos(told)).toEqual(['13 sign', '12 release'])
    told.step(`${own}uphold`, [arbiter, '08-03 09:40'], { reason: '道路跨两个街道' })
    arrives2(told)
    told.step(`${own}dispute`.replace('dispute', 'finish'), [otherStreet, '08-04 10:00'], {
      result: '已清理',
    })
    expect(told.party(unit.otherStreet).state).toBe('done')
  })

  test('when the lead is released the street names another of those who take part', () => {
    const told = whistle({ called: [unit.traffic], peers: [unit.otherStreet] })
    expect(told.refused('nameLead', [clerk, '08-03 09:10'], { lead: unit.traffic })).toBe(
      'leadIsMissing',
    )
    released(told, bureau)
    expect(todos(told)).toEqual(['30 nameLead', '14 sign', '40 sign'])
    expect(told.refused('nameLead', [clerk, '08-03 10:00'], { lead: unit.bureau })).toBe(
      'leadTakesPart',
    )
    expect(told.refused('nameLead', [clerk, '08-03 10:00'], { lead: unit.otherStreet })).toBe(
      'leadTakesPart',
    )
    told.step('nameLead', [clerk, '08-03 10:00'], { lead: unit.traffic })
    expect(told.record().fields['lead']).toBe(unit.traffic)
  })
})

function arrives2(told: WhistleStory): void {
  told.step(`${of(unit.otherStreet, 'peer')}arrive`, [otherStreet, '08-03 11:00'], {
    how: 'online',
  })
}

describe('arrival', () => {
  test('a department states it, the street confirms or disputes it, and a confirmed one stands', () => {
    const told = whistle()
    arrives(told, bureau)
    arrives(told, traffic)
    told.step(`${of(unit.bureau)}confirmArrival`, [clerk, '08-03 11:10'])
    const deny = { reason: '现场没有人' }
    for (const command of ['confirmArrival', 'disputeArrival'])
      expect(told.refused(`${of(unit.bureau)}${command}`, [clerk, '08-03 11:20'], deny)).toBe(
        'arrivalIsUnconfirmed',
      )
    told.step(`${of(unit.traffic)}disputeArrival`, [clerk, '08-03 11:20'], deny)
    expect(told.party(unit.traffic)).toMatchObject({
      state: 'signed',
      fields: { arrival: 'disputed' },
    })
    told.step(`${of(unit.traffic)}arrive`, [traffic, '08-03 12:00'], { how: 'meeting' })
    expect(told.party(unit.traffic).fields).toMatchObject({ arrival: 'stated', inTime: true })
  })
})

describe('working together', () => {
  test('everybody who takes part writes on one timeline; the released and strangers do not', () => {
    const told = whistle({ peers: [unit.otherStreet] })
    const words = { words: '已划定区域' }
    for (const actor of [clerk, bureau, traffic, otherStreet])
      expect(told.refused('progress', [actor, '08-03 09:10'], words)).toBeUndefined()
    released(told, traffic)
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
    const asked = (data: object) =>
      told.city.ask({
        kind: 'street-whistle',
        command: 'whistleForAppeal',
        actor: { by: 'effect', of: 'x' },
        at: at('08-03 09:30'),
        place: { city: 1, district: 11, street: 111 },
        data: {
          matter: '占道经营',
          occasion: 'demand',
          lead: unit.traffic,
          appeal: 'x',
          street: unit.street,
          complained: unit.cityBureau,
          ...data,
        },
      })
    const kept = { refused: 'notToTheComplainedOf' }
    expect(asked({ lead: unit.bureau })).toMatchObject(kept)
    expect(asked({ called: [unit.bureau] })).toMatchObject(kept)
    expect(asked({ complained: unit.otherStreet, peers: [unit.otherStreet] })).toMatchObject(kept)
    const opened = asked({})
    const id = opened.ok ? opened.record.id : ''
    const call = (data: object) =>
      told.does(id, 'call', { by: clerk, at: '08-03 10:00', data: data as never })
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
