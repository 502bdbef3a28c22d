import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../accountable.ts'

const sorts = [
  { value: 'problem', label: '问题' },
  { value: 'suggestion', label: '问责建议' },
] as const

const outcomes = [
  { value: 'done', label: '已整改／已采纳并处理' },
  { value: 'notTaken', label: '不采纳' },
] as const

/** One problem or suggestion of a check: about organisations, never with a name in it. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '事项', required: true, max: 60, help: '不写个人姓名' },
  detail: {
    type: 'long',
    label: '具体内容',
    required: true,
    max: 1000,
    help: '不写个人姓名，不录问题线索；涉及个人的写岗位和文号',
  },
  sort: { type: 'choice', label: '性质', options: sorts },
  round: { type: 'record', of: 'responsibility-check', label: '主体责任检查' },
  unit: { type: 'unit', label: '涉及的党组织' },
  holder: { type: 'unit', label: '办理的党组织' },
  dueOn: { type: 'day', label: '办理期限' },
  outcome: { type: 'choice', label: '办理结果', options: outcomes },
  result: { type: 'long', label: '办理情况', max: 1000 },
  view: { type: 'long', label: '涉及的党组织的意见', max: 1000 },
  /** Who reported is kept so that the same person does not check it in another post. */
  reporter: { type: 'code', label: '报告人', seenBy: [] },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const basis = '主体责任检查的问题和问责建议逐条跟踪到办结'
