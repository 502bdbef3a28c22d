import { expect, test } from 'vitest'
import type { Role } from './actor.ts'
import type { HolderFact } from './fact.ts'
import { askedHolder, holdersAmong, holderValue, oneHolder } from './holder-fact.ts'

const ofUnit: HolderFact = { holder: { unit: { input: 'unit' }, roles: ['secretary', 'head'] } }
const ofPost: HolderFact = { holder: { post: { field: 'person' } } }
const valued = (value: string | number | null) => () => value

test('who holds a role in a unit is asked for, or what one who held a post holds now', () => {
  expect(askedHolder(ofUnit, valued(30))).toEqual({ unit: 30, roles: ['secretary', 'head'] })
  expect(askedHolder(ofPost, valued('post-1'))).toEqual({ post: 'post-1' })
})

test('nobody is asked for while unit or post are not given', () => {
  for (const value of [null, ''] as const) {
    expect(askedHolder(ofUnit, valued(value))).toBeUndefined()
    expect(askedHolder(ofPost, valued(value))).toBeUndefined()
  }
})

test('a post that was found is told with its unit, and counts as one', () => {
  const post = { id: 'post-1', unit: 30, person: 'p-1' }
  expect(holderValue(post)).toEqual({ count: 1, rows: [], post })
  expect(holderValue(undefined)).toEqual({ count: 0, rows: [] })
})

test('the first role that anybody has there is asked for; where two have it nobody is meant', () => {
  const held = (...roles: Role[]) => roles.map((role, at) => ({ role, id: `${role}${at}` }))
  const found = (...roles: Role[]) => oneHolder(held(...roles), ['secretary', 'head'])?.id
  expect(found('head', 'secretary')).toBe('secretary1')
  expect(found('clerk', 'head')).toBe('head1')
  expect(found('head', 'secretary', 'secretary')).toBeUndefined()
  expect(found('clerk')).toBeUndefined()
})

test('among posts that nobody leaves, a post is still its holder’s', () => {
  const secretary = { id: 's', person: 'p', unit: 30, role: 'secretary' } as const
  const holder = holdersAmong([{ ...secretary, id: 'o', unit: 31 }, secretary])
  const at = { id: 's', unit: 30, person: 'p' }
  expect(holder({ unit: 30, roles: ['secretary'] })).toEqual(at)
  expect(holder({ unit: 32, roles: ['secretary'] })).toBeUndefined()
  expect(holder({ post: 's' })).toEqual(at)
  expect(holder({ post: 'gone' })).toBeUndefined()
})
