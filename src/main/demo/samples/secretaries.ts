import { demoUnits } from '../units.ts'
import type { Sample, Who } from './sample.ts'
import { demoStreets } from './street-by-district.ts'

/** A Party organisation of the demo city whose secretary answers for a year, and who judges it. */
export type Owner = {
  readonly unit: string
  readonly area: number
  readonly secretary: Who
  readonly office: Who
}

const districts = ['五华区', '盘龙区']
const units = demoUnits()

/** Ten streets of two districts. */
export const streets: readonly Owner[] = districts.flatMap((district) =>
  demoStreets()
    .filter(({ organisation, isStreet }) => isStreet && organisation === `${district}委组织部`)
    .slice(0, 5)
    .map(({ unit, area, organisation }) => ({
      unit,
      area,
      secretary: { unit, role: 'secretary' },
      office: { unit: organisation, role: 'clerk' },
    })),
)

/** A community of each of them. */
export const communities: readonly Owner[] = streets.flatMap((street) => {
  const above = units.find(({ name }) => name === street.unit)
  const [one] = units.filter(({ type, parent }) => type === 'community' && parent === above?.id)
  return one === undefined
    ? []
    : [
        {
          unit: one.name,
          area: one.area,
          secretary: { unit: one.name, role: 'secretary' },
          office: { unit: street.unit, role: 'secretary' },
        },
      ]
})

/** The committees of the two districts; the city looks at them. */
export const committees: readonly Owner[] = districts.flatMap((district) => {
  const unit = `中共${district}委员会`
  const area = units.find(({ name }) => name === unit)?.area
  return area === undefined
    ? []
    : [
        {
          unit,
          area,
          secretary: { unit, role: 'secretary' },
          office: { unit: '市委组织部', role: 'clerk' },
        },
      ]
})

/** A record that an organisation begins for its own year. */
export function ofYear(
  { unit, area, secretary }: Owner,
  sample: Pick<Sample, 'kind' | 'command' | 'daysAgo' | 'data' | 'steps'>,
): Sample {
  const { daysAgo, data } = sample
  return {
    ...sample,
    area,
    by: secretary,
    data: { unit: { unit }, year: { yearAgo: daysAgo }, ...data },
  }
}
