import { expect, test } from 'vitest'
import type { Field } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { Change, EventRecord } from '../../kernel/record.ts'
import type { CityState } from '../world/city-state.ts'
import { matter } from '../testing/kinds.ts'
import { place, world } from '../testing/world.ts'
import { changesOf, movedOf, stepsOfEvents } from './event-changes.ts'
import { nothingKnown } from './record-row.ts'

const state: CityState = { city: 5301, name: '', demo: false, version: '1', lists: {}, world }
const known = { ...nothingKnown, state, year: 2026 }
const lead: Field = { type: 'unit', label: '承办' }

function event(seq: number, change: Change): EventRecord {
  return { seq, at: seq, type: 'X', actor: '', post: '', ask: '', input: {}, change }
}

function told(changes: readonly Change[], kind: Kind = matter) {
  const steps = stepsOfEvents(changes.map((change, at) => event(at + 1, change)))
  const at = { kind, relations: new Set(['desk']), known }
  return steps.map((step) => ({
    moved: movedOf(step, kind),
    changes: changesOf(step, at).map(({ label, before, after }) => [label, before, after]),
  }))
}

const opened: Change = { state: 'open', place, fields: { lead: 2, size: 3 } }

test('what an event changed is told in words, from what to what; what it first set is no change', () => {
  expect(told([opened, { fields: { lead: 3, source: 'A1' } }])).toEqual([
    { moved: undefined, changes: [] },
    { moved: undefined, changes: [['承办', '城管局', '水务局']] },
  ])
})

test('what was emptied, where it lies and where it went are told too', () => {
  const { community: _, ...street } = place
  const [, second] = told([opened, { state: 'closed', fields: { size: null }, place: street }])
  expect(second).toEqual({
    moved: '办理中 → 办结',
    changes: [
      ['数量', '3', ''],
      ['所在地', '东区 / 河口街道 / 桥头社区', '东区 / 河口街道'],
    ],
  })
})

test('a change of what the reader may not read is not told', () => {
  const kept: Kind = {
    ...matter,
    fields: { ...matter.fields, lead: { ...lead, seenBy: ['lead'] } },
  }
  const [, second] = told([opened, { fields: { lead: 3 } }], kept)
  expect(second?.changes).toEqual([])
})
