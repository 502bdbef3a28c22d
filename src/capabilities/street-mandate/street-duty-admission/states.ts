import type { Command, State } from '../../../kernel/kind.ts'
import { applied, fields } from './fields.ts'

const note = { note: fields.note } as const
const overrun: Command = {
  label: '办理超时',
  by: ['clock'],
  records: 'AdmissionOverdue',
  says: '超过准入办理时限',
  tells: ['department'],
}
const withdraw: Command = {
  label: '撤回申请',
  by: ['applicant'],
  input: note,
  records: 'ApplicationWithdrawn',
  says: '撤回申请',
  keeps: ['note'],
  to: 'withdrawn',
  grave: true,
}

/** 申请 → 街道意见 → 审核 → 准入 → 经费到位 → 执行 → 到期退出或续期. */
export const states: Readonly<Record<string, State>> = {
  opinions: {
    label: '听取街道意见',
    is: 'working',
    step: 1,
    expects: [{ seat: 'department', command: 'submit', clock: 'handling', when: 'allHeard' }],
    commands: {
      submit: {
        label: '提交审核',
        by: ['applicant'],
        requires: ['allHeard', 'allWeighed'],
        records: 'ApplicationSubmitted',
        says: '提交党委、政府审核',
        sets: ['asksApprovers'],
        to: 'review',
      },
      withdraw,
      overrun,
    },
  },
  review: {
    label: '审核中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'department', command: 'withdraw', when: 'nobodyReviews' }],
    commands: {
      sendBack: {
        label: '退回补正',
        by: ['approverSigner'],
        input: note,
        records: 'ApplicationSentBack',
        says: '退回补正',
        keeps: ['note'],
        sets: ['dismissesApprovers'],
        to: 'returned',
        tells: ['department'],
      },
      withdraw,
      overrun,
    },
  },
  returned: {
    label: '退回补正',
    is: 'working',
    step: 2,
    expects: [{ seat: 'department', command: 'reapply', clock: 'handling' }],
    commands: {
      reapply: {
        label: '补正后重新提交',
        by: ['applicant'],
        input: applied,
        requires: ['streetsAreWithin', 'daysInOrder', 'notRelieved'],
        records: 'ApplicationRenewed',
        says: '补正后重新听取街道意见',
        keeps: Object.keys(applied),
        sets: ['dismissesStreets', 'asksStreets'],
        to: 'opinions',
      },
      withdraw,
      overrun,
    },
  },
  admitted: {
    label: '已准入待经费到位',
    is: 'working',
    step: 3,
    expects: [{ seat: 'department', command: 'recordMoney', clock: 'money' }],
    commands: {
      recordMoney: {
        label: '登记经费到位',
        by: ['applicant'],
        input: { moneyArrived: fields.moneyArrived, moneyArrivedOn: fields.moneyArrivedOn },
        requires: ['moneyIsWhole'],
        records: 'MoneyArrived',
        says: '经费 {moneyArrived} 万元到位',
        keeps: ['moneyArrived', 'moneyArrivedOn'],
        to: 'inForce',
      },
      noteMoneyLate: {
        label: '经费逾期未到位',
        by: ['clock'],
        records: 'MoneyOverdue',
        says: '到约定日期经费没有到位',
        tells: ['department'],
      },
      expire: expiry(),
      withdraw,
    },
  },
  inForce: {
    label: '准入生效',
    is: 'resting',
    step: 4,
    commands: {
      renew: {
        label: '申请续期',
        by: ['applicant'],
        input: {
          endsOn: { ...fields.endsOn, label: '续期到' },
          reason: { ...fields.reason, label: '续期理由' },
          money: fields.money,
          moneyDueOn: fields.moneyDueOn,
        },
        requires: ['endsLater'],
        records: 'RenewalAsked',
        says: '申请续期到 {endsOn}',
        effects: ['opensRenewal'],
      },
      leave: {
        label: '退出',
        by: ['applicant'],
        input: note,
        records: 'AdmissionLeft',
        says: '提前退出',
        keeps: ['note'],
        to: 'expired',
        grave: true,
      },
      expire: expiry(),
    },
  },
  expired: { label: '已到期退出', is: 'end', step: 5 },
  refused: { label: '不予准入', is: 'end', step: 3 },
  withdrawn: { label: '已撤回', is: 'end', step: 3 },
}

function expiry(): Command {
  return {
    label: '到期退出',
    by: ['clock'],
    records: 'AdmissionExpired',
    says: '准入到期，自动退出',
    to: 'expired',
    tells: ['department'],
  }
}
