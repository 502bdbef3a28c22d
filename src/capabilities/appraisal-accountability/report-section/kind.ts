import { textOf } from '../../../kernel/field.ts'
import { type Command, type Context, defineKind } from '../../../kernel/kind.ts'
import { hostRelations, hostSeats, staff } from '../superior.ts'
import { basis, fields } from './fields.ts'
import {
  figureFacts,
  figuresAgain,
  firstFigures,
  takesFigures,
  takesFiguresAgain,
} from './figures.ts'

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

const commands: Readonly<Record<string, Command>> = {
  write: {
    label: '写这一节',
    by: ['reporter'],
    input: { body: { ...fields.body, required: true } },
    requires: ['reportIsDrafted', 'isPlain'],
    records: 'SectionWritten',
    says: '写了这一节',
    keeps: ['body'],
    sets: ['measuresLength'],
    to: 'written',
  },
  writeParts: {
    label: '写成效、问题、举措',
    by: ['reporter'],
    input: {
      effect: { ...fields.effect, required: true },
      problems: { ...fields.problems, required: true },
      measures: { ...fields.measures, required: true },
    },
    requires: ['reportIsDrafted', 'hasParts'],
    records: 'SectionPartsWritten',
    says: '写了成效、问题、举措',
    keeps: ['effect', 'problems', 'measures'],
    sets: ['measuresLength'],
    to: 'written',
  },
  refresh: {
    label: '重新取数',
    by: ['reporter'],
    requires: ['reportIsDrafted', 'hasFigures'],
    records: 'SectionFiguresTaken',
    says: '重新取数',
    sets: ['takesFiguresAgain'],
    facts: figuresAgain,
  },
  remark: {
    label: '逐项点评、考核',
    by: ['host', 'office'],
    input: {
      remark: { ...fields.remark, required: true },
      mark: { ...fields.mark, required: true },
    },
    requires: ['reportIsTold'],
    records: 'SectionRemarked',
    says: '逐项点评：{remark}',
    keeps: ['remark', 'mark'],
    tells: ['reporter'],
  },
}

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
  slots: { k1: 'report', k2: 'cycle', k3: 'weight', n1: 'reporter', n2: 'rank' },
  relations: {
    host: hostRelations.host,
    office: hostRelations.office,
    reporter: { label: '述职的党组织', roles: staff, is: { seat: 'reporter' } },
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
      sets: ['takesFigures'],
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
  rules: {
    reportIsTold: {
      says: '还没有述职，不能逐项点评',
      instead: '请在述职以后点评',
      basis: '一述一评，先述后评',
      facts: ['told'],
      holds: ({ facts }) => (facts['told']?.count ?? 0) > 0,
    },
    reportIsDrafted: {
      says: '报告已经提交，不能再改',
      instead: '需要改的，请审核单位退回',
      basis,
      facts: ['drafted'],
      holds: ({ facts }) => (facts['drafted']?.count ?? 0) > 0,
    },
    isPlain: {
      says: '这一节要分成效、问题、举措三部分写',
      basis,
      holds: (context) => !isPilot(context),
    },
    hasParts: {
      says: '这一节不分成效、问题、举措',
      basis,
      holds: isPilot,
    },
    hasFigures: {
      says: '这一节没有系统取数',
      basis,
      holds: ({ record }) => textOf(record.fields, 'figure1') !== undefined,
    },
  },
  setters: {
    takesFigures,
    takesFiguresAgain,
    measuresLength: ({ words }) => ({
      fields: {
        length: ['body', 'effect', 'problems', 'measures'].reduce(
          (sum, name) => sum + [...(words[name] ?? '').replaceAll(/\s/gu, '')].length,
          0,
        ),
      },
    }),
  },
})

function isPilot({ record }: Context): boolean {
  return textOf(record.fields, 'sort') === 'pilot'
}
