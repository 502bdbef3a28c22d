import { type Clock, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'

const basis = '街道吹哨、部门报到的时限（本市参数）'

const perOccasion = (step: string) =>
  ({
    field: step === 'handle' ? 'limitBy' : 'occasion',
    parameters: {
      demand: `whistle.${step}.demand`,
      keyWork: `whistle.${step}.keyWork`,
      enforcement: `whistle.${step}.enforcement`,
      emergency: `whistle.${step}.emergency`,
    },
  }) as const

/** The whistle's own limits. A key work goes by its plan once there is one; returning it or
 *  waiting for acceptance stops nothing. */
export const clocks = {
  handling: {
    label: '办理',
    stages: [
      { limit: perOccasion('handle'), asks: 'noteLate' },
      { limit: { until: 'planDueOn' }, asks: 'noteLate' },
    ],
    runs: ['responding', 'handling', 'accepting'],
    basis,
  },
  accept: {
    label: '验收',
    stages: [{ limit: { parameter: 'whistle.accept' }, asks: 'noteAcceptLate' }],
    runs: ['accepting'],
    basis,
  },
} as const satisfies Record<string, Clock>

const untilDone = ['called', 'signed', 'disputed', 'arrived'] as const

/** Each unit's own clocks, all counted from the call: disputing stops none of them, and an arrival
 *  that the street disputes falls back on the limit it already had. */
export const partyClocks = {
  sign: {
    label: '签收',
    stages: [{ limit: { parameter: 'whistle.sign' }, asks: 'noteSignLate' }],
    runs: ['called'],
    basis,
  },
  arrive: {
    label: '报到',
    stages: [{ limit: perOccasion('arrive'), asks: 'noteArriveLate' }],
    runs: untilDone,
    when: 'hasNotArrived',
    basis,
  },
  task: {
    label: '本单位办理',
    stages: [{ limit: { ...perOccasion('handle'), field: 'occasion' }, asks: 'noteTaskLate' }],
    runs: untilDone,
    basis,
  },
  ruling: {
    label: '裁定',
    stages: [{ limit: { parameter: 'whistle.ruling' }, asks: 'noteRulingLate' }],
    runs: ['disputed'],
    basis,
  },
} as const satisfies Record<string, Clock>

const basisOfLimits = '本市吹哨报到工作参数，可在设置中修改'
const limit = (label: string, qty: number, unit: Limit['unit']): Parameter =>
  limitParameter(label, { qty, unit }, basisOfLimits)

export const parameters = {
  'whistle.sign': limit('签收时限', 4, 'working-hour'),
  'whistle.arrive.demand': limit('群众诉求哨报到时限', 2, 'working-day'),
  'whistle.arrive.keyWork': limit('重点工作哨会商时限', 2, 'working-day'),
  'whistle.arrive.enforcement': limit('综合执法哨报到时限', 24, 'hour'),
  'whistle.arrive.emergency': limit('应急处置哨到场时限', 30, 'minute'),
  'whistle.handle.demand': limit('群众诉求哨办理时限', 10, 'working-day'),
  'whistle.handle.keyWork': limit('重点工作哨最长办理时限（定了方案的按方案）', 60, 'day'),
  'whistle.handle.enforcement': limit('综合执法哨办理时限', 7, 'day'),
  'whistle.handle.emergency': limit('应急处置哨办理时限', 24, 'hour'),
  'whistle.ruling': limit('争议裁定时限', 24, 'hour'),
  'whistle.accept': limit('街道验收时限', 2, 'working-day'),
} as const satisfies Record<string, Parameter>
