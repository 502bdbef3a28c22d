import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../superior.ts'

const verdicts = [
  { value: 'effective', label: '见效' },
  { value: 'ineffective', label: '未见效' },
] as const
const goals = [
  { value: 'atLeast', label: '不低于目标' },
  { value: 'atMost', label: '不高于目标' },
] as const

/** What a matter was to bring about, by which figure it is seen, and when it is looked at. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '问效事项', required: true, max: 60 },
  matter: { type: 'record', of: 'level-task', label: '交办的任务', required: true },
  unit: { type: 'unit', label: '承担单位' },
  area: { type: 'area', label: '问效地区' },
  expected: { type: 'long', label: '预期成效', required: true, max: 500 },
  indicator: {
    type: 'code',
    label: '指标编号',
    required: true,
    max: 40,
    help: '问效看的指标；实际值由系统取',
  },
  goal: { type: 'choice', label: '目标方向', required: true, options: goals },
  target: {
    type: 'number',
    label: '目标值',
    required: true,
    help: '比率按百分数填，如 90 表示 90%',
  },
  from: { type: 'day', label: '取数期起', required: true },
  checkOn: { type: 'day', label: '问效日期', required: true },
  actual: { type: 'number', label: '实际值' },
  verdict: { type: 'choice', label: '结论', options: verdicts },
  words: { type: 'long', label: '问效意见', max: 1000 },
  failures: { type: 'number', label: '未见效次数' },
  dueOn: { type: 'day', label: '重新办理期限' },
} as const satisfies Fields

export const basis = '上级党组织对下级党组织的跟踪问效制度'
