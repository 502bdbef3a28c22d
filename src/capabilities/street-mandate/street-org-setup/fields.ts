import type { Fields } from '../../../kernel/field.ts'

export const basis = '街道内设机构按群众的事来设，不按上级部门来设（中央关于城市基层党建的意见）'

const templates = [
  { value: 'comprehensive', label: '综合性机构' },
  { value: 'fiveThree', label: '五办三中心' },
  { value: 'custom', label: '本市自定' },
]

/** What the comprehensive template sets up bodies for. */
const areas = [
  { value: 'party', label: '基层党建' },
  { value: 'management', label: '公共管理' },
  { value: 'service', label: '公共服务' },
  { value: 'safety', label: '公共安全' },
  { value: 'other', label: '其他' },
]

/** How a street's offices are set up as a whole. */
export const fields = {
  name: { type: 'code', label: '名称', max: 80 },
  template: { type: 'choice', label: '模式', required: true, options: templates },
  holder: { type: 'unit', label: '街道' },
  document: { type: 'code', label: '文号', required: true, max: 60 },
  setUpOn: { type: 'day', label: '统筹设置日期', required: true, default: 'today' },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields

/** One office or centre inside a street, and the duty items it carries. */
export const bodyFields = {
  name: { type: 'code', label: '机构名称', required: true, max: 60 },
  sort: {
    type: 'choice',
    label: '类别',
    required: true,
    options: [
      { value: 'office', label: '办公室' },
      { value: 'centre', label: '中心' },
    ],
  },
  area: { type: 'choice', label: '职能', required: true, options: areas },
  setup: { type: 'record', of: 'street-org-setup', label: '机构设置', required: true },
  duty: {
    type: 'record',
    of: 'duty-item',
    label: '承担的职责事项',
    help: '设置完成后至少一项（向下对应）',
  },
  alsoServes: { type: 'choices', label: '同时承担的事项编号', max: 40 },
  unit: { type: 'unit', of: 'street-office', label: '对应的内设机构' },
  posts: { type: 'number', label: '编制数', min: 0, max: 200 },
  template: { type: 'choice', label: '模式', options: templates },
  holder: { type: 'unit', label: '街道' },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields
