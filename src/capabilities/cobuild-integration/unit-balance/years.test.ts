import { expect, test } from 'vitest'
import { unit } from '../../../kernel/testing.ts'
import type { Linked } from '../../four-level-linkage/testing.ts'
import {
  bureau,
  community,
  delivery,
  here,
  listNeed,
  market,
  openRoom,
  propose,
  underway,
} from '../testing/market.ts'

const draw = { kind: 'unit-balance', command: 'draw', ...here }

const balance = (told: Linked, year: number, moment: string) =>
  told.begin(draw, [bureau, moment], { year })

/** The community books the room for a day and uses it. */
function uses(told: Linked, resource: string, [made, day]: readonly [string, string]) {
  const book = { kind: 'resource-booking', command: 'book', ...here }
  const slot = { resource, day, slot: 'morning', purpose: '合唱排练' }
  const booking = told.begin(book, [community, made], slot)
  told.step(booking, ['noteUse', community, `${day} 12:00`], { people: 30, rating: 'good' })
}

test('a room opened years ago is among what the unit opens, with the uses of the year alone', () => {
  const told = market()
  const room = openRoom(told)
  uses(told, room, ['12-20 09:00', '2026-12-26'])
  uses(told, room, ['12-28 09:00', '2027-01-02'])
  uses(told, room, ['2027-01-04 09:00', '2027-01-09'])
  const last = balance(told, 2026, '2027-01-20 09:00')
  expect(told.fields(last)).toMatchObject({
    resources: 1,
    bookings: 1,
    served: 30,
    resourceLines: '一楼大会议室：使用 1 次',
  })
  const next = balance(told, 2027, '2027-03-01 09:00')
  expect(told.fields(next)).toMatchObject({
    resources: 1,
    bookings: 2,
    served: 60,
    resourceLines: '一楼大会议室：使用 2 次',
  })
  expect(told.refused(next, ['issue', bureau, '2027-03-02 09:00'])).toBeUndefined()
})

test('a use is that of its own room', () => {
  const told = market()
  const room = openRoom(told)
  openRoom(told, { title: '二楼多功能厅' }, '08-04 09:00')
  uses(told, room, ['08-05 09:00', '2026-08-08'])
  const id = balance(told, 2026, '12-20 09:00')
  expect(told.fields(id)).toMatchObject({
    resources: 2,
    resourceLines: '二楼多功能厅：使用 0 次\n一楼大会议室：使用 1 次',
  })
})

test('what was closed stays in the years in which it was open, what opens later is not in them', () => {
  const told = market()
  const early = openRoom(told, { title: '一楼小会议室' })
  const late = openRoom(told, { title: '二楼多功能厅' }, '08-04 09:00')
  openRoom(told, { title: '三楼图书室', until: '2026-12-31' }, '08-05 09:00')
  told.step(early, ['close', bureau, '12-01 09:00'])
  told.step(late, ['close', bureau, '2027-01-04 09:00'])
  openRoom(told, { title: '四楼报告厅' }, '2027-01-05 09:00')
  const names = (year: number, moment: string) =>
    told.fields(balance(told, year, moment))['resourceLines']
  expect(names(2026, '2027-01-20 09:00')).toBe(
    '三楼图书室：使用 0 次\n二楼多功能厅：使用 0 次\n一楼小会议室：使用 0 次',
  )
  expect(names(2027, '2027-03-01 09:00')).toBe('四楼报告厅：使用 0 次\n二楼多功能厅：使用 0 次')
})

test('a project counts in the year in which it was delivered', () => {
  const { told, id } = underway()
  const first = balance(told, 2026, '12-20 09:00')
  expect(told.fields(first)).toMatchObject({ projects: 0, served: 0 })
  expect(told.fields(first)['projectLines']).toBeUndefined()
  told.step(first, ['issue', bureau, '12-21 09:00'])
  told.step(id, ['deliver', bureau, '2027-02-03 09:00'], delivery)
  told.step(id, ['judge', community, '2027-02-04 09:00'], { rating: 'good' })
  const next = balance(told, 2027, '2027-03-01 09:00')
  expect(told.fields(next)).toMatchObject({ projects: 1, judged: 0, good: 1, served: 240 })
  expect(told.fields(next)['projectLines']).toContain('服务 240 人次')
})

test('an agreement counts in the year in which it was signed, whoever drafted it', () => {
  const agreed = (drafter: typeof bureau, signer: typeof bureau) => {
    const { told, id } = underway()
    const drafted = told.step(id, ['draftAgreement', drafter, '12-28 09:00'])
    const [agreement = ''] = told.opened(drafted, 'cobuild-agreement')
    told.step(agreement, ['sign', signer, '2027-01-05 09:00'])
    return [2026, 2027].map(
      (year) => told.fields(balance(told, year, `2027-03-0${year - 2025} 09:00`))['agreements'],
    )
  }
  expect(agreed(bureau, community)).toEqual([0, 1])
  expect(agreed(community, bureau)).toEqual([0, 1])
})

test('a project nobody has delivered, or that was stopped, is none', () => {
  const { told, id } = underway()
  told.step(id, ['stop', bureau, '08-10 09:00'], { reason: '场地装修' })
  const again = {
    need: listNeed(told, {}, '08-11 09:00'),
    resource: openRoom(told, {}, '08-11 09:10'),
  }
  told.step(told.begin(propose, [bureau, '08-11 10:00'], again), [
    'confirm',
    community,
    '08-12 09:00',
  ])
  const drawn = told.fields(balance(told, 2026, '12-20 09:00'))
  expect(drawn).toMatchObject({ unit: unit.bureau, projects: 0, resources: 2 })
})
