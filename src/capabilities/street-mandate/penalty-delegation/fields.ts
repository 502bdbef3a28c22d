import type { Fields } from '../../../kernel/field.ts'

export const basis = '处罚事项一项一项交给街道，由一支队伍执法'

const areas = [
  { value: 'safety', label: '安全生产' },
  { value: 'ecology', label: '生态环保' },
  { value: 'culture', label: '文化旅游' },
  { value: 'city', label: '城市管理' },
  { value: 'construction', label: '规划建设' },
  { value: 'other', label: '其他' },
]
const findings = [
  { value: 'carries', label: '能够承接' },
  { value: 'needsHelp', label: '承接需要支持' },
]

/** One penalty item handed over to one street. Cases themselves stay in the enforcement system. */
export const fields = {
  item: { type: 'code', label: '处罚事项', required: true, max: 120 },
  area: { type: 'choice', label: '领域', required: true, options: areas },
  law: { type: 'code', label: '法律依据', required: true, max: 200 },
  holder: { type: 'unit', label: '承接街道' },
  from: { type: 'unit', label: '下放部门' },
  document: { type: 'code', label: '下放文号', required: true, max: 60 },
  handedOn: { type: 'day', label: '下放日期', required: true, default: 'today' },
  team: { type: 'record', of: 'enforcement-team', label: '执法队伍' },
  finding: { type: 'choice', label: '承接评估', required: true, options: findings },
  words: { type: 'code', label: '评估说明', max: 300 },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields

export const countFields = {
  title: { type: 'text', label: '说明', max: 60 },
  handover: { type: 'record', of: 'penalty-delegation', label: '处罚事项', required: true },
  month: { type: 'code', label: '月份', required: true, max: 7, help: '写成 2026-08' },
  cases: { type: 'number', label: '案件数', required: true, min: 0, max: 9999 },
  item: { type: 'code', label: '事项名称', max: 120 },
  holder: { type: 'unit', label: '街道' },
} as const satisfies Fields
