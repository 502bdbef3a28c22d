import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const { side, outcome, reason, otherWho, otherPart, othersPending } = fields

const letGo: Command = {
  label: '一方退出联盟',
  by: ['effect'],
  input: { side: { ...side, required: true } },
  records: 'SideLeft',
  says: '{side} 退出联盟，不再办理',
  sets: ['sideLeaves'],
  effects: ['tellsLeaving'],
  moves: [{ to: 'reported', when: 'ownSidesDone' }],
  tells: ['raiser'],
}

const noteLate: Command = {
  label: '办理超时',
  by: ['clock'],
  records: 'SharedMatterRanLate',
  says: '超过办理期限',
  tells: ['raiser'],
}

/** What a side in the other city did. It may come when all is over here. */
const notePart: Command = {
  label: '告知办理情况',
  by: ['courier'],
  input: {
    otherWho: { ...otherWho, required: true },
    otherPart: { ...otherPart, required: true },
    othersPending: { ...othersPending, required: true },
  },
  records: 'OtherCityReported',
  says: '{otherWho}：{otherPart}',
  keeps: ['otherWho', 'otherPart', 'othersPending'],
  tells: ['raiser'],
}

const closedThere: Command = {
  label: '告知办结',
  by: ['courier'],
  input: { outcome: { ...outcome, required: true } },
  records: 'SharedMatterConcludedThere',
  says: '对方城市办结：{outcome}',
  keeps: ['outcome'],
  to: 'closed',
  tells: ['raiser'],
}

const withdrawnThere: Command = {
  label: '告知撤回',
  by: ['courier'],
  input: { reason: { ...reason, required: true } },
  records: 'SharedMatterWithdrawnThere',
  says: '对方城市撤回：{reason}',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['raiser'],
}

/** Of those who handle it here, whichever city raised it. */
export const states: Readonly<Record<string, State>> = {
  open: {
    label: '各方办理',
    is: 'working',
    step: 1,
    expects: [{ seat: 'raiser', command: 'conclude', clock: 'due' }],
    commands: {
      conclude: {
        label: '办结',
        by: ['raiserSigner'],
        input: { outcome: { ...outcome, required: true } },
        requires: ['allSidesDone'],
        records: 'SharedMatterConcluded',
        says: '办结：{outcome}',
        keeps: ['outcome'],
        effects: ['tellsClosing'],
        to: 'closed',
      },
      withdraw: {
        label: '撤回事项',
        by: ['raiserSigner'],
        input: { reason: { ...reason, required: true } },
        records: 'SharedMatterWithdrawn',
        says: '撤回：{reason}',
        keeps: ['reason'],
        effects: ['tellsWithdrawal'],
        to: 'withdrawn',
      },
      letGo,
      noteLate,
      notePart,
    },
  },
  shared: {
    label: '对方城市提出，本市各方办理',
    is: 'working',
    step: 1,
    expects: [{ seat: 'raiser', command: 'giveTo', clock: 'due', when: 'nobodyHandles' }],
    commands: {
      giveTo: {
        label: '交本市单位办理',
        by: ['raiserSigner'],
        input: { units: { type: 'units', label: '办理单位', required: true, max: 30 } },
        requires: ['noSideYet'],
        records: 'SidesAdded',
        says: '交本市单位办理',
        sets: ['joinsSides'],
      },
      letGo,
      noteLate,
      notePart,
      closedThere,
      withdrawnThere,
    },
  },
  reported: {
    label: '本市各方已办，等待对方城市办结',
    is: 'resting',
    step: 1,
    commands: { notePart, closedThere, withdrawnThere },
  },
  closed: { label: '已办结', is: 'end', step: 2, commands: { notePart } },
  withdrawn: { label: '已撤回', is: 'end', step: 2, commands: { notePart } },
}
