import { describe, expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import {
  begun,
  bureau,
  committee,
  community,
  counts,
  type Data,
  nextMeeting,
  opened,
  organisation,
  street,
} from '../meeting/testing.ts'
import { agendaItem } from './kind.ts'
import { districtBody, proposed, raised, words } from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(agendaItem)).toEqual([])
})

test('the limits a city begins with', () => {
  const texts = Object.entries(agendaItem.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'agenda.review': '5 个工作日',
    'agenda.talk': '12 小时',
    'agenda.settle': '5 个工作日',
  })
})

describe('on the agenda', () => {
  test('members and the host propose, nobody else', () => {
    const { told, body } = proposed()
    const tries = (by: typeof street, data: Data = {}, area: number = town.street) => {
      const given = { body, ...words, ...data }
      const done = told.starts('agenda-item', 'propose', { by, area, data: given })
      return done.ok ? undefined : done.refused
    }
    for (const by of [community, bureau, street]) expect(tries(by)).toBeUndefined()
    expect(tries(post('clerk', unit.traffic))).toBe('proposerTakesPart')
    expect(tries(committee)).toBe('proposerTakesPart')
    expect(tries(street, { body: 'none' })).toBe('proposerTakesPart')
    expect(tries(community, {}, town.community)).toBe('liesWithTheBody')
  })

  test('is put on a meeting of its own body that has not ended', () => {
    const { told, body, upper, meeting, id } = proposed()
    expect(told.fields(id)).toMatchObject({ proposer: unit.community, host: unit.street })
    const accepts = (one: string) =>
      told.refused(id, 'accept', [street, '08-04 09:00', { meeting: one, order: 1 }])
    const how = { by: organisation, at: '08-03 12:00', data: nextMeeting }
    expect(accepts(opened(told.does(upper, 'convene', how), 'meeting'))).toBe('meetingIsTheBodys')
    const other = told.does(body, 'convene', { by: street, at: '08-03 13:00', data: nextMeeting })
    const off = opened(other, 'meeting')
    told.step(off, 'cancel', [street, '08-03 14:00', { reason: '重复' }])
    expect(accepts(off)).toBe('meetingIsTheBodys')
    expect(accepts('none')).toBe('meetingIsTheBodys')
    expect(accepts(meeting)).toBeUndefined()
    told.step(id, 'reorder', [street, '08-04 10:00', { order: 3 }])
    expect(told.fields(id)).toMatchObject({ meeting, order: 3 })
    told.step(id, 'postpone', [street, '08-04 11:00'])
    expect(told.fields(id)['meeting']).toBeUndefined()
    expect(told.state(id)).toBe('proposed')
    told.step(id, 'decline', [street, '08-05 09:00', { reason: '已有安排' }])
    expect(told.state(id)).toBe('declined')
  })

  test('is discussed, and the time it took is known', () => {
    const { told, meeting, id } = proposed()
    told.step(id, 'accept', [street, '08-04 09:00', { meeting }])
    told.step(id, 'begin', [street, '08-10 09:05'])
    expect(told.expected(id)).toEqual([`${unit.street} conclude`])
    told.step(id, 'conclude', [street, '08-10 09:25'])
    expect(told.fields(id)).toMatchObject({
      begunAt: at('08-10 09:05'),
      endedAt: at('08-10 09:25'),
    })
    expect(told.state(id)).toBe('discussed')
  })

  test('not looked at, or left in discussion, it tells its host', () => {
    const { told, meeting, id } = proposed()
    expect(told.expected(id)).toEqual([`${unit.street} accept`])
    expect(told.until('08-10 16:59', id)).toEqual([])
    expect(told.until('08-10 17:00', id)).toEqual(['ItemReviewRanLate'])
    told.step(meeting, 'notify', [street, '08-11 08:00'])
    told.step(id, 'accept', [street, '08-11 08:30', { meeting }])
    told.step(id, 'begin', [street, '08-11 09:00'])
    expect(told.until('08-11 20:59', id)).toEqual([])
    expect(told.until('08-11 21:00', id)).toEqual(['ItemTalkRanLate'])
  })
})

describe('up and down', () => {
  test('what a level cannot settle goes to the body right above, and its result comes back', () => {
    const { told, id, above, upper } = raised()
    expect(told.state(id)).toBe('raised')
    expect(told.city.record(above)).toMatchObject({
      state: 'proposed',
      title: words.title,
      place: { district: town.district, street: undefined },
      fields: { body: upper, raisedFrom: id, proposer: unit.street, host: unit.committee },
    })
    const how = { by: organisation, at: '08-04 10:00', data: nextMeeting }
    const meeting = opened(told.does(upper, 'convene', how), 'meeting')
    told.step(above, 'accept', [organisation, '08-05 09:00', { meeting }])
    told.step(above, 'begin', [organisation, '08-10 09:00'])
    const concludes = (data: Data) =>
      told.refused(above, 'conclude', [organisation, '08-10 09:30', data])
    expect(concludes({})).toBe('belowIsAnswered')
    expect(concludes({ outcome: '由区交警统一规划' })).toBeUndefined()
    expect(told.state(id)).toBe('returned')
    expect(told.fields(id)['answer']).toBeDefined()
    expect(told.expected(id)).toEqual([`${unit.street} settle`])
    expect(told.until('08-17 16:59', id)).toEqual([])
    expect(told.until('08-17 17:00', id)).toEqual(['ItemSettlingRanLate'])
    told.step(id, 'settle', [street, '08-18 09:00'])
    expect(told.state(id)).toBe('discussed')
  })

  test('declined above, it comes back with the reason and may be taken up again', () => {
    const { told, body, id, above } = raised()
    told.step(above, 'decline', [organisation, '08-05 09:00', { reason: '街道可以解决' }])
    expect(told.state(id)).toBe('returned')
    const how = { by: street, at: '08-05 10:00', data: nextMeeting }
    const meeting = opened(told.does(body, 'convene', how), 'meeting')
    told.step(id, 'accept', [street, '08-05 11:00', { meeting }])
    expect(told.state(id)).toBe('accepted')
  })

  test('it is raised one level only, to a body that still stands', () => {
    const { told, body, upper, id } = proposed()
    const raises = (one: string) =>
      told.refused(id, 'raise', [street, '08-04 09:00', { upper: one, why: '涉及多个街道' }])
    expect(raises(body)).toBe('upperIsNextAbove')
    expect(raises('none')).toBe('upperIsNextAbove')
    told.step(upper, 'dissolve', [organisation, '08-03 12:00', { reason: '重设' }])
    expect(raises(upper)).toBe('upperIsNextAbove')
    expect(raises(districtBody(told, { sort: 'leading' }))).toBeUndefined()
  })

  test('raised further still, the answer goes down step by step', () => {
    const { told, id, above } = raised()
    const city = begun(
      told.starts('meeting-body', 'establish', {
        by: post('leader', unit.cityCommittee),
        area: town.city,
        data: { sort: 'joint', title: '市联席会议', units: [unit.committee], duty: '统筹' },
      }),
    )
    told.step(city, 'activate', [post('leader', unit.cityCommittee), '08-04 10:00'])
    const done = told.does(above, 'raise', {
      by: organisation,
      at: '08-05 09:00',
      data: { upper: city, why: '需要市级统筹' },
    })
    const top = opened(done, 'agenda-item')
    const data = { reason: '按现行规定办理' }
    told.step(top, 'decline', [post('leader', unit.cityCommittee), '08-06 09:00', data])
    expect(told.state(above)).toBe('returned')
    expect(told.refused(above, 'settle', [organisation, '08-07 09:00'])).toBe('belowIsAnswered')
    told.step(above, 'settle', [organisation, '08-07 09:00', { outcome: '按现行规定办理' }])
    expect(told.state(id)).toBe('returned')
  })

  test('items are counted as proposed, raised and answered', () => {
    const { told, upper, id } = proposed()
    const data = { upper, why: '涉及多个街道' }
    const done = told.does(id, 'raise', { by: street, at: '08-04 09:00', data })
    expect(counts(told, 'agenda-item', done)).toEqual(['+raised@08-04', '+proposed@08-04'])
    const above = opened(done, 'agenda-item')
    const how = { by: organisation, at: '08-05 09:00', data: { reason: '街道可以解决' } }
    expect(counts(told, 'agenda-item', told.does(above, 'decline', how))).toEqual([
      '+returned@08-05',
    ])
  })
})
