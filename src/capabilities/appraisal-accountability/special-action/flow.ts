import type { PartyKind, State } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const leaders = ['superior', 'office'] as const

/** Under way until its closing report is written, or it is cancelled with a reason. */
export const states: Readonly<Record<string, State>> = {
  underway: {
    label: '开展中',
    is: 'working',
    step: 1,
    expects: [
      { seat: 'office', command: 'assign', clock: 'end', when: 'hasNoTasks' },
      { seat: 'office', command: 'conclude', clock: 'end', when: 'hasTasks' },
    ],
    commands: {
      assign: {
        label: '派任务',
        by: leaders,
        input: {
          units: { ...fields.units, required: true },
          task: { ...fields.task, required: true },
          dueOn: { ...fields.dueOn, required: true },
        },
        requires: ['unitsAreBelow', 'taskIsAhead', 'taskEndsInside'],
        records: 'ActionTaskAssigned',
        says: '派任务：{task}，{dueOn} 前完成',
        sets: ['namesParticipants'],
      },
      conclude: {
        label: '写总结报告，结束',
        by: leaders,
        input: {
          report: { ...fields.report, required: true, min: 10 },
          unfinished: fields.unfinished,
        },
        requires: ['hasTasks', 'saysWhatIsUnfinished'],
        records: 'ActionConcluded',
        says: '专项行动结束',
        keeps: ['report', 'unfinished'],
        sets: ['takesActual'],
        facts: ['measured'],
        to: 'concluded',
      },
      cancel: {
        label: '取消',
        by: leaders,
        input: { reason: { ...fields.reason, required: true } },
        records: 'ActionCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      noteEnd: {
        label: '到期没有总结',
        by: ['clock'],
        records: 'ActionRanLate',
        says: '到了结束日期，还没有总结',
        tells: ['office'],
      },
    },
  },
  concluded: { label: '已结束', is: 'end', step: 2 },
  cancelled: { label: '已取消', is: 'end', step: 2 },
}

export const parties: Readonly<Record<string, PartyKind>> = {
  participant: {
    label: '参加单位',
    start: 'tasked',
    states: {
      tasked: {
        label: '办理中',
        is: 'working',
        expects: [{ seat: 'participant', command: 'finish', clock: 'task' }],
        commands: {
          finish: {
            label: '完成任务',
            by: ['participant'],
            input: { result: { ...fields.result, required: true } },
            requires: ['isUnderway'],
            records: 'ActionTaskFinished',
            says: '{unit} 完成：{result}',
            sets: ['keepsResult'],
            to: 'finished',
            tells: ['office'],
          },
          noteTaskLate: {
            label: '任务超期',
            by: ['clock'],
            records: 'ActionTaskRanLate',
            says: '参加单位超过任务期限',
            tells: ['office'],
          },
        },
      },
      finished: { label: '已完成', is: 'resting' },
    },
    clocks: {
      task: {
        label: '任务',
        stages: [{ limit: { until: 'dueOn' }, asks: 'noteTaskLate' }],
        runs: ['tasked'],
        basis,
      },
    },
  },
}
