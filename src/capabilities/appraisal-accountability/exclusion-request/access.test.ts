import { expect, test } from 'vitest'
import { town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { tellings } from '../testing/scoring.ts'
import { exclusionRequest } from './kind.ts'
import { asked, opinion, reviewer } from './testing.ts'

test('who is told of what', () => {
  expect(tellings(exclusionRequest)).toEqual([
    'request reviewer',
    'accept applicant unit',
    'refuse applicant unit',
    'withdraw reviewer',
    'noteLate reviewer',
    'revoke applicant unit',
  ])
})

const inside = everyone.filter((who) => who !== 'public' && who !== 'link')

test('everybody on the platform reads what is left out, except whom the appeal complains of', () => {
  const { world, played, id } = asked()
  const record = played.record(id)
  if (record === undefined) throw new Error('the request is there')
  expect(seers(exclusionRequest, world, record)).toEqual(inside)
  const about = asked({ complained: unit.otherStreet })
  const own = about.played.record(about.id)
  if (own === undefined) throw new Error('the request is there')
  expect(seers(exclusionRequest, world, own)).toEqual(
    inside.filter((who) => !who.startsWith('otherStreet ')),
  )
})

test('what the one appeal was judged is read by those who deal with the request, and so are rates it could be worked out from', () => {
  const { fields: declared } = exclusionRequest
  for (const name of [
    'counted',
    'baseBefore',
    'baseAfter',
    'respondedBefore',
    'respondedAfter',
    'solvedBefore',
    'solvedAfter',
  ] as const)
    expect(declared[name].seenBy, name).toEqual(['applicant', 'reviewer'])
  expect(exclusionRequest.fields.applicantPerson.seenBy).toEqual([])
})

test('any handler may ask, the applicant withdraws, supervision decides', () => {
  const told = asked()
  const may = () => {
    const record = told.played.record(told.id)
    return record === undefined ? {} : askers(exclusionRequest, told.world, record)
  }
  const asking = starters(exclusionRequest, told.world, town.district)['request'] ?? []
  expect(asking).toHaveLength(inside.length)
  expect(asking[0]).toBe('hotline dispatcher clerk head worker')
  const reviewers = of(['citySupervision', 'supervision'], ['head', 'supervisor'])
  expect(may()).toEqual({
    accept: reviewers,
    refuse: reviewers,
    withdraw: of(['street'], ['dispatcher', 'clerk', 'head', 'worker']),
  })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(may()).toEqual({ revoke: reviewers })
})
