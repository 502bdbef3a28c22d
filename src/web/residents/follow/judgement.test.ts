import { expect, test } from 'vitest'
import { judgementData, judgementProblems } from './judgement.ts'

const nothing = { responded: '', solved: '', satisfied: '', reason: '', words: '' }

test('a judgement needs one answer: whether it is solved', () => {
  expect(Object.keys(judgementProblems(nothing))).toEqual(['solved'])
  expect(judgementProblems({ ...nothing, solved: 'solved' })).toEqual({})
  expect(judgementProblems({ ...nothing, solved: 'partly' })).toEqual({})
})

test('not solved asks what is left', () => {
  expect(judgementProblems({ ...nothing, solved: 'unsolved' })).toHaveProperty('reason')
  expect(judgementProblems({ ...nothing, solved: 'unsolved', reason: ' 灯 ' })).toHaveProperty(
    'reason',
  )
  expect(judgementProblems({ ...nothing, solved: 'unsolved', reason: '还坏着' })).toEqual({})
})

test('questions left open are not answered for the person', () => {
  expect(judgementData({ ...nothing, solved: 'solved' })).toEqual({ solved: 'solved' })
  expect(judgementData({ ...nothing, solved: 'solved', responded: 'no' })).toEqual({
    solved: 'solved',
    responded: false,
  })
})

test('a reason written before changing one’s mind is not sent', () => {
  expect(judgementData({ ...nothing, solved: 'solved', reason: '还坏着' })).toEqual({
    solved: 'solved',
  })
})
