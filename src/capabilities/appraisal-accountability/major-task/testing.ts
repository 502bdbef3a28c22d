import type { Kind } from '../../../kernel/kind.ts'

/** A report as this kind knows it: whose it is, of which year, and whether it is still written. */
export const report: Kind = {
  name: 'secretary-report',
  label: '述职报告',
  group: 'appraisal-accountability',
  systems: [],
  version: 1,
  about: '述职报告',
  fields: {
    title: { type: 'text', label: '标题' },
    reporter: { type: 'unit', label: '述职单位' },
    year: { type: 'number', label: '年度' },
    host: { type: 'unit', label: '上级' },
    office: { type: 'unit', label: '承办' },
    cycle: { type: 'code', label: '年度考核' },
  },
  title: 'title',
  relations: { anybody: { label: '岗位', is: { anyone: 'post' } } },
  see: ['anybody'],
  seats: { reporter: { label: '述职单位', is: { field: 'reporter' } } },
  responsible: 'reporter',
  starts: {
    write: {
      label: '起草',
      by: ['anybody'],
      input: {
        reporter: { type: 'unit', label: '' },
        year: { type: 'number', label: '' },
        host: { type: 'unit', label: '' },
        office: { type: 'unit', label: '' },
        cycle: { type: 'code', label: '' },
      },
      records: 'ReportWritten',
      says: '起草',
      keeps: ['reporter', 'year', 'host', 'office', 'cycle'],
      to: 'drafting',
    },
  },
  states: {
    drafting: {
      label: '起草中',
      is: 'resting',
      commands: {
        submit: { label: '提交', by: ['anybody'], records: 'Sent', says: '提交', to: 'submitted' },
      },
    },
    submitted: { label: '已提交', is: 'end' },
  },
  rules: {},
}
