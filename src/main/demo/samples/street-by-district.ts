import { demoAreas } from '../areas.ts'
import { demoUnits } from '../units.ts'
import { unitNamed } from './names.ts'

/** A street of the demo city, with the organs that stand over it, by their names. */
export type DemoStreet = {
  readonly unit: string
  readonly area: number
  readonly isStreet: boolean
  readonly district: number
  readonly inner: boolean
  readonly organisation: string
  readonly supervision: string
  readonly government: string
  readonly committee: string
  /** The district's department for city management. */
  readonly management: string | undefined
}

const areas = new Map(demoAreas().map((area) => [area.code, area]))
const units = demoUnits()

/** Every street office whose name is its own, in the order of the list. */
export function demoStreets(): readonly DemoStreet[] {
  return units.flatMap((unit) => {
    const area = areas.get(unit.area)
    if (unit.type !== 'street' || area?.parent === undefined || unitNamed(unit.name) !== unit.id)
      return []
    const district = area.parent
    const named = (type: string) =>
      units.find((one) => one.type === type && one.area === district)?.name ?? ''
    const management = units.find(
      ({ department, area: own }) => department === '城市管理局' && own === district,
    )
    return [
      {
        unit: unit.name,
        area: unit.area,
        isStreet: area.type === '街道',
        district,
        inner: inner.includes(areas.get(district)?.name ?? ''),
        organisation: named('organisation'),
        supervision: named('supervision'),
        government: named('government'),
        committee: named('committee'),
        management: management?.name,
      },
    ]
  })
}

const inner = ['五华区', '盘龙区', '官渡区', '西山区']
