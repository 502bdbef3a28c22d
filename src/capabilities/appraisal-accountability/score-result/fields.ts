import type { Fields } from '../../../kernel/field.ts'
import { hostFields } from '../reviewing.ts'
import { mostItems } from '../scoring-sheet/fields.ts'

/** What a unit was given in a round, with all that the points were worked out from. */
export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  round: { type: 'record', of: 'score-round', label: '评分' },
  sheet: { type: 'record', of: 'scoring-sheet', label: '评分表' },
  unit: { type: 'unit', label: '被评单位' },
  from: { type: 'day', label: '起始日期' },
  to: { type: 'day', label: '截止日期' },
  items: { type: 'choices', label: '评分项' },
  readings: { type: 'choices', label: '取数' },
  lines: { type: 'choices', label: '逐项得分' },
  smallest: { type: 'number', label: '最小基数' },
  points: { type: 'number', label: '得分' },
  low: { type: 'number', label: '得分下限' },
  high: { type: 'number', label: '得分上限' },
  placeFrom: { type: 'number', label: '名次区间起' },
  placeTo: { type: 'number', label: '名次区间止' },
  placed: { type: 'number', label: '参加排位的单位数' },
  version: { type: 'number', label: '第几次取数' },
  publisher: { type: 'code', label: '公布人', seenBy: [] },
  righted: {
    type: 'choices',
    label: '沿用的复核更正',
    help: '每行：单位、评分项、分子/分母、人口、应有数',
  },
  settled: {
    type: 'choices',
    label: '不再沿用的复核更正',
    help: '每行：单位、评分项、到第几次取数、理由',
  },
  contested: {
    type: 'choices',
    label: '有异议的评分项',
    required: true,
    max: mostItems,
    help: '评分项的序号，可以填几项',
  },
  objection: { type: 'long', label: '异议和依据', required: true, min: 4, max: 1000 },
  evidence: { type: 'files', label: '附件', max: 6 },
  item: { type: 'code', label: '更正的评分项', required: true, max: 10 },
  numerator: { type: 'number', label: '更正后的分子', required: true, min: 0 },
  denominator: { type: 'number', label: '更正后的分母', required: true, min: 0 },
  answer: { type: 'long', label: '答复', required: true, min: 4, max: 1000 },
  changedItems: { type: 'choices', label: '已更正的评分项', max: mostItems },
  pointsBefore: { type: 'number', label: '复核前得分' },
  pointsAfter: { type: 'number', label: '复核后得分' },
} as const satisfies Fields

export const basis = '得分告知单位，单位可以逐项申请复核，由公布人以外的人答复；只评单位，不评人'
