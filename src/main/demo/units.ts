import { type AreaLevel, type DemoArea, demoAreas } from './areas.ts'
import { cityOrgans } from './city-units.ts'
import { cityDepartments } from './department-units.ts'
import { districtUnits } from './district-units.ts'
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
