import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { unit } from '../../../kernel/testing.ts'
import { askers, of, seers } from '../../street-mandate/testing/access-table.ts'
import { limitsOf } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { bureau, duty, paired, street } from '../two-way-pair/testing.ts'
import { twoWayDuty } from './kind.ts'

const kind = 'two-way-duty'
const progress = { progress: '每周巡查两次' }

function drafted() {
  const told = paired()
  told.does(told.pair, 'owe', [street, '08-04 09:00', { ...duty, detail: '每周两次' }])
  return { ...told, id: told.opened(kind) }
}

test('the declaration is sound', () => {
  expect(problemsIn(twoWayDuty)).toEqual([])
  expect(limitsOf(twoWayDuty)).toEqual({
    'twoWayDuty.sign': '5 working-day',
    'twoWayDuty.confirm': '5 working-day',
  })
})

test('what a side owes is signed by the other, reported by itself, confirmed by the other', () => {
  const told = drafted()
  expect(told.record(told.id)).toMatchObject({
    title: duty.duty,
    fields: {
      pair: told.pair,
      giver: unit.street,
      taker: unit.bureau,
      side: 'territory',
      dueOn: '2026-09-01',
      detail: expect.anything(),
    },
  })
  expect(told.until('08-11 17:00')).toEqual(['TwoWayDutySignRanLate'])
  expect(told.counted(kind)).toEqual({})
  told.does(told.id, 'sign', [bureau, '08-12 09:00'])
  expect(told.until('09-01 17:00')).toEqual(['TwoWayDutyRanLate'])
  told.does(told.id, 'report', [street, '09-02 09:00', progress])
  expect(told.until('09-09 17:00')).toEqual(['TwoWayDutyConfirmRanLate'])
  told.does(told.id, 'sendBack', [bureau, '09-10 09:00', { reason: '缺夜间巡查' }])
  told.does(told.id, 'report', [street, '09-11 09:00', progress])
  told.does(told.id, 'confirm', [bureau, '09-11 10:00'])
  expect(told.state(told.id)).toBe('done')
  expect(told.counted(kind)).toEqual({ signed: 1, done: 1 })
})

test('R054 a duty that was not signed is no record of that direction', () => {
  const told = drafted()
  told.does(told.id, 'refuse', [bureau, '08-04 10:00', { reason: '不属本部门职责' }])
  expect(told.state(told.id)).toBe('refused')
  expect(told.counted(kind)).toEqual({})
  expect(told.record(told.pair).fields['missing']).toContain('responsibility-territory')
})

test('each step is one side’s alone; committees and organisation departments look on', () => {
  const told = drafted()
  const { world, id } = told
  const may = () => askers(twoWayDuty, world, told.record(id))
  expect(may()).toEqual({ sign: of(['bureau'], signing), refuse: of(['bureau'], signing) })
  told.does(id, 'sign', [bureau, '08-04 10:00'])
  expect(may()).toEqual({ report: of(['street'], working) })
  told.does(id, 'report', [street, '08-04 11:00', progress])
  expect(may()).toEqual({ confirm: of(['bureau'], working), sendBack: of(['bureau'], working) })
  expect(seers(twoWayDuty, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
})
