import type { Fields } from '../../../kernel/field.ts'

export const basis =
  '没有机构编制法律法规作依据，部门不能要求街道设对口机构、挂牌子（中央关于城市基层党建的意见）'

const sorts = [
  { value: 'body', label: '对口机构' },
  { value: 'plaque', label: '加挂牌子' },
]
/** Laws and regulations on organs and posts; what is in none of them is no basis. */
const laws = [
  { value: 'party', label: '中国共产党机构编制工作条例' },
  { value: 'local', label: '地方各级人民政府机构设置和编制管理条例' },
  { value: 'special', label: '其他机构编制专项法律法规' },
  { value: 'none', label: '没有，或只有部门文件' },
]

/** A body or plaque asked of a street or a community. */
export const fields = {
  name: { type: 'code', label: '机构或牌子名称', required: true, max: 80 },
  sort: { type: 'choice', label: '类别', required: true, options: sorts },
  demander: { type: 'unit', of: 'department', label: '提出要求的部门', required: true },
  legalBasis: { type: 'choice', label: '机构编制法规依据', options: laws },
  provision: { type: 'code', label: '条款', max: 100, help: '写到第几条；写不出条款的不算依据' },
  demand: { type: 'long', label: '要求的内容和文件', max: 1000 },
  site: { type: 'unit', label: '挂牌单位' },
  answer: { type: 'long', label: '处理意见', required: true, max: 1000 },
} as const satisfies Fields
