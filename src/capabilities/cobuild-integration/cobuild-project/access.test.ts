import { expect, test } from 'vitest'
import { post, unit } from '../../../kernel/testing.ts'
import { all, starters } from '../../four-level-linkage/testing.ts'
import {
  everyUnit,
  bureau,
  community,
  delivered,
  lists,
  otherCommunity,
  propose,
  proposed,
  underway,
} from '../testing/market.ts'

test('any unit may try, both sides act in each state, everybody reads', () => {
  const { told, need, resource } = lists()
  const data = { need, resource }
  expect(starters((by) => told.tries(propose, [by, '08-03 10:00'], data)).toSorted()).toEqual(
    everyUnit,
  )
  const both = all(unit.bureau, unit.community)
  const first = proposed()
  expect(first.told.readers(first.id)).toHaveLength(24)
  expect(first.told.offered(first.id)).toEqual({
    confirm: all(unit.community),
    decline: both,
    draftAgreement: both,
  })
  const second = underway()
  expect(second.told.offered(second.id)).toEqual({
    deliver: all(unit.bureau),
    draftAgreement: both,
    stop: both,
  })
  const third = delivered()
  expect(third.told.offered(third.id)).toEqual({
    draftAgreement: both,
    hearResidents: all(unit.community),
    judge: both,
  })
  for (const by of [community, bureau])
    third.told.step(third.id, ['judge', by, '08-21 09:00'], { rating: 'good' })
  expect(third.told.offered(third.id)).toEqual({
    draftAgreement: both,
    hearResidents: all(unit.community),
  })
  expect(
    third.told.refused(third.id, ['hearResidents', otherCommunity, '08-22 09:00'], {
      asked: 2,
      satisfied: 1,
    }),
  ).toBe('notAllowed')
  expect(first.told.refused(first.id, ['confirm', post('clerk', unit.street), '08-03 12:00'])).toBe(
    'notAllowed',
  )
})
