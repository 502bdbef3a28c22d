import { expect, test } from 'vitest'
import { filled, templateOf } from './template.ts'

const one = 'at 2026-01-02T03:04:05.678Z by 00000000-0000-4000-8000-000000000001, 1767323045678'
const other = 'at 2026-01-02T03:05:05.678Z by 00000000-0000-4000-8000-000000000001, 1767323105678'
const slotting = (a: string, b: string) => (a === b ? 'same' : a.endsWith('Z') ? 1 : 0)

test('what differs between two texts has a place, what is the same stays', () => {
  const template = templateOf(one, other, slotting)
  expect(template?.slots).toEqual([1, 0])
  expect(template && filled(template, ['later', 'then'])).toBe(
    'at then by 00000000-0000-4000-8000-000000000001, later',
  )
})

test('texts that differ in more than such words have no template', () => {
  expect(templateOf(one, other.replace('at', 'on'), slotting)).toBeUndefined()
  expect(templateOf(one, `${other} and more`, slotting)).toBeUndefined()
  expect(templateOf(one, other, () => undefined)).toBeUndefined()
  expect(templateOf(one, 'nothing', slotting)).toBeUndefined()
})

test('a text without such words is its own template', () => {
  expect(templateOf('same', 'same', slotting)).toEqual({ texts: ['same'], slots: [] })
})
