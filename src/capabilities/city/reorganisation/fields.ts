import type { Fields } from '../../../kernel/field.ts'

/** Whoever works on the lists has them as tables; to everyone else they are told in words. */
const readers: readonly string[] = ['approver', 'concerned']

/** The lists are the annex of a public decision: they stand in events whole, as codes do. */
export const fields = {
  title: { type: 'text', label: '方案名称', required: true, max: 60 },
  what: {
    type: 'choice',
    label: '调整方式',
    required: true,
    options: [
      { value: 'merge', label: '合并' },
      { value: 'split', label: '拆分' },
      { value: 'rename', label: '更名' },
      { value: 'move', label: '划转' },
    ],
  },
  of: {
    type: 'choice',
    label: '调整对象',
    required: true,
    options: [
      { value: 'areas', label: '行政区划' },
      { value: 'units', label: '机构' },
    ],
  },
  reason: { type: 'long', label: '理由', max: 2000 },
  basis: { type: 'code', label: '批准文号', required: true, max: 60 },
  on: {
    type: 'day',
    label: '执行日',
    required: true,
    help: '当日下班后移交，次日按新区划和机构办理',
  },
  office: { type: 'unit', label: '拟定单位' },
  moved: { type: 'number', label: '已移交事项', min: 0 },
  left: { type: 'number', label: '未能移交事项', min: 0 },
  report: { type: 'choices', label: '移交情况', max: 500 },
  troubles: { type: 'choices', label: '未能移交的事项和原因', max: 500 },
  late: { type: 'flag', label: '逾期未定' },
  areas: { type: 'choices', label: '地区对照', max: 5000, seenBy: readers },
  units: { type: 'choices', label: '单位对照', max: 2000, seenBy: readers },
} as const satisfies Fields

export const draftInputs = {
  title: fields.title,
  what: fields.what,
  of: fields.of,
  areas: fields.areas,
  units: fields.units,
  reason: fields.reason,
} as const
