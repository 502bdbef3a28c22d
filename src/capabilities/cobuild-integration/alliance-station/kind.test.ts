import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data } from '../../street-mandate/testing/told.ts'
import { other, running, street } from '../alliance/testing.ts'
import { working } from '../testing/roles.ts'
import { allianceStation } from './kind.ts'

const kind = 'alliance-station'
const station = { code: '01', title: '江岸驿站', spot: '江岸公园北门', hours: '9:00—18:00' }

function chain(data: Data = {}) {
  const told = running(data)
  const tries = (by = street, area: number = town.street, given: Data = {}) =>
    told.tries(`${kind}/open`, area, [
      by,
      '08-05 09:00',
      { ...station, services: '饮水、咨询', alliance: told.id, ...given },
    ])
  const opened = () => told.all(kind).at(-1)?.id ?? ''
  return { ...told, tries, opened }
}

test('the declaration is sound', () => {
  expect(problemsIn(allianceStation)).toEqual([])
})

test('R133 though the chain crosses streets, each station has the one street it lies in', () => {
  const told = chain()
  expect(told.tries(street, town.otherStreet)).toBe('liesInOwnStreet')
  expect(told.tries(street, town.district)).toBe('liesInOwnStreet')
  expect(told.tries(post('head', unit.office))).toBe('liesInOwnStreet')
  expect(told.tries(street, town.community)).toBeUndefined()
  expect(told.record(told.opened()).fields['owner']).toBe(unit.street)
  expect(told.tries(other, town.otherStreet, { code: '02' })).toBeUndefined()
  expect(told.record(told.opened()).fields['owner']).toBe(unit.otherStreet)
  expect(told.tries(other, town.otherStreet, { code: '02' })).toBe('claimTaken')
})

test('only streets of an alliance that runs have stations in it', () => {
  const told = chain()
  expect(told.tries(post('clerk', unit.foreignStreet), 121)).toBe('isOfOwnAlliance')
  expect(told.tries(street, town.street, { alliance: 'none' })).toBe('isOfOwnAlliance')
  told.does(told.id, 'dissolve', [street, '08-05 08:00', { reason: '合并' }])
  expect(told.tries()).toBe('isOfOwnAlliance')
})

test('riverside stations are counted while they serve', () => {
  const told = chain()
  told.tries()
  expect(told.record(told.opened()).fields['sort']).toBe('riverside')
  expect(told.counted(kind)).toEqual({ riverside: 1 })
  const changed = { services: '饮水、充电', hours: '9:00—20:00' }
  told.does(told.opened(), 'change', [street, '08-06 09:00', changed])
  told.does(told.opened(), 'close', [street, '08-07 09:00', { reason: '改建' }])
  expect(told.counted(kind)).toEqual({ riverside: 0 })
  const hub = chain({ sort: 'hub' })
  hub.tries()
  expect(hub.counted(kind)).toEqual({})
})

test('its street keeps it, and every official sees it', () => {
  const told = chain()
  told.tries()
  const record = told.record(told.opened())
  expect(starters(allianceStation, told.world, town.street)).toEqual({
    open: everyone.flatMap((line) =>
      line.includes(' ') ? of([line.split(' ')[0] ?? ''], working) : [],
    ),
  })
  expect(askers(allianceStation, told.world, record)).toEqual({
    change: of(['street'], working),
    close: of(['street'], working),
  })
  expect(seers(allianceStation, told.world, record)).toEqual(
    everyone.filter((line) => line !== 'public' && line !== 'link'),
  )
})
