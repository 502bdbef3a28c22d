import { type Clock, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'

const basis = '接诉即办办理时限（本市参数）'

/** The limits of an appeal. Returns and whistles stop no clock; only suspension does. */
export const clocks = {
  dispatch: {
    label: '派单',
    stages: [{ limit: { parameter: 'appeal.dispatch' }, asks: 'noteDispatchLate' }],
    runs: ['intake'],
    basis,
  },
  sign: {
    label: '签收',
    stages: [{ limit: { parameter: 'appeal.sign' }, asks: 'noteSignLate' }],
    runs: ['dispatched'],
    basis,
  },
  returnWindow: {
    label: '可退单',
    stages: [{ limit: { parameter: 'appeal.return' }, asks: 'closeReturn' }],
    runs: ['dispatched', 'handling'],
    restarts: ['Signed'],
    when: 'firstHandling',
    basis: '超过退单时限视为接受',
  },
  returnReview: {
    label: '退单审核',
    stages: [{ limit: { parameter: 'appeal.returnReview' }, asks: 'noteReturnLate' }],
    runs: ['returned'],
    basis,
  },
  contact: {
    label: '联系诉求人',
    stages: [{ limit: { parameter: 'appeal.contact' }, asks: 'noteUncontacted' }],
    runs: ['dispatched', 'returned', 'ruling', 'handling'],
    ends: ['Contacted'],
    when: 'awaitsContact',
    basis,
  },
  limit: {
    label: '办理',
    stages: [
      {
        limit: {
          field: 'limitClass',
          parameters: {
            urgent: 'appeal.limit.urgent',
            utility: 'appeal.limit.utility',
            general: 'appeal.limit.general',
            complex: 'appeal.limit.complex',
          },
        },
        asks: 'noteLate',
      },
    ],
    runs: ['dispatched', 'returned', 'ruling', 'raised', 'handling', 'checking'],
    pauses: ['suspended'],
    basis,
  },
  review: {
    label: '挂账复查',
    stages: [{ limit: { until: 'reviewOn' }, asks: 'review' }],
    runs: ['suspended'],
    basis: '挂账须有方案、批准和复查日期',
  },
  judge: {
    label: '评价',
    stages: [{ limit: { parameter: 'appeal.judge' }, asks: 'lapse' }],
    runs: ['answered', 'calledBack'],
    basis,
  },
} as const satisfies Record<string, Clock>

const basisOfLimits = '本市接诉即办工作参数，可在设置中修改'
const limit = (label: string, qty: number, unit: Limit['unit']): Parameter =>
  limitParameter(label, { qty, unit }, basisOfLimits)

export const parameters = {
  'appeal.dispatch': limit('派单时限', 24, 'hour'),
  'appeal.sign': limit('签收时限', 1, 'working-day'),
  'appeal.return': limit('退单时限', 3, 'working-hour'),
  'appeal.returnReview': limit('退单审核时限', 4, 'working-hour'),
  'appeal.contact': limit('联系诉求人时限', 24, 'hour'),
  'appeal.limit.urgent': limit('突发紧急类办理时限', 2, 'hour'),
  'appeal.limit.utility': limit('水电气热类办理时限', 24, 'hour'),
  'appeal.limit.general': limit('一般类办理时限', 7, 'working-day'),
  'appeal.limit.complex': limit('复杂疑难类办理时限', 15, 'working-day'),
  'appeal.judge': limit('评价期', 7, 'day'),
  'appeal.assist': limit('社区协助时限', 2, 'working-day'),
  'appeal.office': limit('科室承办时限', 5, 'working-day'),
  'appeal.co': limit('协办时限', 5, 'working-day'),
} as const satisfies Record<string, Parameter>
