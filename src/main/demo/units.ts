import { type AreaLevel, type DemoArea, demoAreas } from './areas.ts'
import { cityOrgans } from './city-units.ts'
import { cityDepartments } from './department-units.ts'
import { districtUnits } from './district-units.ts'
import type { OfficeKey } from './duty-items.ts'
import { communityUnit, streetUnits } from './street-units.ts'
import { communityId, type DemoUnit, districtId, streetId } from './unit.ts'

/**
 * All units of the demo city, parents before children: organs of the usual kinds at their usual
 * places. Names are unique, and an area's district is its code cut to six digits.
 */
export function demoUnits(): readonly DemoUnit[] {
  const areas = demoAreas()
  const city = areas.filter((area) => area.level === 'city')
  const districts = numbered(areas, 'district', districtId)
  const streets = numbered(areas, 'street', streetId)
  const communities = numbered(areas, 'community', communityId)
  return [
    ...city.flatMap((area) => [...cityOrgans(area), ...cityDepartments(area)]),
    ...[...districts.values()].flatMap(({ area, id }) => districtUnits(area, id)),
    ...[...streets.values()].flatMap(({ area, id }) => {
      return streetUnits(area, { id, parent: above(districts, area).id })
    }),
    ...[...communities.values()].map(({ area, id }) => {
      const street = above(streets, area)
      return communityUnit(area, street.area, { id, parent: street.id })
    }),
  ]
}

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

type Numbered = { readonly area: DemoArea; readonly id: number }

function numbered(
  areas: readonly DemoArea[],
  level: AreaLevel,
  idOf: (index: number) => number,
): ReadonlyMap<number, Numbered> {
  const chosen = areas.filter((area) => area.level === level)
  return new Map(chosen.map((area, index) => [area.code, { area, id: idOf(index) }]))
}

function above(parents: ReadonlyMap<number, Numbered>, area: DemoArea): Numbered {
  const parent = area.parent === undefined ? undefined : parents.get(area.parent)
  if (parent === undefined) throw new Error(`nothing above ${area.code} ${area.name}`)
  return parent
}
