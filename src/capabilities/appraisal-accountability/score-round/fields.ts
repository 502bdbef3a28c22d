import type { Fields } from '../../../kernel/field.ts'
import { hostFields } from '../reviewing.ts'
import { typeOf } from '../scoring-sheet/fields.ts'

/** Who drew and who published is kept so that the same person does not do both in another post. */
export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  sheet: { type: 'record', of: 'scoring-sheet', label: '评分表', required: true },
  from: { type: 'day', label: '起始日期', required: true },
  to: { type: 'day', label: '截止日期', required: true },
  units: {
    type: 'units',
    label: '被评单位',
    required: true,
    max: 50,
    of: Object.values(typeOf),
  },
  items: { type: 'choices', label: '评分项' },
  readings: {
    type: 'choices',
    label: '取数',
    help: '每行：单位、评分项、分子/分母、人口、应有数',
  },
  righted: {
    type: 'choices',
    label: '沿用的复核更正',
    help: '每行：单位、评分项、分子/分母、人口、应有数；各版沿用，直到重新取的数一致或者另作决定',
  },
  settled: {
    type: 'choices',
    label: '不再沿用的复核更正',
    help: '每行：单位、评分项、到第几次取数、理由',
  },
  places: { type: 'choices', label: '得分和名次区间' },
  smallest: { type: 'number', label: '最小基数' },
  drawnAt: { type: 'moment', label: '取数时间' },
  version: { type: 'number', label: '第几次取数' },
  drawer: { type: 'code', label: '取数人', seenBy: [] },
  publisher: { type: 'code', label: '公布人', seenBy: [] },
  publishedAt: { type: 'moment', label: '公布时间' },
  about: { type: 'unit', label: '被评单位', required: true },
  item: { type: 'code', label: '评分项序号', required: true, max: 10 },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields

export const basis = '按公布的评分表取平台统计的数，取数和公布不是同一人；只评单位，不评人'
