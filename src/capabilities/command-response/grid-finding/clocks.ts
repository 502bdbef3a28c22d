import { type Clock, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'

const basis = '网格事项处置时限（本市参数）'

/** The handling limit begins when the matter is given to a unit. Grave and hard matters have two
 *  stages: bringing it under control, then settling it. */
export const clocks = {
  verify: {
    label: '核实',
    stages: [{ limit: { parameter: 'finding.verify' }, asks: 'noteVerifyLate' }],
    runs: ['reported'],
    basis,
  },
  dispatch: {
    label: '派遣',
    stages: [{ limit: { parameter: 'finding.dispatch' }, asks: 'noteDispatchLate' }],
    runs: ['verified'],
    restarts: ['FindingPassedUp'],
    basis,
  },
  sign: {
    label: '签收',
    stages: [{ limit: { parameter: 'finding.sign' }, asks: 'noteSignLate' }],
    runs: ['dispatched'],
    basis,
  },
  control: {
    label: '现场控制',
    stages: [
      {
        limit: {
          field: 'limitClass',
          parameters: { urgent: 'finding.control.urgent', complex: 'finding.control.complex' },
        },
        asks: 'noteUncontrolled',
      },
    ],
    runs: ['dispatched', 'handling'],
    ends: ['FindingControlled'],
    when: 'awaitsControl',
    basis: '同类问题分阶段定时限',
  },
  limit: {
    label: '处置',
    stages: [
      {
        limit: {
          field: 'limitClass',
          parameters: {
            urgent: 'finding.limit.urgent',
            hours: 'finding.limit.hours',
            day: 'finding.limit.day',
            ordinary: 'finding.limit.ordinary',
            complex: 'finding.limit.complex',
          },
        },
        asks: 'noteLate',
      },
    ],
    runs: ['dispatched', 'handling'],
    basis: '自交办起计时',
  },
  feedback: {
    label: '上报人确认',
    stages: [{ limit: { parameter: 'finding.feedback' }, asks: 'lapse' }],
    runs: ['feedback'],
    ends: ['FindingConfirmed', 'FindingLapsed'],
    basis,
  },
  archive: {
    label: '归档',
    stages: [{ limit: { parameter: 'finding.archive' }, asks: 'noteArchiveLate' }],
    runs: ['feedback'],
    restarts: ['FindingConfirmed', 'FindingLapsed'],
    when: 'feedbackFirst',
    basis,
  },
} as const satisfies Record<string, Clock>

const basisOfLimits = '本市网格工作参数，可在设置中修改'
const limit = (label: string, qty: number, unit: Limit['unit']): Parameter =>
  limitParameter(label, { qty, unit }, basisOfLimits)

export const parameters = {
  'finding.verify': limit('核实时限', 4, 'working-hour'),
  'finding.dispatch': limit('派遣时限', 4, 'working-hour'),
  'finding.sign': limit('签收时限', 4, 'working-hour'),
  'finding.control.urgent': limit('突发紧急类现场控制时限', 30, 'minute'),
  'finding.control.complex': limit('疑难类现场控制时限', 4, 'working-hour'),
  'finding.limit.urgent': limit('突发紧急类处置时限', 4, 'hour'),
  'finding.limit.hours': limit('即时类处置时限', 5, 'working-hour'),
  'finding.limit.day': limit('当日类处置时限', 1, 'working-day'),
  'finding.limit.ordinary': limit('一般类处置时限', 5, 'working-day'),
  'finding.limit.complex': limit('疑难类处置时限', 20, 'working-day'),
  'finding.task': limit('协同处置时限', 3, 'working-day'),
  'finding.feedback': limit('上报人确认期', 3, 'working-day'),
  'finding.archive': limit('归档时限', 2, 'working-day'),
} as const satisfies Record<string, Parameter>
