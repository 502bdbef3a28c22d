import type { Fields } from '../../../kernel/field.ts'

const occasions = [
  { value: 'demand', label: '群众诉求哨' },
  { value: 'keyWork', label: '重点工作哨' },
  { value: 'enforcement', label: '综合执法哨' },
  { value: 'emergency', label: '应急处置哨' },
]
const ways = [
  { value: 'onSite', label: '到场' },
  { value: 'meeting', label: '会商' },
  { value: 'online', label: '线上' },
]

/** What is known of a whistle, and below it of each unit called. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  matter: { type: 'long', label: '吹哨事由', required: true, min: 4, max: 2000 },
  occasion: { type: 'choice', label: '哨类', options: occasions },
  appeal: { type: 'record', of: 'resident-appeal', label: '来自诉求' },
  complained: { type: 'unit', label: '被反映单位', seenBy: ['street', 'supervisor'] },
  street: { type: 'unit', label: '吹哨街道' },
  lead: { type: 'unit', label: '牵头部门' },
  called: { type: 'units', label: '报到部门', max: 20 },
  peers: { type: 'units', label: '协同街道', max: 5 },
  basis: { type: 'text', label: '依据', max: 300 },
  spot: { type: 'text', label: '具体位置', max: 120 },
  plan: { type: 'long', label: '处置方案和分工', max: 2000 },
  planDueOn: { type: 'day', label: '方案完成日期' },
  limitBy: {
    type: 'choice',
    label: '办理期限按',
    options: [...occasions, { value: 'plan', label: '处置方案' }],
  },
  result: { type: 'long', label: '办理情况', max: 2000 },
  reason: { type: 'text', label: '理由', max: 500 },
  sentBack: { type: 'number', label: '退回次数' },
  lateAt: { type: 'moment', label: '超时时间' },
  lateUnits: { type: 'units', label: '有过超时的单位' },
  how: { type: 'choice', label: '报到方式', options: ways },
  arrivedAt: { type: 'moment', label: '报到时间' },
  inTime: { type: 'flag', label: '按时报到' },
  arrival: {
    type: 'choice',
    label: '报到核实',
    options: [
      { value: 'stated', label: '部门已报' },
      { value: 'confirmed', label: '街道已确认' },
      { value: 'disputed', label: '街道有异议' },
    ],
  },
  dutyItem: { type: 'record', of: 'duty-item', label: '依据的清单事项' },
  ruled: { type: 'flag', label: '已裁定' },
} as const satisfies Fields

/** What whoever whistles gives, by itself or from an appeal. */
export const given = {
  title: fields.title,
  matter: fields.matter,
  occasion: { ...fields.occasion, required: true },
  lead: { ...fields.lead, required: true, of: ['department'] },
  called: { ...fields.called, of: ['department'] },
  peers: { ...fields.peers, of: ['street'] },
  basis: fields.basis,
  spot: fields.spot,
} as const satisfies Fields

export const because = { reason: { ...fields.reason, required: true } } as const satisfies Fields
