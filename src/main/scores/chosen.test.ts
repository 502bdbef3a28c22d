import { expect, test } from 'vitest'
import {
  asked,
  handler,
  opinion,
  reviewer,
} from '../../capabilities/appraisal-accountability/exclusion-request/testing.ts'
import { exclusionRequest as kind } from '../../capabilities/appraisal-accountability/exclusion-request/kind.ts'
import { post, unit } from '../../kernel/testing.ts'
import { requestView } from './chosen.ts'

test('the rates on both sides of a decision are told to those who deal with it, and to nobody else', () => {
  const told = asked()
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  const record = told.played.record(told.id)
  if (record === undefined) throw new Error('the request is there')
  const ratesTo = (who: typeof handler) => requestView(told.world, { record, kind }, who).rates
  expect(ratesTo(handler)).toEqual([
    { label: '响应率', before: 90, after: 88.9 },
    { label: '解决率', before: 80, after: 88.9 },
  ])
  expect(ratesTo(reviewer)).toHaveLength(2)
  expect(ratesTo(post('clerk', unit.otherStreet))).toEqual([])
})
