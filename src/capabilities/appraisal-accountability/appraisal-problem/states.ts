import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const judging = ['host', 'office'] as const

const carryOver: Command = {
  label: '结转下一年度',
  by: ['clock'],
  records: 'ProblemCarriedOver',
  says: '年底没有销号，结转下一年度，列入下一年述职',
  sets: ['goesOn'],
  tells: ['unit', 'office'],
}
const withdraw: Command = {
  label: '撤销问题',
  by: judging,
  input: { reason: { ...fields.reason, required: true } },
  records: 'ProblemWithdrawn',
  says: '撤销：{reason}',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['unit'],
  grave: true,
}
const again = {
  reason: { ...fields.reason, required: true },
  dueOn: fields.dueOn,
} as const

/** 反馈 → 认领 → 整改 → 验收 → 销号 → 回头看. */
export const states: Readonly<Record<string, State>> = {
  raised: {
    label: '待认领',
    is: 'working',
    step: 1,
    expects: [{ seat: 'unit', command: 'claim', clock: 'claim' }],
    commands: {
      claim: {
        label: '认领整改',
        by: ['unit'],
        input: { measures: fields.measures, lead: fields.lead, dueOn: fields.dueOn },
        requires: ['dueIsAhead'],
        records: 'ProblemClaimed',
        says: '{lead} 负责，{dueOn} 前整改：{measures}',
        keeps: ['measures', 'lead', 'dueOn'],
        to: 'rectifying',
        tells: ['office'],
      },
      withdraw,
      carryOver,
      noteUnclaimed: {
        label: '没有认领',
        by: ['clock'],
        records: 'ProblemStayedUnclaimed',
        says: '超过认领时限',
        tells: ['unit', 'office'],
      },
    },
  },
  rectifying: {
    label: '整改中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'submit', clock: 'rectify' }],
    commands: {
      progress: {
        label: '记进展',
        by: ['unit'],
        input: { words: { type: 'text', label: '进展', required: true, max: 300 } },
        records: 'ProblemProgressed',
        says: '进展：{words}',
      },
      submit: {
        label: '提交整改情况',
        by: ['unit'],
        input: { evidence: fields.evidence, files: fields.files },
        records: 'ProblemRectified',
        says: '整改情况：{evidence}',
        keeps: ['evidence', 'files'],
        sets: ['remembersReporter'],
        to: 'submitted',
        tells: ['office'],
      },
      withdraw,
      carryOver,
      noteLate: {
        label: '整改超期',
        by: ['clock'],
        records: 'ProblemRanLate',
        says: '超过整改期限',
        sets: ['isLate'],
        tells: ['unit', 'office'],
      },
    },
  },
  submitted: {
    label: '待验收',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'accept', clock: 'check' }],
    commands: {
      accept: {
        label: '验收销号',
        by: judging,
        input: {
          reason: { ...fields.reason, label: '验收意见' },
          lookBackOn: { ...fields.lookBackOn, help: '不填按参数定' },
        },
        requires: ['acceptedByAnother', 'lookBackIsAhead'],
        records: 'ProblemClosed',
        says: '验收通过，销号',
        keeps: ['reason'],
        sets: ['isInTime', 'setsLookBack'],
        to: 'closed',
        tells: ['unit'],
      },
      sendBack: {
        label: '退回整改',
        by: judging,
        input: again,
        requires: ['dueIsAhead'],
        records: 'ProblemSentBack',
        says: '验收未通过：{reason}',
        keeps: ['reason', 'dueOn'],
        sets: ['anotherRound'],
        to: 'rectifying',
        tells: ['unit'],
      },
      carryOver,
      noteCheckLate: {
        label: '验收超时',
        by: ['clock'],
        records: 'ProblemCheckRanLate',
        says: '超过验收时限',
        tells: ['office'],
      },
    },
  },
  closed: {
    label: '已销号，待回头看',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'settle', clock: 'lookBack' }],
    commands: {
      settle: {
        label: '回头看通过',
        by: judging,
        input: { summary: { ...fields.summary, required: true } },
        requires: ['lookBackHasCome'],
        records: 'ProblemSettled',
        says: '回头看没有反弹：{summary}',
        keeps: ['summary'],
        to: 'settled',
        tells: ['unit'],
      },
      reopen: {
        label: '反弹，重新整改',
        by: judging,
        input: again,
        requires: ['dueIsAhead'],
        records: 'ProblemReopened',
        says: '回头看发现反弹，重新整改：{reason}',
        keeps: ['reason', 'dueOn'],
        sets: ['anotherRound', 'staysThisYear'],
        to: 'rectifying',
        tells: ['unit'],
      },
      noteLookBackDue: {
        label: '到期没有回头看',
        by: ['clock'],
        records: 'ProblemLookBackRanLate',
        says: '到了回头看的日期，还没有回头看',
        tells: ['office'],
      },
    },
  },
  settled: { label: '已了结', is: 'end', step: 5 },
  withdrawn: { label: '已撤销', is: 'end', step: 5 },
}
