import { mustLead } from '../../../kernel/city-class.ts'
import type { Cover, CountTerm, Indicator } from '../../../kernel/indicator.ts'

const kind = 'breakthrough-item'
const term = (state: string): CountTerm => ({ kind, measure: `state:${state}`, weight: 1 })

const shared = {
  systems: ['category-guidance'],
  basis: '分类指导：要求高的城市先啃硬骨头',
  version: '1',
} as const

/** In a city that must lead every committee owes a measure, elsewhere only the city's own: read by
 *  the class of the day that is asked about (R032). */
const owingCommittees: Cover = {
  of: { units: 'committee' },
  only: ({ unit }, world, at) =>
    mustLead(world, at) || (unit !== undefined && unit.area === world.directory.city),
}

export const breakthroughIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F59',
    part: 'listed',
    label: '突破措施条数',
    formula: '列入、没有撤下的措施条数（落实中和已落实）',
    unit: '条',
    numerator: [term('open'), term('finished')],
    denominator: [],
    by: 'stock',
    goal: 'none',
    references: [{ value: 20, asOf: '2023', place: '贵州', words: '新兴领域党建措施' }],
  },
  {
    ...shared,
    id: 'F59',
    part: 'done',
    label: '已落实的突破措施条数',
    formula: '已落实的措施条数',
    unit: '条',
    numerator: [term('finished')],
    denominator: [],
    by: 'stock',
    goal: 'up',
  },
  {
    ...shared,
    id: 'breakthrough-cover',
    label: '应当率先破题的党委列出措施的比例',
    formula:
      '列有突破措施的党委 ÷ 应当列出的党委（率先破解的城市为市、区党委，其他城市为市委；按当日的城市类别）',
    unit: '%',
    numerator: [
      {
        covered: { ...owingCommittees, having: [{ kind, measures: ['listed'], atLeast: 1 }] },
        weight: 1,
      },
    ],
    denominator: [{ covered: owingCommittees, weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
  },
]
