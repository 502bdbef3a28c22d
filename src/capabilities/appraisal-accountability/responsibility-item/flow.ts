import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const keepers = ['superior', 'office'] as const

const stateView: Command = {
  label: '陈述意见',
  by: ['unit'],
  input: { view: { ...fields.view, required: true, min: 4 } },
  records: 'ResponsibilityViewStated',
  says: '涉及的党组织陈述意见',
  keeps: ['view'],
  tells: ['office'],
}

const withdraw: Command = {
  label: '核实后撤销',
  by: keepers,
  input: { reason: { ...fields.reason, required: true } },
  records: 'ResponsibilityItemWithdrawn',
  says: '撤销：{reason}',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['holder', 'unit'],
  grave: true,
}

/** 办理 → 复核 → 办结; what does not hold is withdrawn with its reason and counts no more. */
export const states: Readonly<Record<string, State>> = {
  open: {
    label: '办理中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'holder', command: 'answer', clock: 'due' }],
    commands: {
      answer: {
        label: '报办理情况',
        by: ['holder'],
        input: {
          outcome: { ...fields.outcome, required: true },
          result: { ...fields.result, required: true, min: 4 },
        },
        requires: ['problemsAreMet'],
        records: 'ResponsibilityItemAnswered',
        says: '{outcome}：{result}',
        keeps: ['outcome', 'result'],
        sets: ['remembersReporter'],
        to: 'answered',
        tells: ['office', 'unit'],
      },
      stateView,
      withdraw,
      noteLate: {
        label: '办理超期',
        by: ['clock'],
        records: 'ResponsibilityItemRanLate',
        says: '超过办理期限',
        tells: ['holder', 'office'],
      },
    },
  },
  answered: {
    label: '待复核',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'end', clock: 'check' }],
    commands: {
      end: {
        label: '复核办结',
        by: keepers,
        requires: ['checkedByAnother'],
        records: 'ResponsibilityItemEnded',
        says: '复核通过，办结',
        to: 'ended',
        tells: ['holder', 'unit'],
      },
      sendBack: {
        label: '退回办理',
        by: keepers,
        input: {
          reason: { ...fields.reason, required: true },
          dueOn: { ...fields.dueOn, required: true },
        },
        requires: ['dueIsAhead'],
        records: 'ResponsibilityItemSentBack',
        says: '退回：{reason}',
        keeps: ['reason', 'dueOn'],
        to: 'open',
        tells: ['holder'],
      },
      stateView,
      withdraw,
      noteCheckLate: {
        label: '复核超时',
        by: ['clock'],
        records: 'ResponsibilityCheckRanLate',
        says: '报来以后没有按时复核',
        tells: ['office'],
      },
    },
  },
  ended: { label: '已办结', is: 'end', step: 3 },
  withdrawn: { label: '已撤销', is: 'end', step: 3 },
}
