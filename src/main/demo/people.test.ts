import { describe, expect, it } from 'vitest'
import { inventPeople } from './people.ts'
import { seededRandom } from './random.ts'

const people = inventPeople(seededRandom(7), 20_000)

describe('invented people', () => {
  it('are the same for the same seed and others for another', () => {
    expect(inventPeople(seededRandom(7), 20_000)).toEqual(people)
    expect(inventPeople(seededRandom(8), 20_000)).not.toEqual(people)
  })

  it('have names and numbers of their own', () => {
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length)
    expect(new Set(people.map((person) => person.phone)).size).toBe(people.length)
  })

  it('have mobile numbers of eleven digits that no operator has given out', () => {
    expect(people.filter((person) => !/^154000\d{5}$/.test(person.phone))).toEqual([])
  })

  it('have names of two characters, of compound surnames, with rare characters, and long ones', () => {
    const names = people.map((person) => person.name)
    expect(names.some((name) => Array.from(name).length === 2)).toBe(true)
    expect(names.some((name) => name.startsWith('欧阳'))).toBe(true)
    expect(names.some((name) => name.includes('䶮'))).toBe(true)
    expect(names.some((name) => name.length > Array.from(name).length)).toBe(true)
    expect(names.some((name) => /^\p{Script=Han}{4,}·\p{Script=Han}{4,}$/u.test(name))).toBe(true)
  })

  it('run out rather than share a number', () => {
    expect(() => inventPeople(seededRandom(1), 100_001)).toThrow(RangeError)
  })
})
