import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { because } from './fields.ts'

const decline: Command = {
  label: '不能参加',
  by: ['self'],
  input: because,
  records: 'RemediationDeclined',
  says: '{party} 不能参加：{reason}',
  to: 'declined',
  tells: ['street'],
}

/** 部门: each unit called signs, takes its tasks of the day, and writes down what it did. */
export const parties: Readonly<Record<string, PartyKind>> = {
  department: {
    label: '参加单位',
    start: 'called',
    clocks: {
      sign: {
        label: '签收',
        stages: [{ limit: { parameter: 'remediation.sign' }, asks: 'noteSignLate' }],
        runs: ['called'],
        basis: '签收时限（本市参数）',
      },
    },
    states: {
      called: {
        label: '待签收',
        is: 'working',
        expects: [{ seat: 'self', command: 'sign', clock: 'sign' }],
        commands: {
          sign: {
            label: '签收参加',
            by: ['self'],
            records: 'RemediationSigned',
            says: '{party} 签收参加',
            to: 'joined',
          },
          decline,
          noteSignLate: {
            label: '签收超时',
            by: ['clock'],
            records: 'RemediationSignRanLate',
            says: '{party} 超过签收时限',
            tells: ['self', 'street'],
          },
        },
      },
      joined: {
        label: '参加整治',
        is: 'resting',
        commands: {
          reportDay: {
            label: '记当日工作',
            by: ['self'],
            input: {
              day: { type: 'day', label: '日期', required: true },
              words: { type: 'long', label: '做了什么', required: true, max: 1000 },
            },
            requires: ['isWithinTheDays', 'isNotAhead'],
            records: 'RemediationDayReported',
            says: '{day} {party}：{words}',
          },
          decline,
        },
      },
      declined: { label: '未参加', is: 'end' },
    },
  },
}
