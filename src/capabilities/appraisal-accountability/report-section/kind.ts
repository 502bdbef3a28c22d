import { defineKind } from '../../../kernel/kind.ts'
import { committee, trustedOffice } from '../reviewing.ts'
import { materialAgain } from '../secretary-report/evidence.ts'
import { hostRelations, hostSeats, staff } from '../superior.ts'
import { commands } from './commands.ts'
import { fields } from './fields.ts'
import { figureFacts, firstFigures } from './figures.ts'
import { rules, setters } from './rules.ts'

const { host, office, report, reporter, year, title, sort, weight, rank } = fields
const opened = {
  cycle: fields.cycle,
  report: { ...report, required: true },
  reporter: { ...reporter, required: true },
  host,
  office,
  year,
  title: { ...title, required: true },
  sort,
  weight,
  rank,
  topic: fields.topic,
  question: fields.question,
  evidence: fields.evidence,
  area: fields.area,
  from: fields.from,
  to: fields.to,
  figure1: fields.figure1,
  figure2: fields.figure2,
  figure3: fields.figure3,
  before: fields.before,
  after: fields.after,
} as const

/**
 * 述职报告的一节: opened with what the year's records say, written by the reporter. The 领航行动 section
 * has three parts, and each must be written.
 */
export const reportSection = defineKind({
  name: 'report-section',
  label: '述职报告分节',
  group: 'appraisal-accountability',
  systems: ['appraisal-topics', 'appraisal-cycle'],
  version: 1,
  about: '述职报告按模板分节，每节附系统备好的本年度记录和数，书记写自己的话。',
  fields,
  title: 'title',
  slots: { k1: 'report', k2: 'cycle', k3: 'weight', n1: 'awaiting', n2: 'rank' },
  relations: {
    host: hostRelations.host,
    office: hostRelations.office,
    reporter: { label: '述职的党组织', roles: staff, is: { seat: 'reporter' } },
    committee,
    trustedOffice,
    signer: { label: '述职书记', roles: ['secretary', 'head'], is: { seat: 'reporter' } },
  },
  see: ['reporter', 'host', 'office'],
  seats: {
    ...hostSeats,
    reporter: { label: '述职的党组织', is: { field: 'reporter' } },
  },
  responsible: 'reporter',
  starts: {
    open: {
      label: '备料',
      by: ['effect'],
      input: opened,
      records: 'SectionOpened',
      says: '备好本年度记录',
      keeps: Object.keys(opened),
      sets: ['takesFigures', 'awaitsRemark'],
      facts: firstFigures,
      to: 'empty',
    },
  },
  states: {
    empty: { label: '没有写', is: 'resting', step: 1, commands },
    written: { label: '已写', is: 'resting', step: 2, commands },
  },
  facts: {
    ...figureFacts,
    ...materialAgain,
    meeting: {
      kind: 'appraisal-cycle',
      where: { id: { field: 'cycle' } },
      states: ['meeting'],
      want: 'exists',
    },
    drafted: {
      kind: 'secretary-report',
      where: { id: { field: 'report' } },
      states: ['drafting'],
      want: 'exists',
    },
    told: {
      kind: 'secretary-report',
      where: { id: { field: 'report' } },
      states: ['presented', 'written', 'commented'],
      want: 'exists',
    },
  },
  rules,
  setters,
})
