import type { AreaType, DemoArea } from './areas.ts'
import type { OfficeKey } from './duty-items.ts'
import type { DemoUnit } from './unit.ts'

type Office = readonly [name: string, domains: readonly OfficeKey[]]

const STREET_OFFICES: readonly Office[] = [
  ['党群工作办公室', ['党群工作', '综合保障']],
  ['平安建设办公室', ['平安建设']],
  ['城市管理办公室', ['城市管理']],
  ['社区建设办公室', ['社区建设']],
  ['民生保障办公室', ['民生保障']],
  ['综合行政执法队', ['综合执法']],
]

const TOWN_OFFICES: readonly Office[] = [
  ['党群工作办公室', ['党群工作', '综合保障']],
  ['平安建设办公室', ['平安建设']],
  ['村镇建设办公室', ['城市管理']],
  ['民生保障办公室', ['民生保障', '社区建设']],
  ['综合行政执法队', ['综合执法']],
]

const ZONE_OFFICES: readonly Office[] = [
  ['党群工作部', ['党群工作', '综合保障']],
  ['平安建设部', ['平安建设']],
  ['规划建设部', ['城市管理', '综合执法']],
  ['社会事务部', ['民生保障', '社区建设']],
]

type Place = { readonly id: number; readonly parent: number | undefined }

/** A street, town or zone with its inner offices, which together carry every block of duties. */
export function streetUnits(street: DemoArea, { id, parent }: Place): readonly DemoUnit[] {
  const offices = officesOf(street.type).map(([name, domains], index): DemoUnit => ({
    id: id + 1 + index,
    name: `${street.shortName}${name}`,
    type: 'street-office',
    functions: ['handle'],
    area: street.code,
    parent: id,
    domains,
  }))
  const name = `${street.shortName}${governmentWord(street.type)}`
  return [
    { id, name, type: 'street', functions: ['handle'], area: street.code, parent },
    ...offices,
  ]
}

/** A community helps and may decline, so it has no function of handling. */
export function communityUnit(community: DemoArea, street: DemoArea, place: Place): DemoUnit {
  return {
    ...place,
    name: `${street.shortName}${community.shortName}`,
    type: 'community',
    functions: ['assist'],
    area: community.code,
  }
}

function officesOf(type: AreaType): readonly Office[] {
  if (type === '街道') return STREET_OFFICES
  return type === '开发区' ? ZONE_OFFICES : TOWN_OFFICES
}

function governmentWord(type: AreaType): string {
  if (type === '街道') return '办事处'
  return type === '开发区' ? '管委会' : '人民政府'
}
