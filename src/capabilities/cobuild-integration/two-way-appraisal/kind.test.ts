import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, unit } from '../../../kernel/testing.ts'
import { askers, of, seers } from '../../street-mandate/testing/access-table.ts'
import { limitsOf } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { bureau, paired, scores, street } from '../two-way-pair/testing.ts'
import { twoWayAppraisal } from './kind.ts'

const kind = 'two-way-appraisal'
const organisation = post('clerk', unit.organisation)

function judged() {
  const told = paired()
  told.does(told.pair, 'judge', [street, '08-04 09:00', scores])
  return { ...told, id: told.opened(kind) }
}

test('the declaration is sound', () => {
  expect(problemsIn(twoWayAppraisal)).toEqual([])
  expect(limitsOf(twoWayAppraisal)).toEqual({
    'twoWayAppraisal.objection': '5 working-day',
    'twoWayAppraisal.answer': '5 working-day',
  })
})

test('R054 each side judges the other as a unit, once a year', () => {
  const told = judged()
  expect(told.record(told.id)).toMatchObject({
    title: '2026年度双向考核',
    fields: {
      giver: unit.street,
      taker: unit.bureau,
      side: 'territory',
      year: 2026,
      dutyScore: 90,
      talkScore: 80,
      helpScore: 85,
      average: 85,
    },
  })
  expect(told.record(told.pair).fields['missing']).not.toContain('appraisal-territory')
  expect(told.record(told.pair).fields['missing']).toContain('appraisal-industry')
  const again = () => told.refused(told.pair, 'judge', [street, '08-05 09:00', scores])
  expect(again()).toBe('claimTaken')
  expect(told.refused(told.pair, 'judge', [bureau, '08-05 09:00', scores])).toBeUndefined()
  told.until('2027-01-04 09:00')
  const next = told.refused(told.pair, 'judge', [street, '2027-01-04 10:00', scores])
  expect(next).toBeUndefined()
})

test('without an objection it holds, and what was made of it is written down', () => {
  const told = judged()
  expect(told.until('08-11 17:00')).toEqual(['JudgementSettled'])
  told.does(told.id, 'use', [organisation, '08-12 09:00', { use: '纳入年度考核参考' }])
  expect(told.state(told.id)).toBe('used')
  expect(told.counted(kind)).toEqual({ judged: 1, used: 1 })
  const accepted = judged()
  accepted.does(accepted.id, 'accept', [bureau, '08-05 09:00'])
  expect(accepted.state(accepted.id)).toBe('settled')
})

test('an objection is answered, with the marks changed or kept', () => {
  const told = judged()
  told.does(told.id, 'object', [bureau, '08-05 09:00', { objection: '八月才开始会商' }])
  expect(told.until('08-12 17:00')).toEqual(['ObjectionAnswerRanLate'])
  const { words, ...marks } = { ...scores, talkScore: 95 }
  told.does(told.id, 'answer', [street, '08-13 09:00', { ...marks, answer: words }])
  expect(told.record(told.id)).toMatchObject({
    state: 'settled',
    fields: { dutyScore: 90, talkScore: 95, helpScore: 85, average: 90 },
  })
})

test('the judged side answers for itself, and the organisation department uses the result', () => {
  const told = judged()
  const { world, id } = told
  const may = () => askers(twoWayAppraisal, world, told.record(id))
  expect(may()).toEqual({ accept: of(['bureau'], signing), object: of(['bureau'], signing) })
  expect(seers(twoWayAppraisal, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
  told.does(id, 'object', [bureau, '08-05 09:00', { objection: '八月才开始会商' }])
  expect(may()).toEqual({ answer: of(['street'], signing) })
  const { words, ...marks } = scores
  told.does(id, 'answer', [street, '08-05 10:00', { ...marks, answer: words }])
  const using = of(['cityOrganisation', 'organisation'], ['clerk', 'head', 'leader', 'secretary'])
  expect(may()).toEqual({ use: using })
})
