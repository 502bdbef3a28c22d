import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const keepers = ['superior', 'office'] as const

const again = {
  reason: { ...fields.reason, required: true },
  dueOn: { ...fields.dueOn, required: true },
} as const

const dismiss: Command = {
  label: '核实后不属于问题短板',
  by: keepers,
  input: { reason: { ...fields.reason, required: true } },
  records: 'ShortcomingDismissed',
  says: '不列入台账：{reason}',
  keeps: ['reason'],
  to: 'dismissed',
  tells: ['unit'],
  grave: true,
}

/** 登记 → 分级 → 整改 → 复核 → 销号; what comes back is open again. */
export const states: Readonly<Record<string, State>> = {
  found: {
    label: '待分级',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'grade', clock: 'grade' }],
    commands: {
      grade: {
        label: '分级并定整改期限',
        by: keepers,
        input: {
          grade: { ...fields.grade, required: true },
          dueOn: { ...fields.dueOn, required: true },
        },
        requires: ['dueIsAhead'],
        records: 'ShortcomingGraded',
        says: '定为{grade}，{dueOn} 前整改',
        keeps: ['grade', 'dueOn'],
        to: 'rectifying',
        tells: ['unit'],
      },
      dismiss,
      noteUngraded: {
        label: '分级超时',
        by: ['clock'],
        records: 'ShortcomingGradeRanLate',
        says: '登记后没有按时分级',
        tells: ['office'],
      },
    },
  },
  rectifying: {
    label: '整改中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'report', clock: 'due' }],
    commands: {
      report: {
        label: '报整改情况',
        by: ['unit'],
        input: { result: { ...fields.result, required: true, min: 4 } },
        records: 'ShortcomingReported',
        says: '整改情况：{result}',
        keeps: ['result'],
        sets: ['remembersReporter'],
        to: 'checking',
        tells: ['office'],
      },
      dismiss,
      noteLate: {
        label: '整改超期',
        by: ['clock'],
        records: 'ShortcomingRanLate',
        says: '超过整改期限',
        sets: ['isLate'],
        tells: ['unit', 'office'],
      },
    },
  },
  checking: {
    label: '待复核',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'solve', clock: 'check' }],
    commands: {
      solve: {
        label: '复核销号',
        by: keepers,
        input: { check: { ...fields.check, required: true } },
        requires: ['recheckedByAnother'],
        records: 'ShortcomingSolved',
        says: '复核通过，销号：{check}',
        keeps: ['check'],
        to: 'solved',
        tells: ['unit'],
      },
      sendBack: {
        label: '复核未通过',
        by: keepers,
        input: again,
        requires: ['dueIsAhead'],
        records: 'ShortcomingSentBack',
        says: '复核未通过：{reason}',
        keeps: Object.keys(again),
        sets: ['anotherRound'],
        to: 'rectifying',
        tells: ['unit'],
      },
      noteCheckLate: {
        label: '复核超时',
        by: ['clock'],
        records: 'ShortcomingCheckRanLate',
        says: '报来以后没有按时复核',
        tells: ['office'],
      },
    },
  },
  solved: {
    label: '已销号',
    is: 'resting',
    step: 4,
    commands: {
      reopen: {
        label: '反弹，重新整改',
        by: keepers,
        input: again,
        requires: ['dueIsAhead'],
        records: 'ShortcomingReopened',
        says: '重新整改：{reason}',
        keeps: Object.keys(again),
        sets: ['anotherRound'],
        to: 'rectifying',
        tells: ['unit'],
      },
    },
  },
  dismissed: { label: '不列入台账', is: 'end', step: 4 },
}
