import { describe, expect, it } from 'vitest'
import { demoAreas } from './areas.ts'

const areas = demoAreas()
const byCode = new Map(areas.map((area) => [area.code, area]))

function count(level: string, type?: string): number {
  return areas.filter((area) => area.level === level && (type === undefined || area.type === type))
    .length
}

describe('the division tree of the demo city', () => {
  it('has 14 districts and counties, 150 second-level units and 1,738 communities', () => {
    expect([count('city'), count('district'), count('street'), count('community')]).toEqual([
      1, 14, 150, 1738,
    ])
  })

  it('has 7 urban districts, 6 counties and one county-level city', () => {
    expect([count('district', '区'), count('district', '县'), count('district', '县级市')]).toEqual(
      [7, 6, 1],
    )
  })

  it('tells 83 streets from 42 towns, 16 townships and 9 development zones', () => {
    expect(['街道', '镇', '乡', '开发区'].map((type) => count('street', type))).toEqual([
      83, 42, 16, 9,
    ])
  })

  it('tells residents’ communities from villages', () => {
    expect([count('community', '社区'), count('community', '村')]).toEqual([821, 917])
  })

  it('gives every area one code of the length of its level', () => {
    expect(byCode.size).toBe(areas.length)
    const lengths = { city: 6, district: 6, street: 9, community: 12 }
    expect(areas.filter((area) => String(area.code).length !== lengths[area.level])).toEqual([])
  })

  it('hangs every area under one of the level above', () => {
    const above = { city: undefined, district: 'city', street: 'district', community: 'street' }
    const wrong = areas.filter((area) => {
      const parent = area.parent === undefined ? undefined : byCode.get(area.parent)
      return parent?.level !== above[area.level]
    })
    expect(wrong).toEqual([])
  })

  it('repeats 52 community names, so a name never identifies a community', () => {
    const names = Map.groupBy(
      areas.filter((area) => area.level === 'community'),
      (area) => area.name,
    )
    expect([...names.values()].filter((same) => same.length > 1)).toHaveLength(52)
  })

  it('never repeats a short name among streets, nor among the communities of one street', () => {
    const streets = areas.filter((area) => area.level === 'street')
    expect(new Set(streets.map((area) => area.shortName)).size).toBe(150)
    const communities = areas.filter((area) => area.level === 'community')
    const keys = communities.map((area) => `${String(area.parent)} ${area.shortName}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('shortens names the way people say them', () => {
    const short = [530126, 530115200, 530102401, 530181004201].map((code) => byCode.get(code))
    expect(short.map((area) => area?.shortName)).toEqual(['石林县', '双河乡', '高新区', '官庄村'])
  })
})
