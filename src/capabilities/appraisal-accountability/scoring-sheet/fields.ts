import type { Fields } from '../../../kernel/field.ts'
import { versionFields } from '../../../kernel/patterns/version-making.ts'

const subjects = [
  { value: 'streets', label: '街道' },
  { value: 'departments', label: '部门' },
] as const

/** The unit types that each subject means. */
export const typeOf: Readonly<Record<string, string>> = {
  streets: 'street',
  departments: 'department',
}

export const mostItems = 20

/** A sheet is public text, not anybody's words: it stands in events whole. */
export const fields = {
  name: { type: 'code', label: '名称', required: true, max: 60 },
  basis: { type: 'code', label: '制定依据', required: true, max: 300 },
  subjects: { type: 'choice', label: '评分对象', required: true, options: subjects },
  host: { type: 'unit', label: '上级党委' },
  office: { type: 'unit', label: '承办单位' },
  scope: { type: 'number', label: '适用地区代码' },
  edition: { type: 'number', label: '第几版' },
  replaces: { type: 'record', of: 'scoring-sheet', label: '替代的评分表' },
  items: {
    type: 'choices',
    label: '评分项',
    max: mostItems,
    help: '每行一项：序号、名称、指标、满分、满分值、零分值、调整方式',
  },
  ...versionFields,
} as const satisfies Fields

/** One line of the sheet as it is typed. */
export const itemInputs = {
  label: { type: 'code', label: '评分项名称', required: true, max: 30 },
  indicator: {
    type: 'code',
    label: '指标',
    required: true,
    max: 40,
    help: '编号在“指标”页各项指标的“怎么算”中，照抄即可；只能用平台统计的指标，不用人填的数',
  },
  points: { type: 'number', label: '满分', required: true, min: 0.1, max: 1000 },
  full: {
    type: 'number',
    label: '得满分的值',
    required: true,
    help: '比率填 0.9 这样的数；按人口填每万人件数；按难度填与应有水平之比，1 为相当',
  },
  zero: {
    type: 'number',
    label: '得零分的值',
    required: true,
    help: '越低越好的，零分值大于满分值',
  },
  adjust: {
    type: 'choice',
    label: '调整方式',
    required: true,
    options: [
      { value: 'none', label: '不调整' },
      { value: 'population', label: '按人口' },
      { value: 'difficulty', label: '按难度' },
    ],
  },
} as const satisfies Fields

export const which = {
  item: { type: 'code', label: '评分项序号', required: true, max: 10 },
} as const satisfies Fields

export const basis =
  '评分规则先征求被评单位意见、经审定公布后施行，修改按版本进行；只评单位，不评人'
