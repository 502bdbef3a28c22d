import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const reason = { reason: fields.reason } as const
const withdraw: Command = {
  label: '撤回任务',
  by: ['department'],
  input: reason,
  records: 'TaskWithdrawn',
  says: '撤回任务',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['street'],
  grave: true,
}
const overrun: Command = {
  label: '到期未办结',
  by: ['clock'],
  records: 'TaskOverdue',
  says: '到完成日期仍未办结',
  tells: ['street', 'department'],
}

/** 下派 → 签收 → 办理 → 反馈 → 确认. */
export const states: Readonly<Record<string, State>> = {
  sent: {
    label: '待签收',
    is: 'working',
    step: 1,
    expects: [{ seat: 'street', command: 'accept', clock: 'accept' }],
    commands: {
      accept: {
        label: '签收',
        by: ['street'],
        records: 'TaskAccepted',
        says: '签收',
        to: 'doing',
      },
      withdraw,
      overrun,
      acceptOverrun: {
        label: '签收超时',
        by: ['clock'],
        records: 'AcceptanceOverdue',
        says: '超过签收时限',
        tells: ['street'],
      },
    },
  },
  doing: {
    label: '办理中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'street', command: 'report', clock: 'due' }],
    commands: {
      report: {
        label: '反馈结果',
        by: ['street'],
        input: { result: { ...fields.result, required: true } },
        records: 'ResultReported',
        says: '反馈结果',
        keeps: ['result'],
        to: 'reported',
        tells: ['department'],
      },
      withdraw,
      overrun,
    },
  },
  reported: {
    label: '待部门确认',
    is: 'working',
    step: 3,
    expects: [{ seat: 'department', command: 'confirm', clock: 'confirm' }],
    commands: {
      confirm: {
        label: '确认完成',
        by: ['department'],
        records: 'TaskConfirmed',
        says: '确认完成',
        to: 'done',
        tells: ['street'],
      },
      sendBack: {
        label: '退回再办',
        by: ['department'],
        input: reason,
        records: 'ResultSentBack',
        says: '退回再办',
        keeps: ['reason'],
        to: 'doing',
        tells: ['street'],
      },
      confirmOverrun: {
        label: '确认超时',
        by: ['clock'],
        records: 'ConfirmationOverdue',
        says: '超过确认时限',
        tells: ['department'],
      },
    },
  },
  done: { label: '已完成', is: 'end', step: 4 },
  withdrawn: { label: '已撤回', is: 'end', step: 4 },
}
