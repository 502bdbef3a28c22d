import type { FactRef, RecordFact } from '../../../kernel/fact.ts'

export const everHeld = ['preparing', 'research', 'meeting', 'rectifying', 'closed']

const own = { own: 'id' } as const
const host: FactRef = { field: 'host' }
const year: FactRef = { field: 'year' }

/**
 * What a cycle asks of others. Whatever is asked of a whole year is asked of the one host, so that no
 * other organisation's records push the host's own out of a list.
 */
export const facts = {
  templates: {
    kind: 'appraisal-template',
    where: { category: { input: 'category' } },
    states: ['inForce'],
    want: 'list',
  },
  cycles: {
    kind: 'appraisal-cycle',
    where: { host: { own: 'askerCommittee' }, category: { input: 'category' } },
    states: everHeld,
    want: 'list',
  },
  questions: {
    kind: 'must-answer-question',
    where: { host, year },
    states: ['set', 'settled'],
    want: 'list',
  },
  unreviewed: {
    kind: 'secretary-report',
    where: { cycle: own },
    states: ['drafting', 'submitted'],
    want: 'exists',
  },
  uncommented: {
    kind: 'secretary-report',
    where: { cycle: own },
    states: ['reviewed', 'presented', 'written'],
    want: 'exists',
  },
  unremarked: {
    kind: 'report-section',
    where: { cycle: own, awaiting: { value: 1 } },
    want: 'list',
  },
  excused: {
    kind: 'secretary-report',
    where: { cycle: own },
    states: ['excused'],
    want: 'list',
  },
  open: {
    kind: 'appraisal-problem',
    where: { host },
    states: ['raised', 'rectifying', 'submitted'],
    want: 'list',
  },
  unclaimed: {
    kind: 'appraisal-problem',
    where: { host },
    states: ['raised'],
    want: 'list',
  },
  meetings: {
    kind: 'appraisal-meeting',
    where: { cycle: own },
    states: ['planning', 'notified', 'holding', 'minuting'],
    want: 'exists',
  },
  reports: {
    kind: 'secretary-report',
    where: { cycle: own },
    states: ['commented'],
    want: 'list',
  },
  ratings: {
    kind: 'appraisal-rating',
    where: { host, year },
    want: 'list',
  },
} as const satisfies Readonly<Record<string, RecordFact>>
