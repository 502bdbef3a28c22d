import type { Fields } from '../../../kernel/field.ts'

export const basis = '派驻力量由街道指挥、考核，要先有下放的文件（各地自定）'

/** A body stationed in a street: how many people on which posts, never who. */
export const fields = {
  body: { type: 'code', label: '派驻机构', required: true, max: 60 },
  department: { type: 'unit', label: '主管部门' },
  holder: { type: 'unit', label: '派驻街道' },
  people: { type: 'number', label: '派驻人数', required: true, min: 1, max: 999 },
  posts: { type: 'code', label: '岗位构成', max: 200, help: '如：执法 6、协管 12，不写姓名' },
  commands: { type: 'flag', label: '下放指挥调度' },
  assesses: { type: 'flag', label: '下放考核监督' },
  document: { type: 'code', label: '下放文号', required: true, max: 60 },
  until: { type: 'day', label: '下放到哪一天', help: '不填就是长期' },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields

const urgencies = [
  { value: 'urgent', label: '紧急' },
  { value: 'normal', label: '一般' },
]

/** An order of the street to a stationed body. */
export const orderFields = {
  title: { type: 'text', label: '标题', max: 60 },
  force: { type: 'record', of: 'stationed-force-command', label: '派驻力量', required: true },
  matter: { type: 'long', label: '任务', required: true, max: 1000 },
  urgency: { type: 'choice', label: '缓急', required: true, options: urgencies },
  holder: { type: 'unit', label: '下令街道' },
  department: { type: 'unit', label: '主管部门' },
  result: { type: 'long', label: '处置结果', required: true, max: 1000 },
} as const satisfies Fields

const grades = [
  { value: 'good', label: '好' },
  { value: 'fair', label: '一般' },
  { value: 'poor', label: '差' },
]

/** What the street says of a stationed body for a month or a year: of the body, never of a person. */
export const assessmentFields = {
  title: { type: 'text', label: '标题', max: 60 },
  force: { type: 'record', of: 'stationed-force-command', label: '派驻力量', required: true },
  period: {
    type: 'code',
    label: '考核期',
    required: true,
    max: 7,
    help: '月度写 2026-08，年度写 2026',
  },
  span: {
    type: 'choice',
    label: '周期',
    options: [
      { value: 'month', label: '月度' },
      { value: 'year', label: '年度' },
    ],
  },
  response: { type: 'choice', label: '响应', required: true, options: grades },
  handling: { type: 'choice', label: '处置', required: true, options: grades },
  cooperation: { type: 'choice', label: '配合', required: true, options: grades },
  words: { type: 'long', label: '意见（只说机构，不说个人）', required: true, max: 1000 },
  holder: { type: 'unit', label: '考核街道' },
  department: { type: 'unit', label: '主管部门' },
  reply: { type: 'long', label: '部门的答复', required: true, max: 1000 },
} as const satisfies Fields
