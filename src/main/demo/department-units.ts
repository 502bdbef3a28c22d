import type { DemoArea } from './areas.ts'
import { type Department, departments } from './departments.ts'
import { dutyItems } from './duty-items.ts'
import { CITY_IDS, type DemoUnit } from './unit.ts'

export function cityDepartments(city: DemoArea): readonly DemoUnit[] {
  return departments.map((department, index) => ({
    ...departmentOf(department),
    id: CITY_IDS.departments + index,
    name: department.cityName,
    area: city.code,
    parent: CITY_IDS.committee,
  }))
}

/** The departments of one district, each under the city's department of the same line. */
export function districtDepartments(district: DemoArea, firstId: number): readonly DemoUnit[] {
  return departments.flatMap((department, index) => {
    const pattern = district.type === '区' ? department.urbanName : department.countyName
    if (pattern === undefined) return []
    const name = pattern
      .replace('{d}', district.shortName)
      .replace('{n}', district.shortName.slice(0, -1))
    return [
      {
        ...departmentOf(department),
        id: firstId + index,
        name,
        area: district.code,
        parent: CITY_IDS.departments + index,
      },
    ]
  })
}

function departmentOf({ key }: Department) {
  const items = dutyItems.filter((item) => item.lead === key || item.cooperating.includes(key))
  const groups = items.flatMap((item) => item.categories.map((code) => code.slice(0, 2)))
  return {
    type: 'department' as const,
    functions: ['handle'],
    domains: [...new Set(groups)].toSorted(),
    department: key,
  }
}
