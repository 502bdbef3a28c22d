import type { Command, State } from '../../../kernel/kind.ts'
import { fields, typed } from './fields.ts'
import { directions, sides } from './sides.ts'

/** What the records of a pair tell it, also when it has ended meanwhile. */
const told: Readonly<Record<string, Command>> = {
  noteRecord: {
    label: '记入方向',
    by: ['effect'],
    input: {
      direction: { type: 'choice', label: '方向', required: true, options: directions },
      year: { ...fields.year, required: true },
    },
    records: 'PairDirectionNoted',
    says: '有了一个方向的记录',
    sets: ['keepsDirection'],
  },
  noteConsultation: {
    label: '记入会商',
    by: ['effect'],
    input: {
      heldOn: { ...fields.consultedOn, required: true },
      sides: { type: 'choices', label: '方向', required: true, options: sides, max: 2 },
      year: { ...fields.year, required: true },
    },
    records: 'PairConsulted',
    says: '{heldOn} 会商',
    sets: ['keepsConsultation'],
  },
}

const both = ['industry', 'territory']

const { duty, detail, dueOn, topic, startAt, spot, agenda } = typed
const { dutyScore, talkScore, helpScore, words } = typed

const together: Readonly<Record<string, Command>> = {
  owe: {
    label: '列入我方责任',
    by: both,
    input: { duty, detail, dueOn },
    requires: ['looksAhead'],
    records: 'PairDutyDrafted',
    says: '{unit} 列入责任：{duty}',
    effects: ['opensDuty'],
  },
  consult: {
    label: '约定会商',
    by: both,
    input: { topic, startAt, spot, agenda },
    records: 'PairConsultationCalled',
    says: '{unit} 约定会商：{topic}',
    effects: ['opensConsultation'],
  },
  judge: {
    label: '评价对方',
    by: ['industrySigner', 'territorySigner'],
    input: { dutyScore, talkScore, helpScore, words },
    records: 'PairJudged',
    says: '{unit} 评价对方履行情况',
    effects: ['opensAppraisal'],
  },
}

const reason = { reason: { ...fields.reason, required: true } }

/** 提议 → 结对（逐年看方向、按期会商）→ 结束. */
export const states: Readonly<Record<string, State>> = {
  proposed: {
    label: '待对方确认',
    is: 'working',
    step: 1,
    expects: [{ seat: 'awaiting', command: 'accept', clock: 'reply' }],
    commands: {
      accept: {
        label: '确认结对',
        by: ['awaitingSigner'],
        records: 'PairAccepted',
        says: '{unit} 确认结对',
        sets: ['beginsYear'],
        to: 'active',
        tells: ['industry', 'territory'],
      },
      decline: {
        label: '不结对',
        by: ['awaitingSigner'],
        input: reason,
        records: 'PairDeclined',
        says: '不结对：{reason}',
        keeps: ['reason'],
        to: 'declined',
        tells: ['industry', 'territory'],
      },
      noteReplyLate: {
        label: '确认超时',
        by: ['clock'],
        records: 'PairReplyRanLate',
        says: '没有按时确认',
        tells: ['awaiting'],
      },
    },
  },
  active: {
    label: '结对中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'industry', command: 'consult', clock: 'consult' }],
    commands: {
      ...together,
      ...told,
      noteOverdue: {
        label: '会商逾期',
        by: ['clock'],
        records: 'PairConsultationOverdue',
        says: '本周期没有会商',
        sets: ['keepsOverdue'],
        tells: ['industry', 'territory'],
      },
      turnYear: {
        label: '转入新年度',
        by: ['clock'],
        records: 'PairYearTurned',
        says: '转入新年度，各方向重新记起',
        sets: ['turnsYear'],
      },
      end: {
        label: '结束结对',
        by: ['industrySigner', 'territorySigner'],
        input: reason,
        records: 'PairEnded',
        says: '{unit} 结束结对：{reason}',
        keeps: ['reason'],
        to: 'ended',
        tells: ['industry', 'territory'],
        grave: true,
      },
    },
  },
  declined: { label: '未结对', is: 'end', step: 3 },
  ended: { label: '已结束', is: 'end', step: 3, commands: told },
}
