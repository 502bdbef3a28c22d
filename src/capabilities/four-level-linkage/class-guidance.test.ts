import { expect, test } from 'vitest'
import { at, governedWorld } from '../../kernel/testing.ts'
import { guidanceAt, requirements } from './class-guidance.ts'

/** A city that became a provincial capital's equal on 1 September. */
const world = governedWorld([], {
  parameters: {
    'city.class': [
      { from: 0, version: 'first', value: 'other' },
      { from: at('09-01 00:00'), version: 'second', value: 'capital' },
    ],
  },
})
const scopes = (moment: string) =>
  Object.fromEntries(guidanceAt(world, at(moment)).rows.map(({ name, scope }) => [name, scope]))

test('R032 the class decides what is mandatory, and a past day keeps the class it had', () => {
  expect(scopes('08-31 12:00')).toEqual({
    tasksRemoved: 'central',
    empowered: 'adapted',
    officesUnified: 'adapted',
    fourLevelMeetings: 'everywhere',
    fourInstitutions: 'everywhere',
    whistles: 'adapted',
    response: 'everywhere',
    fundedAdmission: 'adapted',
  })
  expect(new Set(Object.values(scopes('09-01 09:00')))).toEqual(new Set(['everywhere']))
  expect(guidanceAt(world, at('08-31 12:00')).cityClass).toBe('other')
  expect(guidanceAt(world, at('09-01 09:00')).cityClass).toBe('capital')
})

test('each requirement is told once and seen by one figure', () => {
  expect(new Set(requirements.map(({ name }) => name)).size).toBe(requirements.length)
  expect(new Set(requirements.map(({ indicator }) => indicator)).size).toBe(requirements.length)
})
