import { demoUnits } from '../units.ts'
import type { Sample } from './sample.ts'
import { type DemoStreet, demoStreets } from './street-by-district.ts'

/** Of a hundred streets so many have set up their offices as one. */
const SET_UP = 95

const four = [
  { name: '党群工作办公室', area: 'party', duty: '1.1', sort: 'office' },
  { name: '平安建设办公室', area: 'safety', duty: '2.2', sort: 'office' },
  { name: '城市管理办公室', area: 'management', duty: '3.3', sort: 'office' },
  { name: '民生保障办公室', area: 'service', duty: '5.1', sort: 'office' },
]
const six = [
  ...four,
  { name: '社区建设办公室', area: 'service', duty: '4.16', sort: 'office' },
  { name: '综合行政执法队', area: 'management', duty: '3.5', sort: 'office' },
]
const fiveAndThree = [
  ...six.slice(0, 5),
  { name: '党群服务中心', area: 'party', duty: '1.3', sort: 'centre' },
  { name: '便民服务中心', area: 'service', duty: '6.1', sort: 'centre' },
  { name: '社会治理中心', area: 'safety', duty: '2.1', sort: 'centre' },
]

const units = new Set(demoUnits().map(({ name }) => name))
const arbiters = new Map(
  demoUnits().flatMap(({ type, area, name }) => (type === 'arbiter' ? [[area, name]] : [])),
)

/** The offices of every street, each with a duty it carries; two streets are on the pattern of five
 *  offices and three centres, a few are still planning. */
export const setupSamples: readonly Sample[] = demoStreets()
  .filter(({ isStreet }) => isStreet)
  .flatMap((street, index) => setUp(street, index))

function setUp(street: DemoStreet, index: number): readonly Sample[] {
  const arbiter = arbiters.get(street.district)
  if (arbiter === undefined) return []
  const isPattern = index === 3 || index === 17
  const bodies = isPattern ? fiveAndThree : street.unit === '华山街道办事处' ? six : four
  const daysAgo = 165 - ((index * 13) % 40) + 0.5
  const isDone = isPattern || (index * 29) % 100 < SET_UP
  const by = { unit: arbiter, role: 'arbiter' } as const
  const data = { document: `编字〔2026〕${index + 1}号`, setUpOn: { daysAgo: 100 } }
  return [
    {
      name: `setup ${street.unit}`,
      kind: 'street-org-setup',
      command: 'plan',
      area: street.area,
      by,
      daysAgo,
      data: { template: isPattern ? 'fiveThree' : 'comprehensive' },
      steps: isDone ? [{ command: 'complete', by, after: 20, data }] : [],
    },
    ...bodies.map(({ name, area, duty, sort }, place): Sample => {
      const unit = `${street.unit.replace('办事处', '')}${name}`
      return {
        kind: 'internal-body',
        command: 'add',
        area: street.area,
        by: { unit: street.unit, role: 'clerk' },
        daysAgo: daysAgo - 5 - place / 24,
        data: {
          setup: { sample: `setup ${street.unit}` },
          name,
          area,
          sort,
          duty: { duty },
          posts: 4 + ((index + place) % 6),
          ...(units.has(unit) ? { unit: { unit } } : {}),
        },
      }
    }),
  ]
}
