import type { Cover, Indicator } from '../../../kernel/indicator.ts'
import { practiceIsOn } from '../../../kernel/world.ts'

const shared = { by: 'cohort', period: 'year', goal: 'up', version: '1' } as const

/** Secretaries of a level in a city where each owes the three: one commitment, a key project, a
 *  contact point (R044). Where the practice is off nobody owes any. */
const owing = (type: string): Cover => ({
  of: { units: type },
  only: (_, world, at) => practiceIsOn(world, 'three-ones', at),
})

const threeOnes = [
  { kind: 'public-commitment', measures: ['made'], atLeast: 1 },
  { kind: 'secretary-project', measures: ['key'], atLeast: 1 },
  { kind: 'secretary-contact-point', measures: ['built'], atLeast: 1 },
] as const

/** F72: whoever lacks one of the three is listed. */
export const threeOnesIndicators: readonly Indicator[] = [
  ofType('committee', '区、市委书记'),
  ofType('street', '街道书记'),
  ofType('community', '社区书记'),
  {
    ...shared,
    id: 'contact-point-solved',
    systems: ['secretary-contact-point'],
    label: '联系点帮助解决的问题',
    formula: '联系点或上级确认已解决的问题个数',
    unit: '个',
    numerator: [{ kind: 'secretary-contact-point', measure: 'solved', weight: 1 }],
    denominator: [],
    by: 'flow',
    basis: '建立基层党建联系点，破解基层党建难题',
  },
]

function ofType(type: string, who: string): Indicator {
  return {
    ...shared,
    id: 'F72',
    part: type,
    systems: ['public-commitment', 'secretary-project', 'secretary-contact-point'],
    label: `承诺、项目、联系点三项齐全的${who}比例`,
    formula: `本年有一份公开承诺、至少一个重点项目、至少一个联系点的${who} ÷ 全部${who}`,
    unit: '%',
    numerator: [{ covered: { ...owing(type), having: threeOnes }, weight: 1 }],
    denominator: [{ covered: owing(type), weight: 1 }],
    references: [
      { value: 1, asOf: '2023', place: '湖北', words: '一份承诺、一个项目、一个联系点' },
    ],
    basis: '每名书记作出一份公开承诺、领办一个重点项目、建立一个联系点',
  }
}
