import { describe, expect, test } from 'vitest'
import { at, unit } from '../../../kernel/testing.ts'
import {
  arbiter,
  arrives,
  bureau,
  cityArbiter,
  cityBureau,
  clerk,
  type Data,
  finishes,
  foreignStreet,
  of,
  otherStreet,
  releases,
  todos,
  traffic,
  whistle,
  type WhistleStory,
} from './testing.ts'

describe('who can be called', () => {
  const blow = (data: Data) => () => whistle(data)

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
    const call = (data: Data) => told.refused('call', [clerk, '08-03 10:00'], data)
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
    expect(told.refused(uphold, [clerk, '08-03 09:30'], because)).toBe('notAllowed')
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
    for (const command of ['release', 'uphold'])
      for (const [actor, refusal] of [
        [arbiter, 'rulesOverBoth'],
        [clerk, 'notAllowed'],
      ] as const)
        expect(told.refused(`${foreign}${command}`, [actor, '08-03 09:40'], because)).toBe(refusal)
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
    releases(told, bureau)
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

function arrives2(told: WhistleStory): void {
  told.step(`${of(unit.otherStreet, 'peer')}arrive`, [otherStreet, '08-03 11:00'], {
    how: 'online',
  })
}
