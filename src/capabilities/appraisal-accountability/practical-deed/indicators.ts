import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'practical-deed'
const shared = { systems: ['practical-deeds'], unit: '%', goal: 'up', version: '1' } as const
const said = (value: string) => ({ kind, measure: `apart:benefit:${value}`, weight: 1 })
const basis = '每年干成几件群众看得见、摸得着、感受得到的实事'

/** Deeds that were done (a part of F53), the share of those adopted, and what residents say of them. */
export const deedIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F53',
    part: 'deeds',
    label: '办成的民生实事',
    formula: '本年提出、已经验收并有居民评价的实事件数',
    unit: '件',
    numerator: [{ kind, measure: 'done', weight: 1 }],
    denominator: [],
    by: 'cohort',
    period: 'year',
    basis,
  },
  {
    ...shared,
    id: 'practical-deeds-done',
    label: '民生实事办成比例',
    formula: '办成的实事 ÷ 立项的实事（按提出之日）',
    numerator: [{ kind, measure: 'done', weight: 1 }],
    denominator: [{ kind, measure: 'adopted', weight: 1 }],
    by: 'cohort',
    period: 'year',
    basis,
  },
  {
    ...shared,
    id: 'practical-deeds-useful',
    label: '居民说实事有用的比例',
    formula: '说有用的份数 ÷ 评价份数（匿名计数，不足 5 份不显示）',
    numerator: [said('yes')],
    denominator: ['yes', 'some', 'no'].map(said),
    by: 'month',
    smallest: 5,
    basis: '验收之后听取居民评价',
  },
]
