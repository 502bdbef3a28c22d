import type { Fields } from '../../../kernel/field.ts'

export const basis = '“四下基层”：到基层调研、接待信访、现场办公'

const sorts = [
  { value: 'reception', label: '接访' },
  { value: 'visit', label: '下访' },
  { value: 'research', label: '调研' },
  { value: 'onSite', label: '现场办公' },
] as const

/** A reception as it is announced, and what came of it: counts, and nobody who came. */
export const fields = {
  title: { type: 'text', label: '名称', required: true, max: 60 },
  sort: { type: 'choice', label: '形式', required: true, options: sorts },
  host: { type: 'unit', label: '接待单位' },
  leader: {
    type: 'text',
    label: '接待的领导岗位',
    required: true,
    max: 60,
    help: '写岗位，不写姓名',
  },
  onDay: { type: 'day', label: '日期', required: true },
  hours: { type: 'text', label: '时间', required: true, max: 40 },
  spot: { type: 'text', label: '地点', required: true, max: 120 },
  people: { type: 'number', label: '人次', min: 1, max: 500 },
  attendances: { type: 'number', label: '接访下访人次' },
  raised: { type: 'number', label: '提出诉求数' },
  solved: { type: 'number', label: '解决诉求数' },
  appeal: { type: 'record', of: 'resident-appeal', label: '诉求' },
  summary: { type: 'long', label: '情况小结', max: 1000, help: '不写群众姓名、住址、电话' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
