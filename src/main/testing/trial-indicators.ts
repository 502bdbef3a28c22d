import type { Having, Indicator, Term } from '../../kernel/indicator.ts'

const kind = 'resident-appeal'
const shared = {
  systems: ['swift-response'],
  formula: '试算',
  unit: '%',
  goal: 'none',
  basis: '试算',
  version: '1',
} as const

/** Figures of every form that can be declared, over kinds that the demo has records of. */
export function trialIndicators(open: readonly string[]): readonly Indicator[] {
  const standing = { kind, measures: open.map((state) => `state:${state}`), atLeast: 1 }
  const number: Indicator = {
    ...shared,
    id: 'T6',
    label: '在办诉求',
    unit: '件',
    numerator: open.map((state) => ({ kind, measure: `state:${state}`, weight: 1 })),
    denominator: [],
    by: 'stock',
  }
  return [ofSpans, ...ofStocks(standing), ofValues, ofEvery, number]
}

const registered = (atLeast: number): Having => ({ kind, measures: ['registered'], atLeast })
const streets = (having: readonly Having[]): Term => ({
  covered: { of: { areas: 'street' }, having },
  weight: 1,
})

const ofSpans: Indicator = {
  ...shared,
  id: 'T1',
  label: '有诉求的街道',
  numerator: [streets([registered(2)])],
  denominator: [streets([])],
  by: 'flow',
  period: 'month',
  references: [
    { value: 0.76, asOf: '2021-06', place: '全国' },
    { value: 0.808, asOf: '2022-06', place: '全国' },
  ],
}

function ofStocks(standing: Having): readonly Indicator[] {
  const departments = { units: 'department' }
  return [
    {
      ...shared,
      id: 'T2',
      label: '有在办诉求的街道',
      numerator: [streets([standing])],
      denominator: [streets([])],
      by: 'stock',
      period: 'quarter',
    },
    {
      ...shared,
      id: 'T3',
      label: '有在办诉求的部门',
      numerator: [{ covered: { of: departments, having: [standing] }, weight: 1 }],
      denominator: [{ covered: { of: departments }, weight: 1 }],
      by: 'stock',
    },
  ]
}

const ofValues: Indicator = {
  ...shared,
  id: 'T4',
  label: '有诉求的类别',
  unit: '类',
  numerator: [
    {
      covered: {
        of: { values: 'categories' },
        having: [{ kind, measures: ['began'], atLeast: 2 }],
      },
      weight: 1,
    },
  ],
  denominator: [],
  by: 'cohort',
}

const ofEvery: Indicator = {
  ...shared,
  id: 'T5',
  label: '街道都有诉求的区',
  numerator: [
    {
      covered: { of: { areas: 'district' }, having: [{ ...registered(1), every: ['street'] }] },
      weight: 1,
    },
  ],
  denominator: [{ covered: { of: { areas: 'district' } }, weight: 1 }],
  by: 'flow',
}
