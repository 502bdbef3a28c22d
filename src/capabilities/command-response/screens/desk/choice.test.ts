import { expect, test } from 'vitest'
import type { ItemAdvice } from './advice.ts'
import {
  type Choice,
  dispatchData,
  missingFrom,
  withAdvised,
  withCategory,
  withItem,
  withLead,
  withLimitClass,
} from './choice.ts'

const nothing: Choice = { byHand: [] }
const parking = item('i1', 31)
const smoke = item('i2', 32)

test('a category brings its own limit', () => {
  expect(withCategory(nothing, '0301', 'general')).toMatchObject({ limitClass: 'general' })
})

test('a limit chosen by hand stays when the category changes', () => {
  const chosen = withLimitClass(withCategory(nothing, '0301', 'general'), 'urgent')
  expect(withCategory(chosen, '0302', 'complex').limitClass).toBe('urgent')
})

test('once the category stands, the duty list fills in who leads', () => {
  const advised = withAdvised(withCategory(nothing, '0301', 'general'), [parking, smoke])
  expect(advised).toMatchObject({ dutyItem: 'i1', lead: 31 })
})

test('without a category nothing is filled in', () => {
  expect(withAdvised(nothing, [parking])).toEqual(nothing)
})

test('an item without a unit here is passed over', () => {
  const advised = withAdvised(withCategory(nothing, '0301', 'general'), [
    { ...parking, lead: null },
    smoke,
  ])
  expect(advised).toMatchObject({ dutyItem: 'i2', lead: 32 })
})

test('a unit chosen by hand is never overwritten by advice that comes later', () => {
  const chosen = withLead(withCategory(nothing, '0301', 'general'), 99)
  expect(withAdvised(chosen, [parking]).lead).toBe(99)
})

test('another category takes along what advice had filled in, and leaves what a person chose', () => {
  const advised = withAdvised(withCategory(nothing, '0301', 'general'), [parking])
  expect(withCategory(advised, '0501', 'general').lead).toBeUndefined()
  expect(withCategory(withItem(advised, smoke), '0501', 'general').lead).toBe(32)
})

test('an item taken by hand names its ruling, and another unit lets go of it', () => {
  const precedent = { id: 'r1', number: '裁1', says: '由住建局主办' }
  const taken = withItem(nothing, { ...parking, precedent })
  expect(dispatchData(taken)).toEqual({ dutyItem: 'i1', lead: 31, precedent: 'r1' })
  expect(dispatchData(withLead(taken, 40))).toEqual({ dutyItem: 'i1', lead: 40 })
})

test('what is missing is said field by field', () => {
  expect(Object.keys(missingFrom(nothing))).toEqual(['category', 'limitClass', 'lead'])
  expect(missingFrom(withItem(withCategory(nothing, '0301', 'general'), parking))).toEqual({})
})

function item(id: string, lead: number): ItemAdvice {
  return {
    id,
    number: '3.12',
    name: '停车秩序',
    type: 'basic',
    typeLabel: '基本履职',
    block: '城市管理',
    lead: { id: lead, name: `单位${lead}` },
    cooperating: [],
    basis: '履职清单',
    reason: '履职清单 3.12',
  }
}
