import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { hostRelations, hostSeats, staff } from '../superior.ts'
import { sourceFacts } from './evidence.ts'
import { fields } from './fields.ts'
import { rules, setters } from './rules.ts'
import { sectionsOf } from './sections.ts'
import { clocks, states } from './states.ts'

const { cycle, reporter, host, office, year, category, focus, template } = fields
const begun = {
  cycle: { ...cycle, required: true },
  reporter: { ...reporter, required: true },
  host: { ...host, required: true },
  office: { ...office, required: true },
  year: { ...year, required: true },
  template: { ...template, required: true },
  category,
  focus,
  most: fields.most,
  meetingOn: fields.meetingOn,
} as const

/** The secretary's own words, and what the year's records say to them. */
const reportColumns = [
  'body',
  'effect',
  'problems',
  'measures',
  'evidence',
  'told1',
  'told2',
  'told3',
  'before',
  'after',
]

/**
 * 述职报告: put together from the year's own records, section by section, so that a secretary edits
 * and never hunts. It is handed in with every 必述 section written and within its length.
 */
export const secretaryReport = defineKind({
  name: 'secretary-report',
  label: '述职报告',
  group: 'appraisal-accountability',
  systems: ['appraisal-cycle', 'appraisal-topics', 'must-answer-questions'],
  version: 1,
  about: '述职报告按模板分节备好本年度的记录和数，书记写自己的话；必述内容写齐才能提交。',
  fields,
  title: 'title',
  slots: { k1: 'cycle', k2: 'category', k3: 'form', n1: 'reporter', n2: 'year', t1: 'meetingOn' },
  searched: ['title'],
  relations: {
    host: hostRelations.host,
    office: hostRelations.office,
    reporter: { label: '述职的党组织', roles: staff, is: { seat: 'reporter' } },
    signer: {
      label: '述职书记',
      roles: ['secretary', 'head'],
      is: { seat: 'reporter' },
    },
  },
  see: ['reporter', 'host', 'office'],
  seats: {
    ...hostSeats,
    reporter: { label: '述职的党组织', is: { field: 'reporter' } },
  },
  responsible: 'reporter',
  starts: {
    begin: {
      label: '开始述职',
      by: ['effect'],
      input: begun,
      records: 'ReportBegun',
      says: '备好各节，开始起草',
      keeps: Object.keys(begun),
      sets: ['isNamed'],
      facts: ['topics', 'questions', ...Object.keys(sourceFacts)],
      effects: ['opensSections'],
      to: 'drafting',
      tells: ['reporter'],
    },
  },
  states,
  clocks,
  mainClock: 'draft',
  documents: {
    report: {
      label: '述职报告',
      heading: '{title}',
      parts: [
        {
          heading: '述职内容',
          behind: 'report-section',
          by: 'report',
          columns: reportColumns,
          as: 'items',
          states: ['written'],
        },
      ],
      signs: { seat: 'reporter' },
    },
  },
  countedBy: 'category',
  facts: {
    ...sourceFacts,
    topics: {
      kind: 'appraisal-topic',
      where: { template: { input: 'template' } },
      states: ['listed'],
      want: 'list',
    },
    questions: {
      kind: 'must-answer-question',
      where: { host: { input: 'host' }, year: { input: 'year' } },
      states: ['set', 'settled'],
      want: 'list',
    },
    sections: { kind: 'report-section', where: { report: { own: 'id' } }, want: 'list' },
  },
  rules,
  setters,
  effects: { opensSections: sectionsOf },
  claims: {
    year: {
      label: '同一党组织同一年度的述职报告',
      fields: ['reporter', 'year'],
      while: 'always',
    },
  },
  counters: {
    begun: { label: '应述职的报告', cohort: () => true },
    submitted: { label: '提交述职报告', on: { event: 'ReportSubmitted' } },
    commented: { label: '已点评的报告', cohort: ({ state }) => state === 'commented' },
  },
  parameters: {
    'report.draft': limitParameter('述职报告起草时限', { qty: 15, unit: 'working-day' }),
    'report.review': limitParameter('述职报告审核时限', { qty: 5, unit: 'working-day' }),
    'report.comment': limitParameter('述职点评时限', { qty: 5, unit: 'working-day' }),
  },
})
