import type { DemoArea } from './areas.ts'
import { CITY_IDS, type DemoUnit } from './unit.ts'

/** The organs of the city itself, its departments apart. */
export function cityOrgans(city: DemoArea): readonly DemoUnit[] {
  const area = city.code
  const parent = CITY_IDS.committee
  return [
    {
      id: CITY_IDS.committee,
      name: `中共${city.name}委员会`,
      type: 'committee',
      functions: ['lead'],
      area,
      parent: undefined,
    },
    {
      id: CITY_IDS.hotline,
      name: '市12345热线中心',
      type: 'city-hotline',
      functions: ['intake', 'dispatch'],
      area,
      parent,
    },
    {
      // Who asks residents whether they are satisfied stands under nobody who is judged by it.
      id: CITY_IDS.callback,
      name: '市社情民意回访中心',
      type: 'callback-centre',
      functions: ['callback'],
      area,
      parent: undefined,
    },
    {
      id: CITY_IDS.supervision,
      name: '市委市政府督查室',
      type: 'supervision',
      functions: ['supervise'],
      area,
      parent,
    },
    {
      id: CITY_IDS.arbiter,
      name: '市委编办',
      type: 'arbiter',
      functions: ['ruling'],
      area,
      parent,
    },
    ...governing(city),
  ]
}

/** Who governs the city, and who keeps its organisations. */
function governing(city: DemoArea): readonly DemoUnit[] {
  const area = city.code
  const parent = CITY_IDS.committee
  return [
    {
      id: CITY_IDS.government,
      name: `${city.name}人民政府`,
      type: 'government',
      functions: ['govern'],
      area,
      parent,
    },
    {
      id: CITY_IDS.organisation,
      name: '市委组织部',
      type: 'organisation',
      functions: ['organise'],
      area,
      parent,
    },
  ]
}
