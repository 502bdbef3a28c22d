import type { Command, State } from '../../../kernel/kind.ts'
import { fields, handed } from './fields.ts'

const planned = {
  title: fields.title,
  detail: fields.detail,
  year: fields.year,
  dueOn: fields.dueOn,
} as const

/** By hand at the top of a tree; from there on only by the task above. */
export const starts: Readonly<Record<string, Command>> = {
  plan: {
    label: '列年度任务',
    by: ['starter'],
    input: planned,
    requires: ['endsLater'],
    records: 'LevelTaskPlanned',
    says: '列入 {year} 年度任务：{title}',
    keeps: Object.keys(planned),
    sets: ['heldByAsker'],
    to: 'open',
  },
  receive: {
    label: '接受上级任务',
    by: ['effect'],
    input: handed,
    records: 'LevelTaskReceived',
    says: '上级下达：{title}',
    keeps: Object.keys(handed),
    sets: ['heldByReceiver'],
    effects: ['tellsParent'],
    to: 'open',
    tells: ['holder'],
  },
}

const partReported: Command = {
  label: '下级报进展',
  by: ['effect'],
  input: {
    child: { ...fields.child, required: true },
    holder: { ...fields.holder, required: true },
    progress: { ...fields.progress, required: true },
    done: fields.done,
  },
  records: 'LevelTaskPartReported',
  says: '下级进度 {progress}%，已汇总',
  sets: ['rollsUp'],
  effects: ['tellsParent'],
}

/** 下达 → 分解、报进展 → 完成; what did not take effect is opened again. */
export const states: Readonly<Record<string, State>> = {
  open: {
    label: '进行中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'holder', command: 'finish', clock: 'finish' }],
    commands: {
      passDown: {
        label: '分解到下一级',
        by: ['holder'],
        input: {
          units: {
            type: 'units',
            label: '下一级党组织',
            required: true,
            of: ['committee', 'street', 'community'],
            max: 40,
          },
          title: { ...fields.title, required: false, help: '不填则与本级相同' },
          detail: fields.detail,
          dueOn: { ...fields.dueOn, required: false, help: '不填则与本级相同' },
        },
        requires: ['toNextLevelBelow', 'notLaterThanItself'],
        records: 'LevelTaskPassedDown',
        says: '分解到 {units}',
        effects: ['handsDown'],
      },
      report: {
        label: '报进展',
        by: ['holder'],
        input: {
          progress: { ...fields.progress, required: true },
          words: { ...fields.words, required: true },
        },
        requires: ['hasNoParts'],
        records: 'LevelTaskReported',
        says: '进度 {progress}%：{words}',
        keeps: ['progress', 'words'],
        effects: ['tellsParent'],
      },
      finish: {
        label: '报完成',
        by: ['holder'],
        input: { words: { ...fields.words, label: '完成情况', required: true } },
        requires: ['partsAreDone'],
        records: 'LevelTaskFinished',
        says: '完成：{words}',
        keeps: ['words'],
        sets: ['isFinished'],
        effects: ['tellsParent', 'tellsSite'],
        to: 'done',
        tells: ['assigner'],
      },
      reschedule: {
        label: '调整期限',
        by: ['assigner'],
        input: {
          dueOn: fields.dueOn,
          reason: { ...fields.reason, required: true },
        },
        requires: ['endsLater'],
        records: 'LevelTaskRescheduled',
        says: '期限调整到 {dueOn}：{reason}',
        keeps: ['dueOn', 'reason'],
        sets: ['isInTimeAgain'],
        tells: ['holder'],
      },
      partReported,
      noteLate: {
        label: '超过完成期限',
        by: ['clock'],
        records: 'LevelTaskRanLate',
        says: '超过完成期限',
        sets: ['isLate'],
        tells: ['holder', 'assigner'],
      },
    },
  },
  done: {
    label: '已完成',
    is: 'resting',
    step: 2,
    commands: {
      partReported: { ...partReported, moves: [{ to: 'open', when: 'partIsOpenAgain' }] },
      reopen: {
        label: '未见效，重新办理',
        by: ['effect'],
        input: { dueOn: fields.dueOn },
        records: 'LevelTaskReopened',
        says: '跟踪问效未见效，重新办理，{dueOn} 前完成',
        keeps: ['dueOn'],
        sets: ['isOpenAgain'],
        effects: ['tellsParent'],
        to: 'open',
        tells: ['holder', 'assigner'],
      },
    },
  },
}
