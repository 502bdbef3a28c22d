import type { Cover, Indicator } from '../../../kernel/indicator.ts'

/** Communities that were villages: each has its checklist closed or is listed (R109). */
const convertedCommunities: Cover = {
  of: { areas: 'community' },
  only: ({ area }) => area?.flags?.includes('village') === true,
  having: [{ kind: 'village-conversion', measures: ['state:closed'], atLeast: 1 }],
}

export const conversionIndicators: readonly Indicator[] = [
  {
    id: 'village-conversion-closed',
    systems: ['village-to-community'],
    label: '村改社区清单闭合比例',
    formula: '清单已闭合的村改社区 ÷ 全部村改社区；没有闭合的逐个列出',
    unit: '%',
    numerator: [{ covered: convertedCommunities, weight: 1 }],
    denominator: [{ covered: { of: convertedCommunities.of, only: isConverted }, weight: 1 }],
    by: 'stock',
    goal: 'up',
    basis: '村改社区后，组织、管理、运行、资产四样都要交接清楚',
    version: '1',
  },
]

function isConverted(...given: Parameters<NonNullable<Cover['only']>>): boolean {
  return convertedCommunities.only?.(...given) === true
}
