import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { because } from './fields.ts'

const decline: Command = {
  label: '不能承担',
  by: ['self'],
  input: because,
  records: 'FindingPartyDeclined',
  says: '{party} 不能承担：{reason}',
  to: 'declined',
  tells: ['handler', 'desk'],
}
const noteLate: Command = {
  label: '协同超时',
  by: ['clock'],
  records: 'FindingPartyRanLate',
  says: '{party} 超过协同处置时限',
  tells: ['self', 'handler'],
}

/** 协同处置: every unit that takes part is named, with its own task, clock and result. */
export const parties: Readonly<Record<string, PartyKind>> = {
  department: {
    label: '协同单位',
    start: 'called',
    clocks: {
      task: {
        label: '协同处置',
        stages: [{ limit: { parameter: 'finding.task' }, asks: 'notePartyLate' }],
        runs: ['called', 'working'],
        basis: '协同处置时限（本市参数）',
      },
    },
    states: {
      called: {
        label: '待签收',
        is: 'working',
        expects: [{ seat: 'self', command: 'join', clock: 'task' }],
        commands: {
          join: {
            label: '签收协同',
            by: ['self'],
            records: 'FindingPartyJoined',
            says: '{party} 签收',
            to: 'working',
          },
          decline,
          notePartyLate: noteLate,
        },
      },
      working: {
        label: '处置中',
        is: 'working',
        expects: [{ seat: 'self', command: 'finishPart', clock: 'task' }],
        commands: {
          finishPart: {
            label: '本单位已办完',
            by: ['self'],
            input: { result: { type: 'long', label: '处置情况', required: true, max: 1000 } },
            records: 'FindingPartyFinished',
            says: '{party} 处置情况：{result}',
            sets: ['keepsResult'],
            to: 'done',
            tells: ['handler'],
          },
          decline,
          notePartyLate: noteLate,
        },
      },
      done: { label: '已办完', is: 'end' },
      declined: { label: '未承担', is: 'end' },
    },
  },
}
