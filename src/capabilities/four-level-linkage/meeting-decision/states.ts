import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['host', 'organiser']
const because = { reason: { ...fields.reason, required: true } } as const

const assign: Command = {
  label: '定责任单位和期限',
  by: ours,
  input: {
    owner: { ...fields.owner, required: true },
    dueOn: { ...fields.dueOn, required: true },
  },
  requires: ['dueIsAhead'],
  records: 'DecisionAssigned',
  says: '由 {owner} 在 {dueOn} 前办理',
  keeps: ['owner', 'dueOn'],
  to: 'assigned',
  tells: ['owner'],
}
const drop: Command = {
  label: '撤下',
  by: ours,
  input: because,
  records: 'DecisionDropped',
  says: '撤下，不再作为议定事项：{reason}',
  keeps: ['reason'],
  to: 'dropped',
  grave: true,
}
const progress: Command = {
  label: '记进展',
  by: ['owner'],
  input: { words: { type: 'long', label: '进展', required: true, max: 1000 } },
  records: 'DecisionProgressed',
  says: '进展：{words}',
}
const report: Command = {
  label: '报办结',
  by: ['owner'],
  input: { result: { ...fields.result, required: true, min: 2 } },
  records: 'DecisionReported',
  says: '报办结：{result}',
  keeps: ['result'],
  to: 'reported',
  tells: ['host'],
}

/** 待定责 → 办理中 → 待销号 → 已销号; what runs late is pressed until it is reported. */
export const states: Readonly<Record<string, State>> = {
  captured: {
    label: '待定责',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'assign', clock: 'assign' }],
    commands: {
      assign,
      drop,
      noteUnassigned: {
        label: '还没有定责',
        by: ['clock'],
        records: 'DecisionStayedUnassigned',
        says: '还没有责任单位和期限',
        tells: ['host'],
      },
    },
  },
  assigned: {
    label: '办理中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'owner', command: 'report', clock: 'due' }],
    commands: {
      report,
      progress,
      assign,
      drop,
      runLate: {
        label: '逾期',
        by: ['clock'],
        records: 'DecisionRanLate',
        says: '超过期限，转入督办',
        to: 'pressed',
        tells: ['owner', 'host', 'supervisor'],
      },
    },
  },
  pressed: {
    label: '督办中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'owner', command: 'report', clock: 'press' }],
    commands: {
      report,
      progress,
      assign,
      drop,
      press: {
        label: '催办',
        by: ['host', 'organiser', 'supervisor'],
        input: { words: { type: 'text', label: '催办意见', required: true, max: 300 } },
        records: 'DecisionPressed',
        says: '催办：{words}',
        tells: ['owner'],
      },
      pressAgain: {
        label: '自动催办',
        by: ['clock'],
        records: 'DecisionPressedAgain',
        says: '逾期仍未报办结，自动催办',
        tells: ['owner', 'host'],
      },
    },
  },
  reported: {
    label: '待销号',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'accept', clock: 'check' }],
    commands: {
      accept: {
        label: '销号',
        by: ours,
        records: 'DecisionDone',
        says: '销号',
        to: 'done',
        tells: ['owner'],
      },
      sendBack: {
        label: '退回再办',
        by: ours,
        input: { ...because, dueOn: fields.dueOn },
        requires: ['dueIsAhead'],
        records: 'DecisionSentBack',
        says: '退回再办：{reason}',
        keeps: ['reason', 'dueOn'],
        to: 'assigned',
        tells: ['owner'],
      },
      noteUnchecked: {
        label: '销号超时',
        by: ['clock'],
        records: 'DecisionCheckRanLate',
        says: '超过销号时限',
        tells: ['host'],
      },
    },
  },
  done: { label: '已销号', is: 'end', step: 4 },
  dropped: { label: '已撤下', is: 'end', step: 4 },
}
