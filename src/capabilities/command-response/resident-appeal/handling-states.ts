import type { State } from '../../../kernel/kind.ts'
import * as shared from './commands.ts'
import { because, fields } from './fields.ts'
import { handlingCommands } from './handling-commands.ts'
import { always, early } from './shared-commands.ts'

/** 办: contact first, handle, answer last. */
export const handlingStates: Readonly<Record<string, State>> = {
  handling: {
    label: '办理中',
    plain: '承办单位正在办理',
    is: 'working',
    step: 3,
    expects: [
      { seat: 'lead', command: 'contact', clock: 'limit', when: 'waitsForAWord' },
      { seat: 'lead', command: 'submitAnswer', clock: 'limit', when: 'hasSpokenFirst' },
      { seat: 'desk', command: 'grantExtension', clock: 'limit', when: 'extensionIsAsked' },
      { seat: 'supervisor', command: 'grantSuspension', clock: 'limit', when: 'suspensionIsAsked' },
    ],
    commands: { ...handlingCommands, ...early },
  },
  checking: {
    label: '待审核',
    plain: '答复正在审核',
    is: 'working',
    step: 3,
    expects: [{ seat: 'lead', command: 'approve', clock: 'limit' }],
    commands: {
      approve: {
        label: '审核通过',
        by: ['leadHead'],
        requires: ['notOwnDraft'],
        records: 'AnswerApproved',
        says: '审核通过，答复诉求人',
        sets: ['answersNow'],
        facts: ['merged'],
        to: 'answered',
        effects: ['tellsMerged'],
      },
      sendBack: {
        label: '退回修改',
        by: ['leadHead'],
        input: because,
        records: 'AnswerSentBack',
        says: '退回修改：{reason}',
        to: 'handling',
      },
      noteLate: shared.noteLate,
      ...always,
    },
  },
  suspended: {
    label: '挂账',
    plain: '需要较长时间解决，已制定方案并定了复查日期',
    is: 'resting',
    step: 3,
    commands: {
      resume: {
        label: '恢复办理',
        by: ['handler', 'supervisor'],
        records: 'Resumed',
        says: '恢复办理，接着计时',
        to: 'handling',
      },
      review: {
        label: '到期复查',
        by: ['clock'],
        records: 'ReviewCame',
        says: '复查日期已到，恢复办理',
        to: 'handling',
        tells: ['lead', 'supervisor'],
      },
      note: shared.note,
      supplement: shared.supplement,
      withdraw: shared.withdraw,
    },
  },
  raised: {
    label: '提级办理',
    plain: '您两次评价没有解决，已交上一级办理',
    is: 'working',
    step: 3,
    expects: [
      { seat: 'supervisor', command: 'assignAbove', clock: 'limit', when: 'firstRaise' },
      { seat: 'citySupervisor', command: 'assignAbove', clock: 'limit', when: 'laterRaise' },
    ],
    commands: {
      assignAbove: {
        label: '指定上一级单位',
        by: ['supervisor'],
        input: { lead: { ...fields.lead, required: true } },
        requires: ['isHigherUp'],
        records: 'AssignedAbove',
        says: '提级交 {lead} 办理',
        keeps: ['lead'],
        sets: ['raisesLevel', 'partiesLeave'],
        to: 'handling',
        tells: ['lead'],
      },
      noteLate: shared.noteLate,
      ...always,
    },
  },
}
