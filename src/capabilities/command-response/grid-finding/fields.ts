import type { Fields } from '../../../kernel/field.ts'

const limitClasses = [
  { value: 'urgent', label: '突发紧急' },
  { value: 'hours', label: '即时处置' },
  { value: 'day', label: '当日处置' },
  { value: 'ordinary', label: '一般' },
  { value: 'complex', label: '疑难' },
]
const grounds = [
  { value: 'notSeen', label: '现场核实未发现' },
  { value: 'double', label: '重复上报' },
  { value: 'solved', label: '核实时已自行解决' },
  { value: 'outside', label: '不属于网格事项' },
  { value: 'private', label: '居民家庭内部事务' },
]
const heard = [
  { value: 'confirmed', label: '上报人确认属实' },
  { value: 'lapsed', label: '期满未回应' },
]

/** What is known of a finding: a matter and its place. Nothing of any person, and nothing of where
 *  the finder stood. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  category: { type: 'choice', label: '问题类别', options: 'finding-categories' },
  detail: {
    type: 'long',
    label: '情况说明',
    max: 500,
    help: '只写事和地点，不写任何人的身份、言论',
  },
  spot: { type: 'text', label: '具体位置', max: 120 },
  photos: { type: 'files', label: '现场照片', max: 4, help: '可以不拍；不拍人脸、车牌和住户室内' },
  grid: { type: 'area', of: ['grid'], label: '所在网格' },
  point: {
    type: 'code',
    label: '地图位置',
    max: 30,
    help: '在地图上点出的问题位置（经度,纬度），不记录上报人的位置',
  },
  limitClass: { type: 'choice', label: '时限类别', options: limitClasses },
  foundBy: { type: 'post', label: '上报岗位' },
  finder: { type: 'unit', label: '上报单位' },
  finderRole: { type: 'code', label: '上报人角色', max: 20 },
  desk: { type: 'unit', label: '研判交办单位' },
  handler: { type: 'unit', label: '处置单位' },
  closer: { type: 'unit', label: '结案单位' },
  task: { type: 'text', label: '交办要求', max: 300 },
  filedAt: { type: 'moment', label: '立案时间' },
  dispatchedAt: { type: 'moment', label: '首次交办时间' },
  controlledAt: { type: 'moment', label: '现场控制时间' },
  handledAt: { type: 'moment', label: '处置完成时间' },
  lateAt: { type: 'moment', label: '超时时间' },
  result: { type: 'long', label: '处置结果', max: 1000 },
  heard: { type: 'choice', label: '上报人反馈', options: heard },
  reworks: { type: 'number', label: '返工次数' },
  ground: { type: 'choice', label: '不予立案情形', options: grounds },
  groundWords: { type: 'text', label: '不予立案说明', max: 300 },
} as const satisfies Fields

/** What the finder gives: a kind of matter is enough. */
export const found = {
  category: { ...fields.category, required: true },
  title: fields.title,
  detail: fields.detail,
  spot: fields.spot,
  photos: fields.photos,
  grid: fields.grid,
  point: fields.point,
} as const satisfies Fields

export const because = {
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields
