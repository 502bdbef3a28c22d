import type { Fields } from '../../../kernel/field.ts'

const officials = ['desk', 'handler', 'office', 'assist', 'co', 'supervisor', 'caller', 'leader']
const identity = ['desk', 'handler', 'caller', 'reporter']

export const channels = [
  { value: 'phone', label: '电话' },
  { value: 'web', label: '网上自助' },
  { value: 'visit', label: '来访' },
  { value: 'api', label: '外部平台' },
  { value: 'file', label: '批量导入' },
]
export const limitClasses = [
  { value: 'urgent', label: '突发紧急' },
  { value: 'utility', label: '水电气热' },
  { value: 'general', label: '一般' },
  { value: 'complex', label: '复杂疑难' },
]
const results = [
  { value: 'solved', label: '已解决' },
  { value: 'partly', label: '部分解决' },
  { value: 'unsolved', label: '未解决' },
]
export const feelings = [
  { value: 'satisfied', label: '满意' },
  { value: 'fair', label: '基本满意' },
  { value: 'dissatisfied', label: '不满意' },
]

/** What is known of an appeal. The person is only ever a contact reference. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  detail: { type: 'long', label: '诉求内容', required: true, min: 4, max: 2000 },
  spot: { type: 'text', label: '具体位置', max: 120 },
  photos: { type: 'files', label: '现场照片', max: 6 },
  channel: { type: 'choice', label: '来源渠道', options: channels },
  source: { type: 'code', label: '来源平台', max: 40 },
  sourceNumber: { type: 'code', label: '来源编号', max: 60 },
  occurredAt: { type: 'moment', label: '来件时间' },
  sourceDigest: { type: 'code', label: '来源摘要', max: 80 },
  reporter: { type: 'contact', label: '诉求人', seenBy: identity },
  keepSecret: { type: 'flag', label: '要求保密', help: '承办单位看不到诉求人身份' },
  complained: { type: 'unit', label: '被反映单位' },
  category: { type: 'choice', label: '诉求类别', options: 'categories' },
  limitClass: { type: 'choice', label: '时限类别', options: limitClasses },
  desk: { type: 'unit', label: '受理派单单位' },
  lead: { type: 'unit', label: '主办单位' },
  dutyItem: { type: 'record', of: 'duty-item', label: '履职清单事项' },
  precedent: { type: 'record', of: 'return-ruling', label: '依据的裁定' },
  returns: { type: 'number', label: '退单次数' },
  ruled: { type: 'flag', label: '已裁定' },
  attempts: { type: 'number', label: '未联系上次数' },
  contactedAt: { type: 'moment', label: '联系诉求人时间' },
  extension: {
    type: 'choice',
    label: '延期申请',
    options: [
      { value: 'asked', label: '待批' },
      { value: 'granted', label: '已准' },
      { value: 'refused', label: '未准' },
    ],
  },
  extensionLimit: { type: 'limit', label: '申请延长' },
  suspension: {
    type: 'choice',
    label: '挂账申请',
    options: [
      { value: 'asked', label: '待批' },
      { value: 'granted', label: '已准' },
      { value: 'refused', label: '未准' },
    ],
  },
  plan: { type: 'long', label: '挂账方案', max: 1000, seenBy: officials },
  reviewOn: { type: 'day', label: '复查日期' },
  publicAnswer: { type: 'long', label: '答复内容', max: 2000 },
  internal: { type: 'long', label: '内部说明', max: 2000, seenBy: officials },
  draftedBy: { type: 'post', label: '拟稿岗位', seenBy: officials },
  answeredAt: { type: 'moment', label: '答复时间' },
  solved: { type: 'choice', label: '是否解决', options: results },
  responded: { type: 'flag', label: '是否联系过' },
  judgedBy: {
    type: 'choice',
    label: '评价方式',
    options: [
      { value: 'link', label: '本人评价' },
      { value: 'call', label: '电话回访' },
    ],
  },
  reason: { type: 'text', label: '未解决的原因', max: 500 },
  outcome: {
    type: 'choice',
    label: '办理结果',
    options: [...results, { value: 'unjudged', label: '未评价' }],
  },
  reopenings: { type: 'number', label: '重办次数' },
  raisedLevel: { type: 'number', label: '提级次数' },
  lateAt: { type: 'moment', label: '超时时间' },
  ground: { type: 'choice', label: '不予受理情形', options: 'grounds' },
  turnTo: { type: 'text', label: '建议渠道', max: 200 },
  primary: { type: 'record', of: 'resident-appeal', label: '并入的诉求' },
  reception: { type: 'record', of: 'field-reception', label: '下基层接待' },
  exclusion: { type: 'record', of: 'exclusion-request', label: '考核剔除' },
  recurrenceOf: { type: 'record', of: 'resident-appeal', label: '同地复发自' },
} as const satisfies Fields

/** What anyone who raises an appeal gives, whoever writes it down. */
export const raised = {
  title: fields.title,
  detail: fields.detail,
  spot: fields.spot,
  photos: fields.photos,
  reporter: fields.reporter,
  keepSecret: fields.keepSecret,
  complained: fields.complained,
} as const satisfies Fields

export const because = {
  reason: { type: 'text', label: '理由', required: true, max: 500 },
} as const satisfies Fields
