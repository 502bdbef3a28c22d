import type { Fields } from '../../../kernel/field.ts'

const grounds = [
  { value: 'law', label: '需要修改法规或规划才能解决' },
  { value: 'procedure', label: '已进入诉讼、仲裁、复议或信访程序' },
  { value: 'outside', label: '不属于本地区管辖' },
  { value: 'repeated', label: '没有新情况的重复诉求' },
  { value: 'historic', label: '已批准挂账的历史遗留问题' },
  { value: 'mass', label: '同一事件的重复来件' },
  { value: 'privacy', label: '诉求人不愿提供办理所需信息' },
  { value: 'misdirected', label: '派单有误' },
] as const

/** What of an appeal a figure's base holds. */
const parts = [
  { value: 'evaluated', label: '已评价' },
  { value: 'responded', label: '已响应' },
  { value: 'solved', label: '已解决' },
] as const

/** What one person answered is for those who deal with it: one appeal fewer, and the rates on both
 *  sides of the decision tell what it was as well. */
const dealing = ['applicant', 'reviewer'] as const

const cases = (label: string) => ({ type: 'number', label, seenBy: dealing }) as const
const percent = (label: string) =>
  ({ type: 'number', label, help: '百分数，保留一位小数', seenBy: dealing }) as const

/** Who applied is kept so that the same person does not decide in another post. */
export const fields = {
  title: { type: 'text', label: '名称', max: 60 },
  appeal: { type: 'record', of: 'resident-appeal', label: '申请剔除的诉求', required: true },
  ground: { type: 'choice', label: '剔除情形', required: true, options: grounds },
  evidence: {
    type: 'long',
    label: '事实和证据',
    required: true,
    min: 10,
    max: 2000,
    help: '写明文号、案号或派单记录；不写诉求人姓名、电话',
  },
  files: { type: 'files', label: '证据材料', max: 6 },
  applicant: { type: 'unit', label: '申请单位' },
  unit: { type: 'unit', label: '承办单位' },
  complained: { type: 'unit', label: '被反映单位' },
  applicantPerson: { type: 'code', label: '申请人', seenBy: [] },
  from: { type: 'day', label: '所属期间起' },
  to: { type: 'day', label: '所属期间止' },
  counted: { type: 'choices', label: '在基数中的部分', options: parts, seenBy: dealing },
  baseBefore: cases('剔除前已评价件'),
  baseAfter: cases('剔除后已评价件'),
  respondedBefore: percent('剔除前响应率'),
  respondedAfter: percent('剔除后响应率'),
  solvedBefore: percent('剔除前解决率'),
  solvedAfter: percent('剔除后解决率'),
  decidedAt: { type: 'moment', label: '决定时间' },
  opinion: { type: 'long', label: '审核意见', required: true, min: 4, max: 1000 },
  reason: { type: 'long', label: '理由', required: true, min: 4, max: 1000 },
} as const satisfies Fields

export const basis =
  '剔除要有法定或公认的情形、有证据，由申请单位和承办单位以外的单位和人员审核，结果公开、可撤销'
