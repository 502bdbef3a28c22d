import { describe, expect, it } from 'vitest'
import { categoryGroups, categoryLeaves } from './categories.ts'
import { FRAME_ROWS } from './frame-rows.ts'
import { appealText } from './phrases.ts'
import { pick, seededRandom } from './random.ts'
import { tableRows } from './table.ts'

const CITY = { street: '华山街道', community: '翠湖西路社区' }
const COUNTRY = { street: '汤丹镇', community: '官庄村' }

const told = categoryLeaves.flatMap((leaf) => {
  const random = seededRandom(Number(leaf.code))
  const around = leaf.setting === 'rural' ? COUNTRY : CITY
  return Array.from({ length: 60 }, () => ({ leaf, around, ...appealText(random, leaf, around) }))
})

describe('the words of invented appeals', () => {
  it('know at least six ways of telling for every first-level category', () => {
    const rows = tableRows(FRAME_ROWS, 2)
    for (const { code, name } of categoryGroups) {
      const ways = rows.filter(([group]) => group === code).map(([, frame]) => frame)
      expect(new Set(ways).size, name).toBeGreaterThanOrEqual(6)
    }
  })

  it('are the same for the same seed', () => {
    const twice = [seededRandom(3), seededRandom(3)].map((random) =>
      categoryLeaves.map((leaf) => appealText(random, leaf, CITY)),
    )
    expect(twice[0]).toEqual(twice[1])
  })

  it('leave no place unfilled and stay readable', () => {
    expect(told.filter(({ title, detail }) => /[{}?!/|]/.test(title + detail))).toEqual([])
    expect(told.filter(({ title }) => title.length < 4 || title.length > 45)).toEqual([])
    expect(told.filter(({ detail }) => detail.length < 15 || detail.length > 160)).toEqual([])
  })

  it('tell of every purpose a category usually has, and of no other', () => {
    for (const leaf of categoryLeaves) {
      const purposes = new Set(
        told.filter((text) => text.leaf === leaf).map((text) => text.purpose),
      )
      expect(purposes, leaf.name).toEqual(new Set(leaf.purposes))
    }
  })

  it('hardly ever repeat one another', () => {
    const random = seededRandom(11)
    const details = Array.from(
      { length: 5000 },
      () => appealText(random, pick(random, categoryLeaves), CITY).detail,
    )
    expect(new Set(details).size).toBeGreaterThan(4000)
  })

  it('hold no telephone or identity numbers', () => {
    expect(told.filter(({ title, detail }) => /\d{5}/.test(title + detail))).toEqual([])
  })

  it('place what they tell inside the community, and keep to a given place', () => {
    expect(told.filter(({ spot }) => !/翠湖西路|官庄/.test(spot))).toEqual([])
    const [leaf] = categoryLeaves
    const spot = '翠湖西路家园3幢'
    const again = leaf && appealText(seededRandom(1), leaf, { ...CITY, spot })
    expect(again?.spot).toBe(spot)
  })
})
