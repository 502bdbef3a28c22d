import { describe, expect, test } from 'vitest'
import { at, town, unit } from '../../../kernel/testing.ts'
import {
  begun,
  cityCommittee,
  committee,
  community,
  nextMeeting,
  opened,
  street,
} from '../meeting/testing.ts'
import { established, running } from './testing.ts'

describe('convening', () => {
  const cycles = [
    ['joint', '2027-08-04', [cityCommittee, town.city]],
    ['joint', '2027-02-03', [committee, town.district]],
    ['joint', '2026-11-03', [street, town.street]],
    ['joint', '2026-11-03', [community, town.community]],
    ['leading', '2027-02-03', [street, town.street]],
    ['study', '2027-02-03', [committee, town.district]],
    ['forum', '2026-11-03', [cityCommittee, town.city]],
  ] as const

  test.each(cycles)('%s: the first meeting is due on %s', (sort, due, [by, area]) => {
    const { told, id } = running(by, area, { sort })
    const stage = told.city.record(id)?.clocks['cycle']?.stages[0]
    expect(new Date((stage?.due ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(due)
    expect(stage?.asks).toBe('noteOverdue')
  })

  test('a body that has not met within its cycle is overdue and asked to be convened', () => {
    const { told, id } = running()
    expect(told.expected(id)).toEqual([])
    expect(told.until('11-03 09:09', id)).toEqual([])
    expect(told.until('11-03 09:10', id)).toEqual(['BodyRanOverdue'])
    expect(told.fields(id)['pace']).toBe('overdue')
    expect(told.expected(id)).toEqual([`${unit.street} convene`])
  })

  test('a planned meeting quiets it, a cancelled one asks again, a held one starts the cycle anew', () => {
    const { told, id } = running()
    told.until('11-03 09:10')
    const done = told.does(id, 'convene', {
      by: street,
      at: '11-04 09:00',
      data: { ...nextMeeting, startAt: at('11-06 09:00'), endAt: at('11-06 11:00') },
    })
    const meeting = opened(done, 'meeting')
    expect(told.fields(id)).toMatchObject({ pace: 'arranged', nextAt: at('11-06 09:00') })
    expect(told.expected(id)).toEqual([])
    const later = { startAt: at('11-09 09:00'), endAt: at('11-09 11:00'), spot: '会议室' }
    told.step(meeting, 'reschedule', [street, '11-04 10:00', later])
    expect(told.fields(id)).toMatchObject({ pace: 'arranged', nextAt: at('11-09 09:00') })
    told.step(meeting, 'cancel', [street, '11-05 09:00', { reason: '材料未齐' }])
    expect(told.fields(id)).toMatchObject({ pace: 'overdue' })
    expect(told.fields(id)['nextAt']).toBeUndefined()
    expect(told.expected(id)).toEqual([`${unit.street} convene`])
    const again = told.does(id, 'convene', {
      by: street,
      at: '11-05 10:00',
      data: { ...nextMeeting, startAt: at('11-06 09:00'), endAt: at('11-06 11:00') },
    })
    const held = opened(again, 'meeting')
    told.step(held, 'notify', [street, '11-05 11:00'])
    told.step(held, 'open', [street, '11-06 09:00'])
    told.step(held, 'finish', [street, '11-06 11:00'])
    expect(told.fields(id)).toMatchObject({
      pace: 'onTime',
      held: 1,
      lastHeldAt: at('11-06 09:00'),
    })
    expect(told.city.record(id)?.clocks['cycle']?.stages[0]?.due).toBe(
      at('11-06 11:00') + 92 * 86_400_000,
    )
  })

  test('one convened before the cycle ends and not held by then is overdue but arranged', () => {
    const { told, id } = running()
    told.step(id, 'convene', [
      street,
      '11-01 09:00',
      {
        ...nextMeeting,
        startAt: at('11-06 09:00'),
        endAt: at('11-06 11:00'),
      },
    ])
    expect(told.fields(id)['pace']).toBe('onTime')
    told.until('11-03 09:10')
    expect(told.fields(id)['pace']).toBe('arranged')
  })

  test('a meeting lies ahead and ends after it begins', () => {
    const { told, id } = running()
    const convenes = (startAt: number, endAt: number) =>
      told.refused(id, 'convene', [street, '08-10 09:00', { ...nextMeeting, startAt, endAt }])
    expect(convenes(at('08-10 09:00'), at('08-10 11:00'))).toBe('endsAfterItBegins')
    expect(convenes(at('08-11 09:00'), at('08-11 09:00'))).toBe('endsAfterItBegins')
    expect(convenes(at('08-11 09:00'), at('08-11 09:01'))).toBeUndefined()
  })

  test('setting up takes twenty working days at most before the host is told', () => {
    const { told, done } = established()
    const id = begun(done)
    expect(told.expected(id)).toEqual([`${unit.street} activate`])
    expect(told.until('08-31 16:59', id)).toEqual([])
    expect(told.until('08-31 17:00', id)).toEqual(['BodySetUpRanLate'])
  })
})
