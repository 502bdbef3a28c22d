import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, unit } from '../../../kernel/testing.ts'
import { askers, of, seers } from '../../street-mandate/testing/access-table.ts'
import { other, running, street } from '../alliance/testing.ts'
import { signing, working } from '../testing/roles.ts'
import { allianceMatter } from './kind.ts'

const kind = 'alliance-matter'
const matter = {
  matter: '河道夜钓占道',
  matterSort: 'boundary',
  detail: '两街道交界处',
  dueOn: '2026-09-01',
}

function raised() {
  const told = running()
  told.does(told.id, 'raise', [other, '08-05 09:00', matter])
  const id = told.all(kind).at(-1)?.id ?? ''
  return { ...told, alliance: told.id, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(allianceMatter)).toEqual([])
})

test('R057 members see what is shared with them, and nobody else in the city does', () => {
  const told = raised()
  const seen = () => seers(allianceMatter, told.world, told.record(told.id))
  expect(seen()).toEqual(of(['street', 'otherStreet'], working))
  told.does(told.alliance, `member/${unit.otherStreet}/leave`, [other, '08-06 09:00'])
  told.does(told.alliance, 'raise', [street, '08-06 10:00', matter])
  const later = told.all(kind).at(-1)
  expect(later && seers(allianceMatter, told.world, later)).toEqual(of(['street'], working))
})

test('every side does its part, and then it is closed', () => {
  const told = raised()
  expect(told.record(told.id)).toMatchObject({
    title: matter.matter,
    fields: {
      alliance: told.alliance,
      raiser: unit.otherStreet,
      sort: 'boundary',
      dueOn: '2026-09-01',
      units: [unit.street, unit.otherStreet],
      detail: expect.anything(),
    },
  })
  const closes = (when: string) =>
    told.refused(told.id, 'conclude', [other, when, { outcome: '分段值守' }])
  const reports = (by: typeof street, where: number, when: string) =>
    told.does(told.id, `side/${where}/report`, [by, when, { words: '已设标识' }])
  reports(other, unit.otherStreet, '08-10 09:00')
  expect(told.record(told.id).parties.map(({ fields }) => 'words' in fields)).toEqual([false, true])
  expect(closes('08-10 10:00')).toBe('allSidesDone')
  expect(told.until('09-01 17:00')).toEqual(['SharedMatterRanLate', 'SideRanLate'])
  reports(street, unit.street, '09-02 09:00')
  expect(closes('09-02 10:00')).toBeUndefined()
  expect(told.counted(kind)).toEqual({ raised: 1, closed: 1 })
})

test('a member that left the alliance is waited for no more, unless it had done its part', () => {
  const told = raised()
  const leaves = () =>
    told.does(told.alliance, `member/${unit.otherStreet}/leave`, [other, '08-06 09:00'])
  const sides = () => told.record(told.id).parties.map((one) => [one.unit, one.state])
  const closes = () => told.refused(told.id, 'conclude', [other, '08-12 09:00', { outcome: '好' }])
  leaves()
  expect(sides()).toEqual([
    [unit.street, 'handling'],
    [unit.otherStreet, 'left'],
  ])
  expect(closes()).toBe('allSidesDone')
  told.does(told.id, `side/${unit.street}/report`, [street, '08-10 09:00', { words: '已设标识' }])
  expect(closes(), 'who raised it closes it, though they left').toBeUndefined()
  const did = raised()
  did.does(did.id, `side/${unit.otherStreet}/report`, [other, '08-05 10:00', { words: '已办' }])
  did.does(did.alliance, `member/${unit.otherStreet}/leave`, [other, '08-06 09:00'])
  expect(did.record(did.id).parties.map(({ state }) => state)).toEqual(['handling', 'done'])
})

test('who raised it may withdraw it', () => {
  const told = raised()
  told.does(told.id, 'withdraw', [other, '08-06 09:00', { reason: '已自行解决' }])
  expect(told.state(told.id)).toBe('withdrawn')
  expect(told.counted(kind)).toEqual({ raised: 0 })
})

test('each side reports for itself, and who raised it closes', () => {
  const told = raised()
  expect(askers(allianceMatter, told.world, told.record(told.id))).toEqual({
    conclude: of(['otherStreet'], signing),
    withdraw: of(['otherStreet'], signing),
    [`side/${unit.street}/report`]: of(['street'], working),
    [`side/${unit.otherStreet}/report`]: of(['otherStreet'], working),
  })
  expect(told.refused(told.id, 'conclude', [post('head', unit.committee), '08-06 09:00'])).toBe(
    'notVisible',
  )
})
