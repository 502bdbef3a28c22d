import { describe, expect, test } from 'vitest'
import type { Clock } from './kind.ts'
import type { ClockState } from './record.ts'
import { at, townWorld } from './testing.ts'
import type { Instant } from './time.ts'
import { type Passage, turnClocks } from './turn.ts'

const world = {
  ...townWorld([]),
  parameters: {
    stop: [{ from: 0, version: 'v1', value: { qty: 4, unit: 'working-hour' } }],
    finish: [
      { from: 0, version: 'v1', value: { qty: 5, unit: 'working-day' } },
      { from: at('08-10 00:00'), version: 'v2', value: { qty: 2, unit: 'working-day' } },
    ],
  },
}

/** Two stages from one start: stop it within hours, finish it within days. */
const clock: Clock = {
  label: '办理',
  stages: [
    { limit: { parameter: 'finish' }, asks: 'noteLate' },
    { limit: { parameter: 'stop' }, asks: 'noteNotStopped' },
  ],
  runs: ['working', 'checking'],
  pauses: ['resting'],
  restarts: ['Renewed'],
  ends: ['Settled'],
  basis: '测试',
}

type Turn = Partial<Passage> & { readonly from?: string; readonly to: string; readonly at: Instant }

function turned(before: ClockState | undefined, turn: Turn): ClockState | undefined {
  const patch = turnClocks(
    { limit: clock },
    {
      from: undefined,
      event: 'Happened',
      fields: {},
      world,
      allows: () => true,
      turns: {},
      clocks: before === undefined ? {} : { limit: before },
      ...turn,
    },
  )
  if (!('limit' in patch)) return before
  return patch['limit'] ?? undefined
}

const begun = turned(undefined, { to: 'working', at: at('08-03 09:00') })
const dues = (state: ClockState | undefined) =>
  state?.stages.map((stage) => [stage.asks, stage.due, stage.fired])

describe('a clock', () => {
  test('counts every stage from its start and asks the nearest first', () => {
    expect(dues(begun)).toEqual([
      ['noteNotStopped', at('08-03 14:00'), false],
      ['noteLate', at('08-10 17:00'), false],
    ])
  })

  test('keeps its limit and version when the parameter changes, and a new one takes the new', () => {
    expect(turned(begun, { from: 'working', to: 'checking', at: at('08-12 09:00') })).toBe(begun)
    const later = turned(undefined, { to: 'working', at: at('08-12 09:00') })
    expect(later?.stages.map((stage) => stage.version)).toEqual(['v1', 'v2'])
    expect(dues(later)?.[1]).toEqual(['noteLate', at('08-14 17:00'), false])
  })

  test('fires one stage and goes on to the next', () => {
    const fired = turned(begun, {
      from: 'working',
      to: 'working',
      at: at('08-03 14:00'),
      fired: { name: 'limit', due: at('08-03 14:00') },
    })
    expect(dues(fired)?.map(([, , isFired]) => isFired)).toEqual([true, false])
  })

  test('stands still where it is paused, and what is left is left', () => {
    const paused = turned(begun, { from: 'working', to: 'resting', at: at('08-03 10:00') })
    expect(paused?.pausedAt).toBe(at('08-03 10:00'))
    const resumed = turned(paused, { from: 'resting', to: 'working', at: at('08-05 09:00') })
    expect(resumed?.pausedAt).toBeUndefined()
    expect(dues(resumed)).toEqual([
      ['noteNotStopped', at('08-05 12:00'), false],
      ['noteLate', at('08-12 17:00'), false],
    ])
  })

  test('that starts in a paused state waits whole', () => {
    const paused = turned(undefined, { to: 'resting', at: at('08-03 09:00') })
    const resumed = turned(paused, { from: 'resting', to: 'working', at: at('08-05 09:00') })
    expect(dues(resumed)?.[0]).toEqual(['noteNotStopped', at('08-05 14:00'), false])
  })

  test('ends when its states are left, and on the event that ends it', () => {
    expect(turned(begun, { from: 'working', to: 'closed', at: at('08-04 09:00') })).toBeUndefined()
    const settled = turned(begun, {
      from: 'working',
      to: 'working',
      event: 'Settled',
      at: at('08-04 09:00'),
    })
    expect(settled).toBeUndefined()
    expect(
      turned(settled, { from: 'working', to: 'checking', at: at('08-04 10:00') }),
    ).toBeUndefined()
  })

  test('starts anew on the event that restarts it, and by hand', () => {
    for (const how of [{ event: 'Renewed' }, { turns: { limit: 'restart' as const } }]) {
      const again = turned(begun, { from: 'working', to: 'working', at: at('08-04 09:00'), ...how })
      expect(again?.started).toBe(at('08-04 09:00'))
    }
  })

  test('counted again keeps its start and takes the parameter of that day', () => {
    const again = turned(begun, {
      from: 'working',
      to: 'working',
      at: at('08-12 09:00'),
      turns: { limit: 'recount' },
    })
    expect(dues(again)).toEqual(dues(begun))
  })

  test('extended by hand says how it was moved', () => {
    const extend = { qty: 2, unit: 'working-day' } as const
    const longer = turned(begun, {
      from: 'working',
      to: 'working',
      at: at('08-04 09:00'),
      turns: { limit: { extend, words: '批准延期' } },
    })
    expect(longer?.stages[1]?.due).toBe(at('08-12 17:00'))
    expect(longer?.stages[1]?.moved?.[0]).toContain('批准延期')
  })

  test('does not start where its condition fails', () => {
    const patch = turnClocks(
      { limit: { ...clock, when: 'isNeeded' } },
      {
        clocks: {},
        from: undefined,
        to: 'working',
        event: 'Happened',
        at: at('08-03 09:00'),
        fields: {},
        world,
        allows: () => false,
        turns: {},
      },
    )
    expect(patch).toEqual({})
  })
})
