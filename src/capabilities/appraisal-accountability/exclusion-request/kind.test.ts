import { expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { limitsOf } from '../../street-mandate/testing/told.ts'
import { exclusionRequest } from './kind.ts'
import { asked, codeOf, counts, desk, given, handler, opinion, reviewer } from './testing.ts'

test('the declaration is sound, and five working days are for deciding', () => {
  expect(problemsIn(exclusionRequest)).toEqual([])
  expect(limitsOf(exclusionRequest)).toEqual({ 'exclusion.decide': '5 working-day' })
})

test('all that a request is about is taken from the appeal', () => {
  const { played, id, appeal } = asked()
  expect(played.record(id)).toMatchObject({
    state: 'asked',
    title: expect.stringContaining('前街街道申请剔除 no-'),
    place: { city: town.city, district: town.district, street: town.street },
    fields: {
      appeal,
      unit: unit.street,
      applicant: unit.street,
      from: '2026-08-01',
      to: '2026-08-31',
      counted: ['evaluated', 'responded'],
    },
  })
})

test('whoever handles an appeal or dispatched it asks, and nobody else', () => {
  expect(asked().request.ok).toBe(true)
  const byDesk = asked({}, desk)
  expect(byDesk.fields()).toMatchObject({ applicant: unit.desk, unit: unit.street })
  expect(codeOf(asked({}, post('clerk', unit.otherStreet)).request)).toBe('appealIsOwn')
  expect(codeOf(asked({ lead: null }, desk).request)).toBe('appealIsOwn')
})

test('an appeal is asked about once while it is asked or left out', () => {
  const told = asked()
  const again = (moment: string) =>
    codeOf(
      told.begin('exclusion-request', 'request', [
        handler,
        moment,
        { appeal: told.appeal, ...given },
      ]),
    )
  expect(again('08-10 10:00')).toBe('claimTaken')
  told.asks(told.id, 'accept', [reviewer, '08-10 11:00', opinion])
  expect(again('08-10 12:00')).toBe('claimTaken')
  told.asks(told.id, 'revoke', [reviewer, '08-10 13:00', { reason: '案号有误，撤销' }])
  expect(again('08-10 14:00')).toBeUndefined()
})

test('another person of another unit decides, not of the handling unit’s line either', () => {
  const person = 'same'
  const told = asked({}, post('clerk', unit.street, person))
  const decides = (id: string, by: Actor) => [
    told.asks(id, 'accept', [by, '08-10 10:00', opinion]),
    told.asks(id, 'refuse', [by, '08-10 10:00', opinion]),
  ]
  const same = post('supervisor', unit.supervision, person)
  expect(decides(told.id, same)).toEqual(['decidedByAnother', 'decidedByAnother'])
  const ofItself = asked({ lead: unit.supervision }, desk)
  const city = post('supervisor', unit.citySupervision)
  const tries = (one: typeof ofItself, by: Actor) =>
    one.asks(one.id, 'accept', [by, '08-10 10:00', opinion])
  expect(tries(ofItself, reviewer)).toBe('decidedElsewhere')
  expect(tries(ofItself, city)).toBeUndefined()
  const bySupervision = asked(
    { desk: unit.supervision },
    post('clerk', unit.supervision, 'another'),
  )
  expect(tries(bySupervision, reviewer)).toBe('decidedElsewhere')
  expect(bySupervision.asks(bySupervision.id, 'refuse', [reviewer, '08-10 10:00', opinion])).toBe(
    'decidedElsewhere',
  )
})

test('what is accepted leaves the rates, and both rates stand in the decision', () => {
  const told = asked()
  expect(told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])).toBeUndefined()
  expect(told.played.record(told.appeal)?.fields['exclusion']).toBe(told.id)
  expect(told.fields()).toMatchObject({
    baseBefore: 10,
    baseAfter: 9,
    respondedBefore: 90,
    respondedAfter: 88.9,
    solvedBefore: 80,
    solvedAfter: 88.9,
    decidedAt: at('08-11 10:00'),
  })
  const where = { area: town.street, unit: unit.street, from: '2026-08-01', to: '2026-08-31' }
  expect(told.figures).toEqual([
    { id: 'N13', part: 'responded', ...where },
    { id: 'N13', part: 'solved', ...where },
  ])
  expect(counts(told)).toEqual(['+asked procedure', '+excluded procedure'])
})

test('an appeal that nobody judged yet changes no rate', () => {
  const told = asked({ solved: null, responded: null })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(told.fields()).toMatchObject({
    counted: [],
    baseBefore: 10,
    baseAfter: 10,
    solvedBefore: 80,
    solvedAfter: 80,
  })
})

test('a solved appeal leaves the solved as well', () => {
  const told = asked({ solved: 'solved' })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(told.fields()).toMatchObject({ solvedBefore: 80, solvedAfter: 77.8, baseAfter: 9 })
})

test('what was left out comes back when it is revoked, by somebody who might have decided', () => {
  const told = asked({}, post('clerk', unit.street, 'same'))
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  const revokes = (by: Actor) =>
    told.asks(told.id, 'revoke', [by, '08-12 10:00', { reason: '案号有误，撤销' }])
  expect(revokes(post('supervisor', unit.supervision, 'same'))).toBe('decidedByAnother')
  expect(revokes(reviewer)).toBeUndefined()
  expect(told.played.record(told.appeal)?.fields['exclusion']).toBeUndefined()
  expect(counts(told)).toEqual([
    '+asked procedure',
    '+excluded procedure',
    '+revoked procedure',
    '-excluded procedure',
  ])
})

test('a unit near the handling one revokes nothing', () => {
  const told = asked({ lead: unit.supervision }, desk)
  told.asks(told.id, 'accept', [post('supervisor', unit.citySupervision), '08-11 10:00', opinion])
  expect(
    told.asks(told.id, 'revoke', [reviewer, '08-12 10:00', { reason: '案号有误，撤销' }]),
  ).toBe('decidedElsewhere')
})

test('what is refused or withdrawn changes nothing of the appeal', () => {
  const refused = asked()
  refused.asks(refused.id, 'refuse', [reviewer, '08-11 10:00', opinion])
  expect(refused.played.record(refused.appeal)?.fields['exclusion']).toBeUndefined()
  expect(refused.fields()).toMatchObject({
    decidedAt: at('08-11 10:00'),
    baseBefore: 10,
    baseAfter: 10,
    respondedBefore: 90,
    respondedAfter: 90,
    solvedBefore: 80,
    solvedAfter: 80,
  })
  const withdrawn = asked()
  withdrawn.asks(withdrawn.id, 'withdraw', [handler, '08-11 10:00', {}])
  expect(withdrawn.played.record(withdrawn.id)?.state).toBe('withdrawn')
})

test('a decision that takes more than five working days is told', () => {
  const { played, id } = asked()
  const due = played.record(id)?.clocks['decide']?.stages[0]?.due ?? 0
  expect(due).toBe(at('08-17 17:00'))
  expect(played.until(due - 1).map(({ event }) => event.type)).toEqual([])
  expect(played.until(due).map(({ event }) => event.type)).toEqual(['ExclusionRanLate'])
})
