import type { Fields } from '../../../kernel/field.ts'
import { levels, sorts } from '../meeting-parts.ts'

const below = [
  { value: 'taken', label: '已吸收下一级' },
  { value: 'lacking', label: '未吸收下一级' },
  { value: 'exempt', label: '不适用' },
]

const paces = [
  { value: 'onTime', label: '按期' },
  { value: 'overdue', label: '逾期未召开' },
  { value: 'arranged', label: '逾期，已安排' },
]

/** Where a member stands to the body's area: worked out from the directory, never typed. */
const origins = [
  { value: 'own', label: '本级' },
  { value: 'below', label: '下一级党组织' },
  { value: 'above', label: '上级' },
  { value: 'other', label: '其他' },
]

/** What is known of a body. Level, compliance and pace are worked out. */
export const fields = {
  title: { type: 'text', label: '名称', required: true, max: 60 },
  sort: { type: 'choice', label: '类型', required: true, options: sorts },
  level: { type: 'choice', label: '层级', options: levels },
  area: { type: 'area', label: '所在地区' },
  host: { type: 'unit', label: '召集单位' },
  organiser: { type: 'unit', label: '组织部门' },
  members: { type: 'units', label: '现有成员单位' },
  below: { type: 'choice', label: '吸收下一级', options: below },
  pace: { type: 'choice', label: '召开情况', options: paces },
  rhythm: { type: 'code', label: '召开周期' },
  lastHeldAt: { type: 'moment', label: '最近一次召开' },
  nextAt: { type: 'moment', label: '下次会议' },
  held: { type: 'number', label: '已召开次数' },
  chair: { type: 'text', label: '负责人', max: 60 },
  chairUnit: { type: 'unit', label: '负责人所在单位' },
  chairSince: { type: 'day', label: '任职起' },
  chairUntil: { type: 'day', label: '任职止' },
  charter: { type: 'long', label: '议事规则', max: 4000 },
  plan: { type: 'long', label: '年度部署', max: 4000, help: '目标、任务和完成时间' },
  origin: { type: 'choice', label: '成员来源', options: origins },
} as const satisfies Fields

export const duty = {
  type: 'text',
  label: '成员职责',
  max: 300,
  help: '至少一个成员单位写明职责，议事机构才能运行',
} as const

export const basis =
  '四级都有联席会议，成员单位有写明的职责，直接下级有人参加（中央关于城市基层党建的意见）'
