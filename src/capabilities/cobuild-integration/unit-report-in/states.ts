import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const told = {
  promise: { ...fields.promise, required: true },
  progress: { ...fields.progress, required: true, min: 2 },
  isKept: fields.isKept,
} as const
const judged = {
  rating: { ...fields.rating, required: true },
  words: fields.words,
} as const

const tellProgress: Command = {
  label: '记践诺',
  by: ['unit'],
  input: told,
  requires: ['promiseExists'],
  records: 'ProgressTold',
  says: '{promise}：{progress}',
  sets: ['keepsProgress'],
  tells: ['community'],
}
const leave: Command = {
  label: '结束报到',
  by: ['unit', 'community'],
  input: { reason: { ...fields.reason, required: true } },
  records: 'ReportInLeft',
  says: '结束报到：{reason}',
  keeps: ['reason'],
  to: 'left',
  tells: ['unit', 'community'],
  grave: true,
}

/** 申请报到 → 社区确认 → 践诺 → 年度评价，反馈上级. */
export const states: Readonly<Record<string, State>> = {
  reported: {
    label: '待社区确认',
    is: 'working',
    step: 1,
    expects: [{ seat: 'community', command: 'confirm', clock: 'confirming' }],
    commands: {
      confirm: {
        label: '确认报到',
        by: ['community'],
        records: 'ReportInConfirmed',
        says: '{unit} 确认报到',
        to: 'keeping',
        tells: ['unit'],
      },
      decline: {
        label: '不予确认',
        by: ['community'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'ReportInDeclined',
        says: '不予确认：{reason}',
        keeps: ['reason'],
        to: 'declined',
        tells: ['unit'],
      },
      noteUnconfirmed: {
        label: '确认超时',
        by: ['clock'],
        records: 'ReportInUnconfirmed',
        says: '社区没有在时限内确认',
        tells: ['community'],
      },
    },
  },
  keeping: {
    label: '践诺中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'tellProgress', clock: 'keeping' }],
    commands: {
      tellProgress,
      evaluate: {
        label: '年度评价',
        by: ['community'],
        input: judged,
        requires: ['progressWasTold'],
        records: 'ReportInEvaluated',
        says: '年度评价：{rating} {words}',
        keeps: Object.keys(judged),
        to: 'evaluated',
        tells: ['unit', 'superior'],
      },
      leave,
      noteStill: {
        label: '久未践诺',
        by: ['clock'],
        records: 'ReportInStoodStill',
        says: '很久没有践诺记录',
        tells: ['unit'],
      },
    },
  },
  evaluated: { label: '已评价', is: 'resting', step: 3, commands: { tellProgress } },
  declined: { label: '未确认', is: 'end', step: 3 },
  left: { label: '已结束', is: 'end', step: 3 },
}
