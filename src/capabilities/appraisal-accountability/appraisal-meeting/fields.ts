import { tallyFields } from '../../../kernel/ballot.ts'
import type { Fields } from '../../../kernel/field.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

const scopes = [
  { value: 'area', label: '地方党组织' },
  { value: 'organ', label: '机关、企业、学校、医院' },
] as const

const forms = [
  { value: 'onsite', label: '现场述职' },
  { value: 'written', label: '书面述职' },
] as const

const attendances = [
  { value: 'attended', label: '上级已列席' },
  { value: 'missing', label: '上级应列席未列席' },
  { value: 'free', label: '不要求列席' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '会议名称', required: true, max: 60 },
  year: yearField,
  scope: { type: 'choice', label: '范围', options: scopes, required: true },
  cycle: { type: 'record', of: 'appraisal-cycle', label: '述职评议考核' },
  startAt: { type: 'moment', label: '开始时间', required: true },
  endAt: { type: 'moment', label: '结束时间' },
  day: { type: 'day', label: '会议日期' },
  spot: { type: 'text', label: '地点', required: true, max: 100 },
  units: { type: 'units', label: '述职单位', required: true, max: 50, of: reporting },
  form: { type: 'choice', label: '述职方式', options: forms, required: true },
  order: { type: 'number', label: '述职顺序', min: 1, max: 99 },
  report: { type: 'record', of: 'secretary-report', label: '述职报告' },
  comment: { type: 'long', label: '点评', required: true, min: 4, max: 2000 },
  problems: {
    type: 'long',
    label: '指出的问题（一行一个）',
    required: true,
    max: 2000,
    help: '每一行转为一条整改',
  },
  opinion: { type: 'long', label: '列席意见', required: true, max: 1000 },
  excuse: { type: 'text', label: '未列席原因', max: 200 },
  attendance: { type: 'choice', label: '上级列席', options: attendances },
  voters: {
    type: 'number',
    label: '参加测评人数',
    min: 1,
    max: 2000,
    help: '按这个数制票，一人一张',
  },
  handed: { type: 'number', label: '测评发出票数' },
  cast: { type: 'number', label: '测评收回票数' },
  /** Read by nobody here: what it says of one reporter becomes material for the one rating. */
  tally: tallyFields.tally,
  minutes: { type: 'long', label: '会议纪要', required: true, min: 10, max: 8000 },
  reason: { type: 'text', label: '理由', max: 300 },
  openedAt: { type: 'moment', label: '开会时间' },
  finishedAt: { type: 'moment', label: '散会时间' },
} as const satisfies Fields

export const basis = '把书记严肃点评为保证述职评议会质量的重要环节，严格落实“一述一评”要求'
