import type { Sample, SampleStep } from './sample.ts'
import { type DemoStreet, demoStreets } from './street-by-district.ts'

/** Of a hundred streets so many hold a power; the streets played by hand always do. */
const GRANTED = 88
const ACKNOWLEDGED = 82
const held = ['华山街道办事处']

const everywhere = [
  { power: 'planning', duty: '3.12', scope: '辖区详细规划、公共设施建设方案先听街道意见' },
]
const more = [
  { power: 'advice', duty: '4.18', scope: '向区委区政府提出重大事项建议' },
  { power: 'areaManagement', duty: '3.3', scope: '辖区公共事务由街道牵头' },
]
const byHand = [
  { power: 'emergency', duty: '2.6', scope: '停水停电、路面塌陷、积水的先期处置' },
  { power: 'frontline', duty: '2.2', scope: '紧急事项先处置后报告' },
  { power: 'overall', duty: '1.5', scope: '统筹辖区单位和部门力量' },
  { power: 'stationedForce', duty: '3.4', scope: '指挥调度、考核派驻执法中队' },
  { power: 'dispatch', duty: '3.4', scope: '调度编入战区的部门力量' },
  { power: 'personnelAdvice', duty: '1.5', scope: '就派驻机构负责人提出人事建议' },
]

/** Every street and its powers: most hold some and have taken them on, a few wait or hold none. */
export const grantSamples: readonly Sample[] = demoStreets()
  .filter(({ isStreet }) => isStreet)
  .flatMap((street, index) => {
    const isHeld = held.includes(street.unit)
    const fate = isHeld ? 0 : (index * 53) % 100
    const powers = [...everywhere, ...(street.inner ? more : []), ...(isHeld ? byHand : [])]
    return powers.map((given, place) => grant(street, { ...given, fate, index: index + place }))
  })

type Given = {
  readonly power: string
  readonly duty: string
  readonly scope: string
  readonly fate: number
  readonly index: number
}

function grant(street: DemoStreet, { power, duty, scope, fate, index }: Given): Sample {
  return {
    name: `grant ${power} ${street.unit}`,
    kind: 'street-empowerment',
    command: 'propose',
    area: street.area,
    by: { unit: street.government, role: 'clerk' },
    daysAgo: 168 - ((index * 7) % 20) + 0.6,
    data: { power, scope, duty: { duty } },
    steps: fate < GRANTED ? granted(street, { fate, index }) : [],
  }
}

function granted(
  street: DemoStreet,
  { fate, index }: Pick<Given, 'fate' | 'index'>,
): readonly SampleStep[] {
  const data = { document: `区政发〔2026〕${index + 10}号`, grantedOn: { daysAgo: 140 } }
  const leader = { unit: street.government, role: 'leader' } as const
  const steps: readonly SampleStep[] = [{ command: 'grant', by: leader, after: 6, data }]
  if (fate >= ACKNOWLEDGED) return steps
  const head = { unit: street.unit, role: 'head' } as const
  const taken: SampleStep = { command: 'acknowledge', by: head, after: 4 }
  if (index % 9 !== 0) return [...steps, taken]
  const finding = { finding: 'needsMore', findingWords: '街道人手紧，建议同步下沉力量' }
  return [...steps, taken, { command: 'evaluate', by: leader, after: 80, data: finding }]
}
