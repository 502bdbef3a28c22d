import type { Command, PartyKind, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const leaders = ['superior', 'office'] as const

const call: Command = {
  label: '增加参加的党组织',
  by: leaders,
  input: { units: { ...fields.units, required: true } },
  requires: ['unitsAreBelow'],
  records: 'MajorTaskCalled',
  says: '增加参加的党组织',
  sets: ['namesParticipants'],
}

/** 任务 → 复盘 → evidence of the year for each organisation that took part. */
export const states: Readonly<Record<string, State>> = {
  underway: {
    label: '进行中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'end', clock: 'run' }],
    commands: {
      call,
      end: {
        label: '任务结束，转入复盘',
        by: leaders,
        input: { until: { ...fields.until, required: true } },
        requires: ['endsBetween'],
        records: 'MajorTaskEnded',
        says: '任务于 {until} 结束',
        keeps: ['until'],
        to: 'reviewing',
      },
      cancel: {
        label: '误建，取消',
        by: leaders,
        input: { reason: { ...fields.reason, required: true } },
        requires: ['nobodyContributed'],
        records: 'MajorTaskCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      noteRunning: {
        label: '任务是否结束',
        by: ['clock'],
        records: 'MajorTaskRanLong',
        says: '任务进行已久，请确认是否结束',
        tells: ['office'],
      },
    },
  },
  reviewing: {
    label: '待复盘',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'review', clock: 'review' }],
    commands: {
      call,
      review: {
        label: '复盘',
        by: leaders,
        input: {
          good: { ...fields.good, required: true },
          lacking: { ...fields.lacking, required: true },
          lessons: { ...fields.lessons, required: true },
        },
        requires: ['somebodyContributed'],
        records: 'MajorTaskReviewed',
        says: '复盘：{lacking}',
        keeps: ['good', 'lacking', 'lessons'],
        to: 'reviewed',
      },
      noteReviewLate: {
        label: '复盘超时',
        by: ['clock'],
        records: 'MajorTaskReviewRanLate',
        says: '任务结束后没有按时复盘',
        tells: ['office'],
      },
    },
  },
  reviewed: { label: '已复盘', is: 'resting', step: 3 },
  cancelled: { label: '已取消', is: 'end', step: 3 },
}

export const parties: Readonly<Record<string, PartyKind>> = {
  participant: {
    label: '参加的党组织',
    start: 'called',
    states: {
      called: {
        label: '参加',
        is: 'resting',
        commands: {
          contribute: {
            label: '记本单位做了什么',
            by: ['participant'],
            input: {
              contribution: { ...fields.contribution, required: true, min: 4 },
              attended: { ...fields.attended, required: true },
            },
            requires: ['isNotReviewed'],
            records: 'MajorTaskContributed',
            says: '{unit}：{contribution}',
            sets: ['keepsContribution'],
          },
          attach: {
            label: '作为述职依据',
            by: ['participant'],
            input: { report: { ...fields.report, required: true } },
            requires: ['isReviewed', 'hasContributed', 'reportIsOwn', 'isNotAttached'],
            records: 'MajorTaskAttached',
            says: '{unit} 把复盘附在本年述职报告中',
            sets: ['keepsReport'],
            effects: ['opensSection'],
          },
        },
      },
    },
  },
}
