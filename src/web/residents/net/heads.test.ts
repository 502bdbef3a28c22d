import { expect, test } from 'vitest'
import { headsIn } from './heads.ts'

test('a published day is read with its numbers; a part that is missing is shown empty', () => {
  const day = { day: '2026-03-02', seals: 3, events: 9, records: 4, hash: 'a1', short: 'A1' }
  expect(headsIn({ heads: [day], more: true })).toEqual({ heads: [day], more: true })
  expect(headsIn({ heads: [{ day: '2026-03-02' }] }).heads[0]).toMatchObject({
    hash: '',
    short: '',
  })
  expect(headsIn(undefined)).toEqual({ heads: [], more: false })
})
