import { describe, expect, it } from 'vitest'
import { demoAreas } from './areas.ts'
import { categoryGroups } from './categories.ts'
import { dutyItems, OFFICE_KEYS, type OfficeKey } from './duty-items.ts'
import type { DemoUnit, UnitType } from './unit.ts'
import { demoUnits } from './units.ts'

const units = demoUnits()
const byId = new Map(units.map((unit) => [unit.id, unit]))
const levels = new Map(demoAreas().map((area) => [area.code, area.level]))

function ofType(type: UnitType) {
  return units.filter((unit) => unit.type === type)
}

describe('the units of the demo city', () => {
  it('have ids and names of their own', () => {
    expect(byId.size).toBe(units.length)
    expect(new Set(units.map((unit) => unit.name)).size).toBe(units.length)
  })

  it('lie in areas there are, at the level of their type', () => {
    const level = (type: UnitType) => new Set(ofType(type).map((unit) => levels.get(unit.area)))
    expect(level('city-hotline')).toEqual(new Set(['city']))
    expect(level('district-centre')).toEqual(new Set(['district']))
    expect(level('arbiter')).toEqual(new Set(['city', 'district']))
    expect(level('department')).toEqual(new Set(['city', 'district']))
    expect(level('street')).toEqual(new Set(['street']))
    expect(level('street-office')).toEqual(new Set(['street']))
    expect(level('community')).toEqual(new Set(['community']))
  })

  it('stand after the unit above them', () => {
    const seen = new Set<number>()
    for (const unit of units) {
      if (unit.parent !== undefined) expect(seen.has(unit.parent), unit.name).toBe(true)
      seen.add(unit.id)
    }
  })

  it('are a centre, a committee, a supervision and an arbiter in each of the 14 districts', () => {
    expect(ofType('district-centre')).toHaveLength(14)
    expect(ofType('committee')).toHaveLength(15)
    expect(ofType('supervision')).toHaveLength(15)
    expect(ofType('arbiter')).toHaveLength(15)
  })

  it('are one unit for each second-level area and each community', () => {
    expect(new Set(ofType('street').map((unit) => unit.area)).size).toBe(150)
    expect(ofType('street')).toHaveLength(150)
    expect(new Set(ofType('community').map((unit) => unit.area)).size).toBe(1738)
    expect(ofType('community')).toHaveLength(1738)
  })

  it('keep the call-back outside every line of handling', () => {
    const [callback] = ofType('callback-centre')
    expect(callback?.functions).toEqual(['callback'])
    expect(callback?.parent).toBeUndefined()
    expect(units.filter((unit) => unit.parent === callback?.id)).toEqual([])
  })

  it('put a district’s department under the city’s of the same line', () => {
    const district = ofType('department').filter((unit) => unit.area !== 530100)
    expect(district).toHaveLength(14 * 17)
    const wrong = district.filter(
      (unit) => byId.get(unit.parent ?? 0)?.department !== unit.department,
    )
    expect(wrong).toEqual([])
  })

  it('give every department something to deal with, in categories there are', () => {
    const groups = new Set(categoryGroups.map((group) => group.code))
    const domains = ofType('department').flatMap((unit) => unit.domains ?? [])
    expect(domains.filter((domain) => !groups.has(domain))).toEqual([])
    const named = new Set(dutyItems.flatMap((item) => [item.lead, ...item.cooperating]))
    expect(ofType('department').filter((unit) => !named.has(unit.department ?? ''))).toEqual([])
  })

  it('have four to six offices in each street, which carry every block of duties', () => {
    for (const street of ofType('street')) {
      const offices = units.filter((unit) => unit.parent === street.id && unit.type !== 'community')
      expect(offices.length).toBeGreaterThanOrEqual(4)
      expect(offices.length).toBeLessThanOrEqual(6)
      for (const office of OFFICE_KEYS) {
        expect(officeFor(offices, office, street.area)?.parent).toBe(street.id)
      }
    }
  })

  it('are found for every duty item from every district', () => {
    const keys = dutyItems.flatMap((item) => [item.lead, ...item.cooperating])
    const missing = keys.filter(
      (key) => key !== 'street' && departmentFor(units, key, 530102001001) === undefined,
    )
    expect(missing).toEqual([])
    expect(departmentFor(units, '城市管理局', 530102001001)?.name).toBe('五华区城市管理局')
    expect(departmentFor(units, '城市管理局', 530100)?.name).toBe('市城市管理局')
    expect(departmentFor(units, '供电局', 530126001)?.name).toBe('市供电局')
  })

  it('bear the names people know', () => {
    const name = (id: number) => byId.get(id)?.name
    expect([name(1002), name(1014), name(2315), name(10_000), name(20_000)]).toEqual([
      '五华区委区政府督查室',
      '市公安局五华分局',
      '安宁市公安局交通警察大队',
      '华山街道办事处',
      '华山街道翠湖西路社区',
    ])
  })
})

/** The department a duty item names, as seen from an area: the district's own, or else the city's. */
function departmentFor(
  units: readonly DemoUnit[],
  key: string,
  area: number,
): DemoUnit | undefined {
  const same = units.filter((unit) => unit.department === key)
  return same.find((unit) => unit.area === Number(String(area).slice(0, 6))) ?? same[0]
}

/** The office of a street (or of a community's street) that carries a duty item out. */
function officeFor(
  units: readonly DemoUnit[],
  office: OfficeKey,
  area: number,
): DemoUnit | undefined {
  const street = Number(String(area).slice(0, 9))
  return units.find(
    (unit) =>
      unit.type === 'street-office' && unit.area === street && unit.domains?.includes(office),
  )
}
