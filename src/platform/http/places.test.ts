import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { NoPlace, openPlaces } from './places.ts'

const an = { who: 'an', waitMs: 10_000 }
const bo = { who: 'bo', waitMs: 10_000 }

/** Work that ends when it is told to. */
function works() {
  const ends: (() => void)[] = []
  const begun: string[] = []
  const work = (name: string) => () =>
    new Promise<void>((end) => {
      begun.push(name)
      ends.push(end)
    })
  return { begun, work, end: () => ends.shift()?.() }
}

test('one asker has at most their share, and the next gets the place beside it', async () => {
  const { begun, work, end } = works()
  const places = openPlaces({ atOnce: 3, each: 2 })
  const all = [1, 2, 3, 4].map((n) => places.at(an, work(`an${n}`)))
  all.push(places.at(bo, work('bo')))
  await pause(0)
  expect(begun).toEqual(['an1', 'an2', 'bo'])
  end()
  await pause(0)
  expect(begun.slice(3)).toEqual(['an3'])
  for (const _ of all) {
    end()
    await pause(0)
  }
  expect(begun.slice(4)).toEqual(['an4'])
  await Promise.all(all)
})

test('what fails leaves its place', async () => {
  const places = openPlaces({ atOnce: 1, each: 1 })
  await expect(places.at(an, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await places.at(bo, () => Promise.resolve(7))).toBe(7)
})

test('who waits too long is told whose work stood before theirs, and holds no place', async () => {
  const { work, end } = works()
  const places = openPlaces({ atOnce: 1, each: 1 })
  const first = places.at(an, work('an'))
  const told = (who: string) =>
    places
      .at({ who, waitMs: 20 }, work(who))
      .catch((error: unknown) => error instanceof NoPlace && error.own)
  expect(await told('an')).toBe(true)
  expect(await told('bo')).toBe(false)
  end()
  await first
  expect(await places.at(bo, () => Promise.resolve('in'))).toBe('in')
})
