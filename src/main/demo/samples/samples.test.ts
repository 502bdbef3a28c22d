import { expect, it } from 'vitest'
import { kinds } from '../../registry.ts'
import { past } from '../past/testing.ts'
import { samples } from './all.ts'

it('every sample happens, step by step, and nobody asks what is refused', () => {
  const told = past(0)
  const lives = [...told.lives]
  expect(Object.fromEntries(told.refusals)).toEqual({})
  const begun = Map.groupBy(lives, ({ kind }) => kind.name)
  for (const kind of new Set(samples.map((sample) => sample.kind)))
    expect(begun.get(kind)?.length, kind).toBeGreaterThan(0)
}, 60_000)

it('every kind has records in the demo city that can be looked at', () => {
  const played = new Set([...past(400).lives].map(({ kind }) => kind.name))
  expect([...kinds.keys()].filter((name) => !played.has(name))).toEqual([])
}, 60_000)
