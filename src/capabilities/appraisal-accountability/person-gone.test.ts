import { expect, test } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { post, unit } from '../../kernel/testing.ts'
import { interview } from './interview/kind.ts'
import { organisation, secretary } from './testing/reviewing.ts'
import { low, objection, postsOf, predecessor, prepared, successor } from './testing/people.ts'

test('who has left every post is told on paper, and what they object on paper is answered', () => {
  const leaves = () => {
    const one = prepared()
    one.here.now.held = postsOf([successor])
    one.asks('rate', secretary, '08-05 09:00', low)
    return one
  }
  const quiet = leaves()
  const informed = { informedOn: '2026-08-06' }
  expect(quiet.asks('inform', successor, '08-06 09:00', informed)).toBe('notVisible')
  const late = { informedOn: '2026-08-07' }
  expect(quiet.asks('inform', organisation, '08-06 09:00', late)).toBe('hasBeenInformed')
  expect(quiet.asks('inform', organisation, '08-06 09:00', informed)).toBeUndefined()
  expect(quiet.record(quiet.id).state).toBe('final')
  expect(quiet.opened('interview')).not.toBe('')
  const loud = leaves()
  expect(
    loud.asks('inform', secretary, '08-06 09:00', { ...informed, ...objection }),
  ).toBeUndefined()
  expect(loud.record(loud.id).state).toBe('objected')
  expect(loud.opened('interview')).toBe('')
  const here = prepared()
  here.asks('rate', secretary, '08-05 09:00', low)
  expect(here.asks('inform', organisation, '08-06 09:00', informed)).toBe('isGoneByNow')
})

test('who leaves after the grade was told is told on paper too', () => {
  const { here, asks, id, record } = prepared()
  asks('rate', secretary, '08-05 09:00', low)
  const informed = { informedOn: '2026-08-06' }
  expect(asks('inform', organisation, '08-06 09:00', informed)).toBe('isGoneByNow')
  here.now.held = postsOf([successor])
  expect(asks('inform', organisation, '08-06 10:00', informed)).toBeUndefined()
  expect(record(id).state).toBe('final')
})

test('an interview ends with who has left every post, held or not, and a held one stays counted', () => {
  for (const held of [false, true]) {
    const { here, asks, opened, tries, record } = prepared()
    asks('rate', secretary, '08-05 09:00', low)
    asks('accept', predecessor, '08-06 09:00')
    const id = opened('interview')
    tries(id, 'interview/approve', secretary, '08-07 09:00')
    if (held)
      tries(id, 'interview/hold', secretary, '08-07 10:00', {
        heldOn: '2026-08-07',
        by: '区委组织部副部长',
        notes: '就两个问题没有整改到位谈话',
        demands: '一个月内整改到位',
        dueOn: '2026-09-07',
      })
    const reason = { reason: '本人已退休' }
    const ends = (by: Actor, moment: string) => tries(id, 'interview/end', by, moment, reason)
    expect(ends(secretary, '08-10 09:00'), 'still here').toBe('hasLeft')
    here.now.held = postsOf([successor])
    expect(ends(successor, '08-10 10:00')).toBe('notVisible')
    expect(ends(secretary, '08-10 11:00')).toBeUndefined()
    expect(record(id).state).toBe('ended')
    expect(interview.counters.lowHeld.cohort(record(id))).toBe(held)
  }
})

test('who has moved up decides, answers and rechecks nothing that is about themselves', () => {
  const risen = post('leader', unit.committee, 'moved')
  const other = post('secretary', unit.committee)
  const { here, asks, opened, tries } = prepared()
  const rises = () => {
    here.now.held = postsOf([successor])
    here.now.went = risen.by === 'post' ? risen.post : undefined
  }
  rises()
  for (const command of ['rate', 'drop'])
    expect(asks(command, risen, '08-05 09:00', { ...low, reason: '不评' })).toBe('notOfOneself')
  expect(asks('rate', other, '08-05 10:00', low)).toBeUndefined()
  expect(asks('object', risen, '08-06 09:00', objection)).toBeUndefined()
  const answer = { answer: '已核对整改记录', ...low }
  for (const command of ['uphold', 'change', 'follow'])
    expect(asks(command, risen, '08-06 10:00', answer)).toBe('notOfOneself')
  expect(asks('uphold', other, '08-06 11:00', answer)).toBeUndefined()
  const meeting = opened('interview')
  const held = {
    heldOn: '2026-08-07',
    by: '区委组织部副部长',
    notes: '就两个问题没有整改到位谈话',
    demands: '一个月内整改到位',
    dueOn: '2026-09-07',
    reason: '不约谈',
    recheck: '两项都已整改到位',
    result: '两项都已整改',
  }
  const refuses = (commands: readonly string[], moment: string) => {
    for (const command of commands)
      expect(tries(meeting, `interview/${command}`, risen, moment, held)).toBe('notOfOneself')
  }
  refuses(['approve', 'decline'], '08-07 09:00')
  tries(meeting, 'interview/approve', other, '08-07 10:00')
  refuses(['hold', 'follow'], '08-07 11:00')
  tries(meeting, 'interview/hold', other, '08-07 12:00', held)
  tries(meeting, 'interview/report', risen, '08-10 09:00', held)
  refuses(['settle', 'again'], '08-10 10:00')
  expect(tries(meeting, 'interview/settle', other, '08-10 11:00', held)).toBeUndefined()
})
