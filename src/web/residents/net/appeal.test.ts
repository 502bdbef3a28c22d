import { expect, test } from 'vitest'
import { appealIn } from './appeal.ts'

test('only what is offered may be done', () => {
  const offers = [{ command: 'judge', label: '评价', input: {} }, { label: '?' }]
  const appeal = appealIn({ offers })
  expect(appeal.offers.has('judge')).toBe(true)
  expect(appeal.offers.has('withdraw')).toBe(false)
})

test('an answer with parts missing is shown without them', () => {
  expect(appealIn({ number: '26080300000P' })).toMatchObject({
    number: '26080300000P',
    answer: '',
    handler: '',
    photos: [],
    complained: '',
    steps: [],
    timeline: [],
    demo: false,
  })
  expect(appealIn(undefined).number).toBe('')
})
