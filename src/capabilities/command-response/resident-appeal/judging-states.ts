import type { State } from '../../../kernel/kind.ts'
import * as shared from './commands.ts'
import { fields } from './fields.ts'

/** 评: the person who asked judges; a call-back counts until they do. */
export const judgingStates: Readonly<Record<string, State>> = {
  answered: {
    label: '待评价',
    plain: '已答复，请您评价',
    is: 'working',
    step: 4,
    expects: [{ seat: 'callback', command: 'callBack', clock: 'judge' }],
    commands: {
      judge: shared.judge,
      callBack: {
        label: '回访登记',
        by: ['caller'],
        input: {
          responded: { ...fields.responded, label: '承办单位联系过' },
          solved: { ...fields.solved, required: true },
          reason: fields.reason,
        },
        requires: ['outsideTheLine', 'saysWhy'],
        records: 'CalledBack',
        says: '回访：{solved}',
        keeps: ['responded', 'solved', 'reason'],
        sets: ['judgesByCall'],
        moves: [
          { to: 'raised', when: 'isUnsolvedAgain' },
          { to: 'handling', when: 'isUnsolved' },
        ],
        to: 'calledBack',
        tells: ['lead'],
      },
      lapse: shared.lapse,
      note: shared.note,
    },
  },
  calledBack: {
    label: '已回访',
    plain: '已电话回访，您可以在评价期内自己改评',
    is: 'resting',
    step: 4,
    commands: { judge: shared.judge, lapse: shared.lapse },
  },
  closed: { label: '已办结', plain: '已办结', is: 'end', step: 5 },
  notAccepted: {
    label: '不予受理',
    plain: '这件事不由本平台受理，请看建议的渠道',
    is: 'end',
    step: 5,
  },
  withdrawn: { label: '已撤回', plain: '您已撤回', is: 'end', step: 5 },
}
