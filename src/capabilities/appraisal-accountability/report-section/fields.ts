import type { Fields } from '../../../kernel/field.ts'
import { sorts, weights } from '../contents.ts'
import { hostFields } from '../superior.ts'

export const basis = '必述内容在述职评议会上逐一交账；报告由系统备料，书记自己写'

/** How one topic was told and done: a person's judgement, seen by those who judge and by the judged. */
const marks = [
  { value: 'good', label: '好' },
  { value: 'fair', label: '较好' },
  { value: 'plain', label: '一般' },
  { value: 'poor', label: '差' },
] as const

const figure = { type: 'code', label: '取数指标', max: 40 } as const
const told = { type: 'code', label: '系统取数', max: 120 } as const

/** One section of a report: what it is about, what the year's records say, what the secretary says. */
export const fields = {
  host: hostFields.host,
  office: hostFields.office,
  cycle: { type: 'record', of: 'appraisal-cycle', label: '述职评议考核' },
  report: { type: 'record', of: 'secretary-report', label: '述职报告' },
  reporter: { type: 'unit', label: '述职的党组织' },
  year: { type: 'number', label: '年度' },
  title: { type: 'text', label: '内容', max: 100 },
  sort: { type: 'choice', label: '取材', options: sorts },
  weight: { type: 'choice', label: '要求', options: weights },
  rank: { type: 'number', label: '次序' },
  topic: { type: 'record', of: 'appraisal-topic', label: '述职内容' },
  question: { type: 'record', of: 'must-answer-question', label: '必答题' },
  body: { type: 'long', label: '正文', max: 5000 },
  effect: { type: 'long', label: '成效', max: 2000 },
  problems: { type: 'long', label: '问题', max: 2000 },
  measures: { type: 'long', label: '举措', max: 2000 },
  length: { type: 'number', label: '字数' },
  /** The titles of records and what became of them: drawn by the system, so that nobody types it. */
  evidence: { type: 'code', label: '本年度记录（系统备料）', max: 40_000 },
  remark: { type: 'long', label: '逐项点评', max: 1000 },
  mark: {
    type: 'choice',
    label: '逐项考核',
    options: marks,
    seenBy: ['committee', 'trustedOffice', 'signer'],
  },
  /** 1 for what must be commented on and rated by itself and has not been. */
  awaiting: { type: 'number', label: '待逐项点评', seenBy: [] },
  area: { type: 'area', label: '取数地区' },
  from: { type: 'day', label: '取数起' },
  to: { type: 'day', label: '取数止' },
  figure1: { ...figure, label: '取数指标一' },
  figure2: { ...figure, label: '取数指标二' },
  figure3: { ...figure, label: '取数指标三' },
  told1: { ...told, label: '系统取数一' },
  told2: { ...told, label: '系统取数二' },
  told3: { ...told, label: '系统取数三' },
  before: { type: 'number', label: '治理前件数' },
  after: { type: 'number', label: '治理后件数' },
} as const satisfies Fields
