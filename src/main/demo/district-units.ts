import type { DemoArea } from './areas.ts'
import { districtDepartments } from './department-units.ts'
import { CITY_IDS, type DemoUnit } from './unit.ts'

/** The organs of one district or county: its committee, centre, supervision, arbiter, departments. */
export function districtUnits(district: DemoArea, id: number): readonly DemoUnit[] {
  const area = district.code
  const committee = committeeWord(district)
  const government = committee.replace('委', '政府')
  const stem = district.shortName.slice(0, -1)
  return [
    {
      id,
      name: `中共${district.name}委员会`,
      type: 'committee',
      functions: ['lead'],
      area,
      parent: CITY_IDS.committee,
    },
    {
      id: id + 1,
      name: `${district.shortName}诉求处置中心`,
      type: 'district-centre',
      functions: ['intake', 'dispatch'],
      area,
      parent: CITY_IDS.hotline,
    },
    {
      id: id + 2,
      name: `${stem}${committee}${government}督查室`,
      type: 'supervision',
      functions: ['supervise'],
      area,
      parent: CITY_IDS.supervision,
    },
    {
      id: id + 3,
      name: `${stem}${committee}编办`,
      type: 'arbiter',
      functions: ['ruling'],
      area,
      parent: CITY_IDS.arbiter,
    },
    {
      id: id + 4,
      name: `${district.name}人民政府`,
      type: 'government',
      functions: ['govern'],
      area,
      parent: id,
    },
    {
      id: id + 5,
      name: `${stem}${committee}组织部`,
      type: 'organisation',
      functions: ['organise'],
      area,
      parent: CITY_IDS.organisation,
    },
    ...districtDepartments(district, id + 11),
  ]
}

function committeeWord(district: DemoArea): string {
  if (district.type === '区') return '区委'
  return district.type === '县' ? '县委' : '市委'
}
