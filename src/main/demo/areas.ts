import { CITY_CODE } from './city-code.ts'
import kunming from './kunming.json' with { type: 'json' }

export type AreaLevel = 'city' | 'district' | 'street' | 'community'
export type AreaType =
  | '市'
  | '区'
  | '县'
  | '县级市'
  | '街道'
  | '镇'
  | '乡'
  | '开发区'
  | '社区'
  | '村'

export type DemoArea = {
  readonly code: number
  readonly level: AreaLevel
  readonly type: AreaType
  readonly name: string
  readonly shortName: string
  readonly parent: number | undefined
}

/** Development zones have official names nobody says; these are what people call them. */
const ZONE_SHORT_NAMES: ReadonlyMap<number, string> = new Map([
  [530102401, '高新区'],
  [530111402, '经开区'],
  [530112403, '滇池度假区'],
  [530125404, '阳宗海风景区'],
  [530127401, '杨林经开区'],
  [530127402, '嵩明职教基地'],
  [530127403, '花卉示范园区'],
  [530128401, '禄劝工业园区'],
  [530129405, '倘甸产业园区'],
])

/**
 * The division tree of the demo city, parents before children, ordered by code within a level.
 * Names repeat (52 community names do), so everything refers to an area by its code.
 */
export function demoAreas(): readonly DemoArea[] {
  return [
    {
      code: CITY_CODE,
      level: 'city',
      type: '市',
      name: '昆明市',
      shortName: '昆明市',
      parent: undefined,
    },
    ...kunming.districts.map(readDistrict),
    ...kunming.streets.map(readStreet),
    ...kunming.communities.map(readCommunity),
  ]
}

function readDistrict(line: string): DemoArea {
  const [code, name] = readLine(line)
  const shortName = name.replace(/(?:[彝苗回]族)+自治县$/, '县')
  return { code, level: 'district', type: districtType(name), name, shortName, parent: CITY_CODE }
}

function readStreet(line: string): DemoArea {
  const [code, name] = readLine(line)
  return {
    code,
    level: 'street',
    type: streetType(code),
    name,
    shortName: ZONE_SHORT_NAMES.get(code) ?? name.replace(/(?:[彝苗回]族)+乡$/, '乡'),
    parent: Math.floor(code / 1000),
  }
}

function readCommunity(line: string): DemoArea {
  const [code, name] = readLine(line)
  const type = /村民委员会$|村委会$/.test(name) ? '村' : '社区'
  return {
    code,
    level: 'community',
    type,
    name,
    shortName: type === '村' ? villageName(name) : communityName(name),
    parent: Math.floor(code / 1000),
  }
}

function readLine(line: string): readonly [number, string] {
  const [code, name] = line.split(' ')
  if (code === undefined || name === undefined) throw new Error(`not an area line: ${line}`)
  return [Number(code), name]
}

function districtType(name: string): AreaType {
  if (name.endsWith('区')) return '区'
  return name.endsWith('市') ? '县级市' : '县'
}

/** The statistical code says the type: its fourth last digit group begins 0, 1, 2 or 4. */
function streetType(code: number): AreaType {
  const group = Math.floor((code % 1000) / 100)
  if (group === 0) return '街道'
  if (group === 1) return '镇'
  return group === 2 ? '乡' : '开发区'
}

function communityName(name: string): string {
  return name.replace(/(?:居民委员会|居委会)$/, '').replace(/虚拟(社区|生活区)$/, '$1')
}

/** 小河村村委会 is the committee of 小河村, 官庄村委会 that of 官庄村. */
function villageName(name: string): string {
  return `${name.replace(/(?:村民委员会|村委会)$/, '').replace(/村$/, '')}村`
}
