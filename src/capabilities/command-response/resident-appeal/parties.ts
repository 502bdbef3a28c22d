import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { because } from './fields.ts'

/** Who the lead calls to its side, each with its own task and clock. */
export const parties: Readonly<Record<string, PartyKind>> = {
  office: party('Office', '承办科室', 'appeal.office'),
  assist: party('Community', '协助社区', 'appeal.assist'),
  co: party('Department', '协办部门', 'appeal.co'),
}

function party(who: string, label: string, parameter: string): PartyKind {
  const late = lateness(who)
  const decline = declining(who)
  return {
    label,
    start: 'called',
    clocks: {
      task: {
        label,
        stages: [{ limit: { parameter }, asks: 'notePartyLate' }],
        runs: ['called', 'working'],
        basis: '协办时限（本市参数）',
      },
    },
    states: {
      called: {
        label: '待签收',
        is: 'working',
        expects: [{ seat: 'self', command: 'join', clock: 'task' }],
        commands: {
          join: {
            label: '签收协办',
            by: ['self'],
            records: `${who}Joined`,
            says: '{party} 签收',
            to: 'working',
          },
          decline,
          notePartyLate: late,
        },
      },
      working: {
        label: '办理中',
        is: 'working',
        expects: [{ seat: 'self', command: 'finish', clock: 'task' }],
        commands: {
          finish: {
            label: '提交协办结果',
            by: ['self'],
            input: { result: { type: 'long', label: '办理情况', required: true, max: 1000 } },
            records: `${who}Finished`,
            says: '{party} 办理情况：{result}',
            sets: ['keepsTask'],
            to: 'done',
            tells: ['lead'],
          },
          decline,
          notePartyLate: late,
        },
      },
      done: { label: '已办完', is: 'end' },
      declined: { label: '未承担', is: 'end' },
    },
  }
}

function lateness(who: string): Command {
  return {
    label: '协办超时',
    by: ['clock'],
    records: `${who}RanLate`,
    says: '{party} 超过协办时限',
    tells: ['lead'],
  }
}

function declining(who: string): Command {
  return {
    label: '不能承担',
    by: ['self'],
    input: because,
    records: `${who}Declined`,
    says: '{party} 不能承担：{reason}',
    to: 'declined',
    tells: ['lead'],
  }
}
