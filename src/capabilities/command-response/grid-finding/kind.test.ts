import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { gridFinding } from './kind.ts'
import {
  bureau,
  dispatched,
  district,
  expected,
  finding,
  grid,
  handled,
  handling,
  office,
  street,
  traffic,
  verified,
  walker,
  worker,
} from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(gridFinding)).toEqual([])
})

describe('R020', () => {
  test('R020 found, looked into, given to a unit, handled together, told to the finder, filed away: in this order', () => {
    const told = finding()
    const states: string[] = [told.state(told.id)]
    const asks = [
      ['verify', worker, '08-03 09:30', { limitClass: 'ordinary' }],
      ['dispatch', worker, '08-03 10:00', { handler: unit.community }],
      ['sign', worker, '08-03 10:30', {}],
      ['finish', worker, '08-03 11:00', { result: '已清理' }],
      ['confirm', walker, '08-03 14:00', {}],
      ['archive', worker, '08-03 15:00', {}],
    ] as const
    for (const [done, [command, by, moment, data]] of asks.entries()) {
      for (const [later, who] of asks.slice(done + 1))
        expect(told.refused(later, [who, moment], {})).toBe(
          told.state(told.id) === 'feedback' ? 'feedbackFirst' : 'notOffered',
        )
      told.step(command, [by, moment], data)
      states.push(told.state(told.id))
    }
    expect(states).toEqual([
      'reported',
      'verified',
      'dispatched',
      'handling',
      'feedback',
      'feedback',
      'archived',
    ])
  })

  test('R020 nothing is filed away before the result went back to the finder', () => {
    const told = handled()
    expect(told.refused('archive', [street, '08-04 12:00'])).toBe('feedbackFirst')
    told.city.until(at('08-07 17:00'))
    expect(told.refused('archive', [street, '08-10 09:00'])).toBeUndefined()
    expect(told.state(told.id)).toBe('archived')
  })

  test('R020 every unit that takes part is named, and each has finished before the matter has', () => {
    const told = handling()
    told.step('call', [office, '08-03 11:00'], {
      units: [unit.community, unit.street],
      task: '劝导商户',
    })
    const record = told.city.record(told.id)
    expect(record?.parties.map((party) => [party.role, party.unit, party.state])).toEqual([
      ['department', unit.street, 'called'],
      ['department', unit.community, 'called'],
    ])
    const finish = (moment: string) =>
      told.refused('finish', [office, moment], { result: '已清理' })
    expect(finish('08-03 11:30')).toBe('partiesAreDone')
    told.step(`department/${unit.community}/join`, [worker, '08-03 12:00'])
    expect(finish('08-03 12:30')).toBe('partiesAreDone')
    told.step(`department/${unit.community}/finishPart`, [worker, '08-03 14:00'], {
      result: '已劝导三户',
    })
    told.step(`department/${unit.street}/decline`, [street, '08-03 14:00'], { reason: '无此职责' })
    expect(finish('08-03 14:30')).toBeUndefined()
  })
})

describe('the lowest level able', () => {
  test('a community gives to itself only, a street to its own, a district to its departments', () => {
    const told = verified()
    const gives = (by: typeof worker, handler: number) =>
      told.refused('dispatch', [by, '08-03 10:00'], { handler })
    for (const other of [unit.street, unit.office, unit.bureau, unit.otherStreet])
      expect(gives(worker, other)).toBe('handlerIsWithinReach')
    told.step('passUp', [worker, '08-03 10:00'], { reason: '需要执法' })
    expect(expected(told)).toEqual([`${unit.street} dispatch`])
    for (const other of [unit.bureau, unit.otherStreet, unit.foreignStreet, 9999])
      expect(gives(street, other)).toBe('handlerIsWithinReach')
    told.step('passUp', [street, '08-03 10:00'], { reason: '需要部门处罚' })
    expect(expected(told)).toEqual([`${unit.desk} dispatch`])
    for (const other of [unit.cityBureau, unit.otherBureau])
      expect(gives(district, other)).toBe('handlerIsWithinReach')
    expect(gives(district, unit.bureau)).toBeUndefined()
  })

  test('what a district cannot do goes to the city, and above the city there is nothing', () => {
    const told = verified()
    for (const by of [worker, street, district])
      told.step('passUp', [by, '08-03 10:00'], { reason: '处置不了' })
    const city = post('dispatcher', unit.hotline)
    expect(told.refused('passUp', [city, '08-03 10:10'], { reason: '处置不了' })).toBe(
      'thereIsALevelAbove',
    )
    told.step('dispatch', [city, '08-03 10:20'], { handler: unit.cityBureau })
    expect(expected(told)).toEqual([`${unit.cityBureau} sign`])
  })

  test('a street gives a matter down to the community too', () => {
    const told = verified()
    told.step('passUp', [worker, '08-03 10:00'], { reason: '拿不准' })
    told.step('dispatch', [street, '08-03 10:10'], { handler: unit.community })
    expect(expected(told)).toEqual([`${unit.community} sign`])
  })

  test('what was given can be taken back until it is signed; whoever signed may give it back', () => {
    const told = dispatched()
    told.step('recall', [street, '08-03 10:10'])
    told.step('dispatch', [street, '08-03 10:20'], { handler: unit.office })
    told.step('giveBack', [office, '08-03 10:30'], { reason: '不归我们' })
    expect(told.state(told.id)).toBe('verified')
    expect(told.fields()['handler']).toBeUndefined()
    told.step('dispatch', [street, '08-03 10:40'], { handler: unit.office })
    told.step('sign', [office, '08-03 10:50'])
    expect(told.refused('recall', [street, '08-03 11:00'])).toBe('notOffered')
    told.step('call', [office, '08-03 11:00'], { units: [unit.community], task: '劝导' })
    told.step('giveBack', [office, '08-03 11:10'], { reason: '需要区里处罚' })
    expect(told.city.record(told.id)?.parties).toEqual([])
  })

  test('units called stand at the level of the matter or below, once each, and never as handler too', () => {
    const told = handling()
    const calls = (...units: readonly number[]) =>
      told.refused('call', [office, '08-03 11:00'], { units, task: '协助' })
    expect(calls(unit.bureau)).toBe('calledAreWithinReach')
    expect(calls(unit.office)).toBe('calledAreWithinReach')
    expect(calls(unit.community, unit.community)).toBe('calledAreWithinReach')
    expect(calls(unit.community)).toBeUndefined()
    expect(calls(unit.community)).toBe('calledAreWithinReach')
  })

  test('a called unit is released by the desk alone, with a reason', () => {
    const told = handling()
    told.step('call', [street, '08-03 11:00'], { units: [unit.community], task: '协助' })
    const release = (by: typeof street, one: number) =>
      told.refused('release', [by, '08-03 11:10'], { unit: one, reason: '不需要了' })
    expect(release(office, unit.community)).toBe('notAllowed')
    expect(release(street, unit.bureau)).toBe('isParty')
    expect(release(street, unit.community)).toBeUndefined()
    expect(told.city.record(told.id)?.parties).toEqual([])
  })

  test('departments of the district take part when the matter lies with the district', () => {
    const told = verified()
    for (const by of [worker, street])
      told.step('passUp', [by, '08-03 10:00'], { reason: '需要部门' })
    told.step('dispatch', [district, '08-03 10:10'], { handler: unit.bureau })
    told.step('sign', [bureau, '08-03 10:20'])
    told.step('call', [bureau, '08-03 10:30'], { units: [unit.traffic], task: '清理违停' })
    told.step(`department/${unit.traffic}/join`, [traffic, '08-03 11:00'])
    told.step('progress', [traffic, '08-03 11:30'], { words: '已到现场' })
    expect(expected(told)).toEqual([`${unit.bureau} finish`, `${unit.traffic} finishPart`])
  })
})

describe('what is written down', () => {
  test('a kind of matter is enough: words, a photo and a point are never required', () => {
    expect(Object.keys(finding().fields())).not.toContain('photos')
    const required = [
      ...Object.values(gridFinding.starts),
      ...Object.values(gridFinding.states).flatMap((state) =>
        Object.values('commands' in state ? (state.commands ?? {}) : {}),
      ),
    ].flatMap((command) =>
      Object.entries(command.input ?? {}).flatMap(([name, field]) =>
        field.required === true && field.type === 'files' ? [name] : [],
      ),
    )
    expect(required).toEqual([])
  })

  test('no field holds a person or anybody’s number, and the finder is a post, not a place', () => {
    const types = Object.values(gridFinding.fields).map((field) => field.type)
    expect(types).not.toContain('contact')
    expect(finding().fields()).toMatchObject({
      foundBy: 'gridWorker-32',
      finder: unit.community,
      finderRole: 'gridWorker',
    })
  })

  test('a grid is one of the community’s, a point is one on the map', () => {
    const reports = (data: object) => {
      try {
        return finding({ data: { ...data } }).fields()['category']
      } catch (cause) {
        return String(cause)
      }
    }
    expect(reports({ grid: grid.own, point: '102.706512,25.043321' })).toBe('litter')
    for (const wrong of [grid.other, unit.community, 1111, 77])
      expect(reports({ grid: wrong })).toContain('gridIsHere')
    expect(reports({ point: '示意图:41,65' })).toBe('litter')
    for (const wrong of ['昆明', '示意图:41', '示意图:1041,65'])
      expect(reports({ point: wrong })).toContain('pointIsOnTheMap')
    const told = finding()
    expect(
      told.refused('verify', [worker, '08-03 09:30'], { limitClass: 'day', grid: grid.other }),
    ).toBe('gridIsHere')
  })

  test('a practice turned off in mid-life starts nothing new, and what is open finishes', () => {
    const told = handled()
    const off = [{ name: 'governance-closed-loop', from: 0, to: at('08-05 00:00'), parameters: {} }]
    told.city.setWorld({ ...told.world, practices: off })
    const again = told.city.ask({
      kind: 'grid-finding',
      command: 'report',
      actor: walker,
      at: at('08-05 09:00'),
      place: { city: 1, district: 11, street: 111, community: 1111 },
      data: { category: 'litter' },
    })
    expect(again).toMatchObject({ refused: 'practiceIsOn' })
    told.step('confirm', [walker, '08-05 09:10'])
    told.step('archive', [street, '08-05 09:20'])
    expect(told.state(told.id)).toBe('archived')
  })
})
