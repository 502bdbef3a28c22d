import { textOf } from '../../kernel/field.ts'
import { defineKind, limitParameter } from '../../kernel/kind.ts'
import { force, isDelegated, seatsBoth } from './stationed-force-command/delegated.ts'
import { assessmentFields as fields, basis } from './stationed-force-command/fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

/**
 * 派驻机构考核: what the street says of a stationed body for a month or a year, which goes back to its
 * department. It is about the body; there is no place for a person in it.
 */
export const forceAssessment = defineKind({
  name: 'force-assessment',
  label: '派驻机构考核',
  group: 'street-mandate',
  systems: ['stationed-force-command'],
  version: 1,
  about: '街道按月、按年评价已下放考核监督的派驻机构，结果送主管部门，部门可以答复。',
  fields,
  title: 'title',
  titleElse: 'words',
  slots: { k1: 'force', k2: 'period', k3: 'span', n1: 'department', n2: 'holder' },
  relations: {
    street: {
      label: '属地街道',
      roles: ['head', 'leader', 'secretary'],
      is: { unitType: ['street'], over: 'place' },
    },
    holder: { label: '考核街道', roles: staff, is: { seat: 'holder' } },
    department: { label: '主管部门', roles: staff, is: { seat: 'department' } },
    above: {
      label: '区领导和组织部门',
      roles: ['leader', 'secretary', 'head'],
      is: { unitType: ['committee', 'government', 'organisation'], over: 'place' },
    },
  },
  see: ['holder', 'department', 'above'],
  seats: {
    holder: { label: '考核街道', is: { field: 'holder' } },
    department: { label: '主管部门', is: { field: 'department' } },
  },
  responsible: 'department',
  starts: {
    assess: {
      label: '考核派驻机构',
      by: ['street'],
      input: {
        title: fields.title,
        force: fields.force,
        period: fields.period,
        response: fields.response,
        handling: fields.handling,
        cooperation: fields.cooperation,
        words: fields.words,
      },
      requires: ['assessmentIsDelegated', 'periodIsAMonthOrYear'],
      records: 'ForceAssessed',
      says: '{period} 考核：响应{response}、处置{handling}、配合{cooperation}',
      keeps: ['title', 'force', 'period', 'response', 'handling', 'cooperation', 'words'],
      sets: ['seatsBoth', 'keepsSpan'],
      to: 'sent',
      tells: ['department'],
    },
  },
  states: {
    sent: {
      label: '已送主管部门',
      is: 'working',
      step: 1,
      expects: [{ seat: 'department', command: 'reply', clock: 'reply' }],
      commands: {
        reply: {
          label: '答复',
          by: ['department'],
          input: { reply: fields.reply },
          records: 'AssessmentReplied',
          says: '部门答复：{reply}',
          keeps: ['reply'],
          to: 'filed',
          tells: ['holder'],
        },
        file: {
          label: '期满归档',
          by: ['clock'],
          records: 'AssessmentFiled',
          says: '部门没有异议，归档',
          to: 'filed',
        },
      },
    },
    filed: { label: '已归档', is: 'end', step: 2 },
  },
  clocks: {
    reply: {
      label: '部门答复',
      stages: [{ limit: { parameter: 'forceAssessment.reply' }, asks: 'file' }],
      runs: ['sent'],
      basis,
    },
  },
  countedBy: 'span',
  facts: { force },
  rules: {
    assessmentIsDelegated: isDelegated('assesses', '考核监督'),
    periodIsAMonthOrYear: {
      says: '考核期写成 2026-08（月度）或 2026（年度）',
      basis,
      input: true,
      holds: ({ input }) => /^20\d\d(-(0[1-9]|1[0-2]))?$/.test(textOf(input, 'period') ?? ''),
    },
  },
  setters: {
    seatsBoth,
    keepsSpan: ({ input }) => ({
      fields: { span: (textOf(input, 'period') ?? '').length > 4 ? 'month' : 'year' },
    }),
  },
  claims: {
    period: { label: '同一机构同一考核期', fields: ['force', 'period'], while: 'always' },
  },
  counters: { assessed: { label: '考核', on: { start: true } } },
  parameters: {
    'forceAssessment.reply': limitParameter('主管部门答复考核时限', {
      qty: 5,
      unit: 'working-day',
    }),
  },
})
