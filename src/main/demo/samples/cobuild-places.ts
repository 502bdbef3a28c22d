import type { Role } from '../../../kernel/actor.ts'
import { demoAreas } from '../areas.ts'
import { demoUnits } from '../units.ts'

export type Person = { readonly unit: string; readonly role: Role }
export type Home = { readonly unit: string; readonly area: number; readonly district: number }
export type Organ = Person & { readonly area: number; readonly type: string }

const areas = new Map(demoAreas().map((area) => [area.code, area]))
const inner = ['五华区', '盘龙区', '官渡区', '西山区']

const speakers: Readonly<Record<string, Role>> = {
  department: 'clerk',
  government: 'clerk',
  organisation: 'clerk',
  supervision: 'head',
  arbiter: 'head',
  'city-hotline': 'head',
  'district-centre': 'head',
  'callback-centre': 'head',
}

/** The organs and institutions of the city and its districts, in the order of the list. */
export const organs: readonly Organ[] = demoUnits().flatMap(({ name, type, area }) => {
  const role = speakers[type]
  return role === undefined ? [] : [{ unit: name, role, area, type }]
})

/** Communities of a district, the first of each street first. */
export function homesIn(district: number): readonly Home[] {
  return all.filter((home) => home.district === district)
}

/** The four inner districts. */
export const innerDistricts: readonly number[] = [...areas.values()]
  .filter(({ name, level }) => level === 'district' && inner.includes(name))
  .map(({ code }) => code)

export const isCity = (area: number): boolean => areas.get(area)?.level === 'city'

export const workerOf = ({ unit }: Home): Person => ({ unit, role: 'worker' })

const all = homes()

function homes(): readonly Home[] {
  const seen = new Map<number, number>()
  return demoUnits()
    .filter(({ type }) => type === 'community')
    .map(({ name, area }) => {
      const street = areas.get(area)?.parent ?? 0
      const place = seen.get(street) ?? 0
      seen.set(street, place + 1)
      return { unit: name, area, district: areas.get(street)?.parent ?? 0, place, street }
    })
    .toSorted((a, b) => a.place - b.place || a.street - b.street)
}
