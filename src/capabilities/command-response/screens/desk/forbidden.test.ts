import { expect, test } from 'vitest'
import { forbiddenFor } from './forbidden.ts'

test('a withdrawn item is not for the street nor for anything under it', () => {
  for (const type of ['street', 'street-office'])
    expect(forbiddenFor(type, 'withdrawn')?.says).toContain('收回')
  expect(forbiddenFor('department', 'withdrawn')).toBeUndefined()
})

test('where the street only cooperates, the named department leads', () => {
  expect(forbiddenFor('street', 'cooperate')?.instead).toContain('牵头部门')
})

test('a community only assists, whatever the item', () => {
  expect(forbiddenFor('community', undefined)?.says).toContain('社区只协助')
})

test("a basic item is the street's own", () => {
  expect(forbiddenFor('street', 'basic')).toBeUndefined()
})
