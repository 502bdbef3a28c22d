import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../superior.ts'

const themes = [
  { value: 'mandate', label: '街道赋权增能' },
  { value: 'response', label: '接诉即办、吹哨报到' },
  { value: 'cobuild', label: '共建互补' },
  { value: 'community', label: '社区治理' },
  { value: 'frontier', label: '新兴领域党建' },
  { value: 'team', label: '社区工作者队伍' },
] as const

/** A site is public: its name and results stand in events whole. */
export const fields = {
  ...superiorFields,
  name: { type: 'code', label: '示范点名称', required: true, max: 60 },
  theme: { type: 'choice', label: '主题', options: themes },
  host: { type: 'unit', label: '承建单位' },
  aim: { type: 'code', label: '培育目标', required: true, max: 300 },
  material: { type: 'long', label: '申报材料', max: 2000 },
  number: { type: 'code', label: '确定文号', max: 60 },
  opinion: { type: 'long', label: '评审意见', max: 1000 },
  tasks: { type: 'number', label: '先行先试任务数' },
  tasksDone: { type: 'number', label: '已完成任务数' },
  task: { type: 'record', of: 'level-task', label: '先行先试任务' },
  year: { type: 'number', label: '年度', min: 2000, max: 2100 },
  title: { type: 'text', label: '任务', max: 60 },
  dueOn: { type: 'day', label: '完成期限' },
  assessment: { type: 'code', label: '评估结论', max: 300 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const basis = '示范点先做先试，做好了再推开'
