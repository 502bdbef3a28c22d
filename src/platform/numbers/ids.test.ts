import { expect, test } from 'vitest'
import { version } from 'uuid'
import { derivedId, newId } from './ids.ts'

test('new ids differ and come in order', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.toSorted()).toEqual(ids)
  expect(version(ids[0] ?? '')).toBe(7)
})

test('what follows from one thing under one name has one id', () => {
  const event = '01990000-0000-7000-8000-000000000001'
  const other = '01990000-0000-7000-8000-000000000002'
  expect(derivedId(event, 'opens')).toBe(derivedId(event, 'opens'))
  expect(derivedId(event, 'opens')).not.toBe(derivedId(event, 'asks'))
  expect(derivedId(event, 'opens')).not.toBe(derivedId(other, 'opens'))
  expect(version(derivedId(event, 'opens'))).toBe(5)
})

test('nothing follows from what is no id', () => {
  expect(() => derivedId('event-1', 'opens')).toThrow(TypeError)
})
