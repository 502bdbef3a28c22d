import { describe, expect, test } from 'vitest'
import { todosOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, story, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { reorganisation } from './kind.ts'
import { problemsOf } from './problems.ts'
import { proposed } from './proposal.ts'
import { linesOf, rowsIn } from './rows.ts'
import {
  approval,
  approved,
  arbiter,
  carriedOut,
  directory,
  district,
  drafted,
  kinds,
  leader,
  merger,
  system,
  world,
} from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(reorganisation)).toEqual([])
})

test('the limits a city begins with', () => {
  const limits = Object.entries(reorganisation.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(limits)).toEqual({
    'reorganisation.decide': '30 个工作日',
    'reorganisation.move': '1 个自然日',
    'reorganisation.settle': '10 个工作日',
  })
})

describe('its life', () => {
  test('lists that leave something out are not drafted, and are told line by line', () => {
    const rows = proposed(directory, merger)
    const holed = { ...rows, units: rows.units.slice(1), areas: rows.areas.slice(0, 2) }
    expect(problemsOf(directory, holed, district)).toEqual([
      '二社区没有写明归到哪里',
      '前街街道没有写明由哪个单位接替',
    ])
    const told = story(kinds, world)
    const data = { title: '前街并入后街', what: 'merge', of: 'areas', ...linesOf(holed) }
    const asked = { kind: 'reorganisation', command: 'draft', actor: arbiter, place: district }
    expect(told.city.ask({ ...asked, at: at('08-03 09:00'), data })).toMatchObject({
      ok: false,
      refused: 'listsAreWhole',
    })
  })

  test('approved, it waits for its day and begins at the end of work', () => {
    const told = approved()
    expect(told.record()?.parties.map((party) => party.unit)).toEqual(
      expect.arrayContaining([unit.street, unit.otherStreet, unit.office, unit.community]),
    )
    expect(new Set(told.record()?.parties.map(({ state }) => state))).toEqual(new Set(['told']))
    expect(told.step('carryOutNow', [arbiter, '08-04 09:00'])).toMatchObject({
      refused: 'dayHasCome',
    })
    told.city.until(at('08-05 16:59'))
    expect(told.record()?.state).toBe('approved')
    told.city.until(at('08-05 17:00'))
    expect(told.record()?.state).toBe('underway')
  })

  test('a day that is over cannot be approved', () => {
    const told = drafted()
    const late = told.step('approve', [leader, '08-06 10:00'], approval)
    expect(late).toMatchObject({ ok: false, refused: 'dayIsAhead' })
  })

  test('a city that changed meanwhile sends it back instead of carrying it out', () => {
    const told = approved()
    const rows = rowsIn(told.record()?.fields ?? {})
    if (rows === undefined) throw new Error('no rows')
    const gone = new Map([...directory.areas].filter(([code]) => code !== town.community))
    told.city.setWorld({ ...world, directory: { ...directory, areas: gone } })
    told.city.until(at('08-05 17:00'))
    expect(told.record()?.state).toBe('draft')
    const again = told.step('approve', [leader, '08-05 17:10'], approval)
    expect(again).toMatchObject({ refused: 'stillHolds' })
  })

  test('what may be begun by hand is looked at once more', () => {
    const told = approved('2026-08-03')
    const gone = new Map([...directory.areas].filter(([code]) => code !== town.community))
    told.city.setWorld({ ...world, directory: { ...directory, areas: gone } })
    expect(told.step('carryOutNow', [arbiter, '08-03 11:00'])).toMatchObject({
      refused: 'stillHolds',
    })
  })

  test('all moved, it is done; otherwise its office settles the rest', () => {
    expect(carriedOut(0).record()).toMatchObject({ state: 'done', fields: { moved: 5, left: 0 } })
    const told = carriedOut(1)
    const record = told.record()
    if (record === undefined) throw new Error('no record')
    expect(todosOf(reorganisation, world, record)).toMatchObject([
      { unit: unit.arbiter, command: 'settle' },
    ])
    told.step('tryAgain', [arbiter, '08-03 12:00'])
    expect(told.record()?.state).toBe('underway')
    told.step('finish', [system, '08-03 12:01'], {
      moved: 5,
      left: 1,
      report: [],
      troubles: ['一件'],
    })
    told.step('settle', [arbiter, '08-03 13:00'], { how: '已逐件改派' })
    expect(told.record()?.state).toBe('done')
  })

  test('what is neither approved nor settled in time is noted', () => {
    const told = drafted()
    told.city.until(at('09-14 16:59'))
    expect(told.record()?.fields['late']).toBeUndefined()
    told.city.until(at('09-14 17:00'))
    expect(told.record()?.fields['late']).toBe(true)
    const rest = carriedOut(1)
    rest.city.until(at('08-17 10:59'))
    expect(rest.record()?.fields['late']).toBeUndefined()
    rest.city.until(at('08-17 17:00'))
    expect(rest.record()?.fields['late']).toBe(true)
  })

  test('work that moves longer than a day is told to its office', () => {
    const told = approved('2026-08-03')
    told.step('carryOutNow', [arbiter, '08-03 11:00'])
    expect(told.city.until(at('08-04 10:59'))).toEqual([])
    expect(told.city.until(at('08-04 11:00')).map(({ event }) => event.type)).toEqual([
      'ReorganisationSlow',
    ])
  })

  test('sent back it is amended; withdrawn or revoked it changes nothing', () => {
    const told = drafted()
    expect(told.step('sendBack', [leader, '08-03 09:30'], { why: '补充理由' }).ok).toBe(true)
    const { what, of } = merger
    const lines = linesOf(proposed(directory, merger))
    const amended = { title: '前街并入后街', what, of, ...lines }
    expect(told.step('amend', [arbiter, '08-03 09:40'], { ...amended, units: [] })).toMatchObject({
      refused: 'listsAreWhole',
    })
    expect(told.step('amend', [arbiter, '08-03 09:40'], amended).ok).toBe(true)
    told.step('withdraw', [arbiter, '08-03 09:50'])
    expect(told.record()?.state).toBe('withdrawn')
    const revoked = approved()
    revoked.step('revoke', [leader, '08-03 12:00'], { why: '暂缓' })
    expect(revoked.record()?.state).toBe('draft')
  })
})
