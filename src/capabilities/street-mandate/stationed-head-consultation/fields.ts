import type { Fields } from '../../../kernel/field.ts'

const cases = [
  { value: 'appraisal', label: '考核考察' },
  { value: 'appointment', label: '选拔任用' },
  { value: 'advice', label: '街道人事建议' },
]
const conclusions = [
  { value: 'agree', label: '同意' },
  { value: 'change', label: '有保留意见' },
  { value: 'object', label: '不同意' },
]
const adoptions = [
  { value: 'adopted', label: '采纳' },
  { value: 'partly', label: '部分采纳' },
  { value: 'notAdopted', label: '不采纳' },
]

/** What is known of a personnel case: everything that is said of a person is content, so that it can
 *  be erased, and none of it is searched. */
export const fields = {
  body: { type: 'code', label: '派驻机构', required: true, max: 60 },
  head: { type: 'text', label: '负责人', required: true, max: 20 },
  about: { type: 'choice', label: '事由', required: true, options: cases },
  matter: { type: 'long', label: '征求意见的内容', required: true, max: 1000 },
  department: { type: 'unit', of: 'department', label: '主管部门' },
  street: { type: 'unit', of: 'street', label: '征求意见的街道' },
  conclusion: { type: 'choice', label: '街道意见', required: true, options: conclusions },
  opinion: { type: 'long', label: '意见和理由', required: true, max: 1000 },
  lapsedAt: { type: 'moment', label: '逾期未反馈' },
  adoption: { type: 'choice', label: '采纳情况', options: adoptions },
  why: { type: 'long', label: '不采纳的理由', max: 1000, help: '不采纳街道意见时必须说明' },
  outcome: { type: 'text', label: '结果', required: true, max: 300 },
  toldOn: {
    type: 'day',
    label: '告知本人日期',
    help: '本人有权知道并提出异议；告知以后才能报审',
  },
  objection: { type: 'long', label: '本人异议', max: 1000 },
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields

export const basis =
  '考察、任用派驻机构负责人之前，要听街道党（工）委的意见（中央关于城市基层党建的意见）'
