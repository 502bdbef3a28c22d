import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, unit } from '../../../kernel/testing.ts'
import { askers, of, seers } from '../../street-mandate/testing/access-table.ts'
import { working } from '../testing/roles.ts'
import { bureau, call, paired, street } from '../two-way-pair/testing.ts'
import { twoWayConsultation } from './kind.ts'

const kind = 'two-way-consultation'
const held = { outcome: '联合整治夜市占道' }

function called() {
  const told = paired()
  const data = { ...call, spot: '街道会议室', startAt: at('08-10 09:00') }
  told.does(told.pair, 'consult', [street, '08-04 09:00', data])
  return { ...told, id: told.opened(kind) }
}

test('the declaration is sound, and a calendar file tells when and where', () => {
  expect(problemsIn(twoWayConsultation)).toEqual([])
  expect(twoWayConsultation.appointment).toEqual({ from: 'startAt', where: 'spot', parties: [] })
})

test('either side calls it, and its result is written when its time has come', () => {
  const told = called()
  expect(told.record(told.id)).toMatchObject({
    title: call.topic,
    fields: {
      giver: unit.street,
      taker: unit.bureau,
      side: 'territory',
      day: '2026-08-10',
      startAt: at('08-10 09:00'),
      spot: expect.anything(),
      agenda: expect.anything(),
    },
  })
  expect(told.refused(told.id, 'hold', [bureau, '08-10 08:59', held])).toBe('hasBegun')
  expect(told.until('08-10 17:00')).toEqual(['ConsultationUnheld'])
  told.does(told.id, 'hold', [bureau, '08-10 18:00', held])
  expect(told.state(told.id)).toBe('closed')
  expect(told.counted(kind)).toEqual({ held: 1 })
})

test('R054 it counts for the side that called it, and for the other once it put matters on it', () => {
  for (const answers of [false, true]) {
    const told = called()
    if (answers) told.does(told.id, 'addAgenda', [bureau, '08-05 09:00', { answer: '夜间噪声' }])
    told.does(told.id, 'hold', [street, '08-10 09:00', held])
    const { missing, consultedOn } = told.record(told.pair).fields
    expect(consultedOn).toBe('2026-08-10')
    expect(missing).not.toContain('consultation-territory')
    expect(Array.isArray(missing) && missing.includes('consultation-industry')).toBe(!answers)
  }
})

test('R055 one that was cancelled is no consultation', () => {
  const told = called()
  told.does(told.id, 'cancel', [bureau, '08-05 09:00', { reason: '防汛值守' }])
  expect(told.state(told.id)).toBe('cancelled')
  expect(told.counted(kind)).toEqual({})
  expect(told.record(told.pair).fields['consultedOn']).toBeUndefined()
})

test('what needs following up is followed to a result', () => {
  const told = called()
  const holds = (followOn: string) =>
    told.refused(told.id, 'hold', [street, '08-10 10:00', { ...held, followOn }])
  expect(holds('2026-08-09')).toBe('followsAhead')
  expect(holds('2026-08-20')).toBeUndefined()
  expect(told.state(told.id)).toBe('following')
  expect(told.until('08-20 17:00')).toEqual(['ConsultationFollowRanLate'])
  told.does(told.id, 'finish', [bureau, '08-21 09:00', { followed: '已联合整治两次' }])
  expect(told.state(told.id)).toBe('closed')
})

test('both sides write, the one called adds, and committees look on', () => {
  const told = called()
  const { world, id } = told
  const both = of(['bureau', 'street'], working)
  expect(askers(twoWayConsultation, world, told.record(id))).toEqual({
    addAgenda: of(['bureau'], working),
    hold: both,
    cancel: both,
  })
  told.does(id, 'hold', [street, '08-10 10:00', { ...held, followOn: '2026-08-20' }])
  expect(askers(twoWayConsultation, world, told.record(id))).toEqual({ finish: both })
  expect(seers(twoWayConsultation, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
})
