import { expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import type { Step } from '../../../kernel/rehearsal.ts'
import { unit } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  answered,
  appeal,
  type AppealStory,
  caller,
  clerk,
  handled,
  toStreet,
} from './testing.ts'

/** What a step adds to the counts, stock apart: '+solved', '-solved'. */
function counts(told: AppealStory, steps: readonly Step[] | undefined): readonly string[] {
  return (steps ?? []).flatMap((step) =>
    step.kind === residentAppeal
      ? deltasOf(residentAppeal, told.world, step)
          .filter((delta) => !delta.measure.startsWith('state:'))
          .map((delta) => `${delta.n > 0 ? '+' : '-'}${delta.measure}@${delta.day.slice(5)}`)
      : [],
  )
}

function does(told: AppealStory, command: string, how: Parameters<AppealStory['does']>[2]) {
  const done = told.does(told.id, command, how)
  return counts(told, done.ok ? done.steps : undefined)
}

test('an appeal counts as received by the day it was, and as dispatched in that day’s cohort', () => {
  const told = appeal()
  const begun = told.city.ask({
    kind: 'resident-appeal',
    command: 'ask',
    actor: { by: 'public' },
    at: 1_785_729_600_000,
    place: { city: 1, district: 11 },
    data: { detail: '路灯不亮' },
  })
  expect(counts(told, begun.ok ? begun.steps : [])).toEqual(['+registered@08-03', '+began@08-03'])
  expect(does(told, 'dispatch', { by: agent, at: '08-04 08:00', data: toStreet })).toEqual([
    '-began@08-03',
    '+began@08-03',
    '+accepted@08-03',
  ])
})

test('answers and judgements count, a judgement in the cohort of the day the appeal began', () => {
  const told = handled()
  expect(
    does(told, 'submitAnswer', {
      by: clerk,
      at: '08-05 16:00',
      data: { publicAnswer: '已经处理完毕' },
    }),
  ).toEqual(['+answered@08-05'])
  expect(
    does(told, 'judge', {
      by: told.reporter,
      at: '08-06 10:00',
      data: { solved: 'solved', responded: true },
    }),
  ).toEqual(['+evaluated@08-03', '+responded@08-03', '+solved@08-03'])
})

test('a call-back that the person replaces is not counted twice', () => {
  const told = answered()
  expect(
    does(told, 'callBack', {
      by: caller,
      at: '08-06 10:00',
      data: { solved: 'partly', responded: true },
    }),
  ).toEqual(['+evaluated@08-03', '+responded@08-03', '+partly@08-03'])
  expect(
    does(told, 'judge', {
      by: told.reporter,
      at: '08-07 10:00',
      data: { solved: 'unsolved', responded: false, reason: '没有变化' },
    }),
  ).toEqual(['+reopened@08-07', '-responded@08-03', '-partly@08-03'])
})

test('a return and lateness are counted', () => {
  const told = appeal()
  const dutyItem = told.item('withdrawn')
  told.step('dispatch', [agent, '08-03 09:30'], toStreet)
  expect(
    does(told, 'return', { by: clerk, at: '08-03 10:00', data: { dutyItem, reason: '不归我们' } }),
  ).toEqual(['+returned@08-03'])
  const late = told.city.until(1_790_000_000_000).find((step) => step.event.type === 'RanLate')
  expect(counts(told, late === undefined ? [] : [late])).toEqual(['+late@08-12', '+everLate@08-03'])
})

test('a recurrence counts once it is dispatched', () => {
  const told = answered()
  told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'solved' })
  const again = told.begin({
    kind: 'resident-appeal',
    command: 'ask',
    area: 1111,
    by: { by: 'public' },
    at: '08-10 09:00',
    data: { detail: '又占道经营' },
  })
  const sent = told.does(again, 'dispatch', { by: agent, at: '08-10 10:00', data: toStreet })
  expect(counts(told, sent.ok ? sent.steps : [])).toContain('+recurred@08-10')
})

test('a corrected category moves the appeal’s cohort with it', () => {
  const told = handled()
  const moved = told.does(told.id, 'correct', {
    by: agent,
    at: '08-04 09:00',
    data: { category: 'noise', reason: '归类有误' },
  })
  const deltas =
    moved.ok && moved.steps[0] !== undefined
      ? deltasOf(residentAppeal, told.world, moved.steps[0])
      : []
  expect(deltas.map(({ measure, category, n, unit: by }) => [measure, category, n, by])).toEqual([
    ['state:handling', 'stall', -1, unit.street],
    ['state:handling', 'noise', 1, unit.street],
    ['began', 'stall', -1, unit.street],
    ['began', 'noise', 1, unit.street],
    ['accepted', 'stall', -1, unit.street],
    ['accepted', 'noise', 1, unit.street],
  ])
})
