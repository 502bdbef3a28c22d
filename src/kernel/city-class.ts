import type { Parameter } from './kind.ts'
import type { Instant } from './time.ts'
import { parameterAt, type World } from './world.ts'

export type CityClass = 'municipality' | 'subprovincial' | 'capital' | 'developed' | 'other'

export const cityClassNames: Readonly<Record<CityClass, string>> = {
  municipality: '直辖市',
  subprovincial: '副省级城市',
  capital: '省会城市',
  developed: '经济社会发展水平较高的城市',
  other: '其他城市',
}

const name = 'city.class'

/** What class the city belongs to: it decides what is mandatory. Dated, so that a figure of a past
 *  day is read by the class of that day. */
export const cityParameters: Readonly<Record<string, Parameter>> = {
  [name]: {
    label: '城市类别',
    type: 'choice',
    options: Object.entries(cityClassNames).map(([value, label]) => ({ value, label })),
    default: 'other',
    basis: '分类指导：城市类别决定哪些要求必须做到，由市委组织部按上级文件确定',
  },
}

/** The city's class at a moment. */
export function cityClassAt(world: World, at: Instant): CityClass {
  const value = parameterAt(world, name, at)?.value
  return classes.find((one) => one === value) ?? 'other'
}

/** True where the full set of requirements holds for every street, not only the central ones. */
export function mustLead(world: World, at: Instant): boolean {
  return cityClassAt(world, at) !== 'other'
}

const classes = ['municipality', 'subprovincial', 'capital', 'developed', 'other'] as const
