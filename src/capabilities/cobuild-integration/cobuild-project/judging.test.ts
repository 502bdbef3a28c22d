import { expect, test } from 'vitest'
import { claimsOf } from '../../../kernel/derive.ts'
import { unopenedRecord } from '../../../kernel/record.ts'
import { unit } from '../../../kernel/testing.ts'
import {
  bureau,
  community,
  delivered,
  delivery,
  lists,
  propose,
  street,
  underway,
} from '../testing/market.ts'
import { cobuildProject } from './kind.ts'

test('it is judged by both sides, and then the need is met', () => {
  const { told, id, need } = delivered()
  expect(told.expected(id)).toEqual([`${unit.community} judge`, `${unit.bureau} judge`])
  told.step(id, ['judge', community, '08-21 09:00'], { rating: 'good', words: '老人有了去处' })
  expect(told.refused(id, ['judge', community, '08-21 10:00'], { rating: 'fair' })).toBe(
    'ownJudgementIsOpen',
  )
  expect(told.expected(id)).toEqual([`${unit.bureau} judge`])
  expect(told.state(need)).toBe('matched')
  const done = told.step(id, ['judge', bureau, '08-21 11:00'], { rating: 'fair' })
  expect(told.state(id)).toBe('judged')
  expect(told.state(need)).toBe('met')
  expect(told.counts(done)).toEqual([`+judged ${unit.bureau}`, `+met ${unit.community}`])
  expect(told.fields(id)).toMatchObject({
    ...delivery,
    deliveredOn: '2026-08-20',
    communityRating: 'good',
    communityWords: '老人有了去处',
    unitRating: 'fair',
  })
})

test('a need is met when the community found the project good or fair, whatever the unit says', () => {
  const judged = (mine: string, theirs: string) => {
    const { told, id, need } = delivered()
    told.step(id, ['judge', bureau, '08-21 09:00'], { rating: theirs })
    const done = told.step(id, ['judge', community, '08-21 10:00'], { rating: mine })
    return { told, id, need, done }
  }
  expect(judged('fair', 'poor').told.state(judged('fair', 'poor').need)).toBe('met')
  const { told, id, need, done } = judged('poor', 'good')
  expect(told.state(id)).toBe('judged')
  expect(told.state(need)).toBe('open')
  expect(told.fields(need)['project']).toBeUndefined()
  expect(told.counts(done)).toEqual([`+judged ${unit.bureau}`])
  expect(told.until('09-20 10:00', need)).toEqual(['NeedStayedUnmatched'])
})

test('a need whose project came to nothing is taken up anew, by one at a time', () => {
  const { told, id, need, resource } = delivered()
  const again = { need, resource }
  const held = (state: string) =>
    claimsOf(cobuildProject, { ...unopenedRecord({}), state, fields: { need } })
  for (const state of ['proposed', 'underway', 'delivered'])
    expect(held(state)).toEqual([`need|${need}`])
  told.step(id, ['judge', community, '08-21 09:00'], { rating: 'poor', words: '总是锁着门' })
  told.step(id, ['judge', bureau, '08-21 10:00'], { rating: 'good' })
  const first = told.tries(propose, [bureau, '08-22 09:00'], again)
  expect(first.ok).toBe(true)
  expect(told.tries(propose, [street, '08-22 10:00'], again)).toMatchObject({
    refused: 'claimTaken',
  })
  const next = first.ok ? first.record.id : ''
  told.step(next, ['confirm', community, '08-22 11:00'])
  expect(told.fields(need)['project']).toBe(next)
})

test('the unit alone judging leaves it with the community', () => {
  const { told, id } = delivered()
  told.step(id, ['judge', bureau, '08-21 09:00'], { rating: 'good' })
  expect(told.state(id)).toBe('delivered')
  expect(told.expected(id)).toEqual([`${unit.community} judge`])
})

test('residents are heard where they were asked', () => {
  const { told, id } = delivered()
  const heard = (asked: number, satisfied: number) =>
    told.refused(id, ['hearResidents', community, '08-21 09:00'], { asked, satisfied })
  expect(heard(20, 21)).toBe('satisfiedAreAmongAsked')
  expect(heard(20, 20)).toBeUndefined()
  expect(told.fields(id)).toMatchObject({ asked: 20, satisfied: 20 })
})

test('what is counted of a project', () => {
  const { told, id } = underway()
  const done = told.step(id, ['deliver', bureau, '08-20 10:00'], delivery)
  expect(told.counts(done)).toHaveLength(1)
  const judged = told.step(id, ['judge', community, '08-21 09:00'], { rating: 'good' })
  expect(told.counts(judged)).toEqual([`+good ${unit.bureau}`])
  expect(told.counts(lists().tries())).toEqual([
    `+proposing ${unit.bureau}`,
    `+proposed ${unit.bureau}`,
  ])
})
