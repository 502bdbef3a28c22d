import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { inPerson, personFacts, personSeat } from '../person.ts'
import {
  cityMaySet,
  committee,
  hostSeat,
  officeSeat,
  trustedOffice,
  trustedStarter,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { states } from './states.ts'

const { year, unit, meeting } = fields
const preparing = { year, unit, meeting } as const

/**
 * 等次评定: the system tells what speaks for what and never grades. A person of the committee above
 * does, with reasons; the one it is about sees it, may object and is answered. No list sorts by it,
 * and it lies with the committee, so that no count of an area tells anybody's grade.
 */
export const appraisalRating = defineKind({
  name: 'appraisal-rating',
  label: '述职等次评定',
  group: 'appraisal-accountability',
  systems: ['appraisal-rating'],
  version: 1,
  about:
    '书记抓党建等次：系统列情况，人评等次、写理由，告知本人，可以提不同意见；只有当事方看得到。',
  fields,
  title: 'title',
  slots: { k3: 'host', n1: 'unit', n2: 'year' },
  relations: {
    trustedStarter,
    committee,
    trustedOffice,
    rated: inPerson,
  },
  see: ['committee', 'trustedOffice', 'rated'],
  tellsReaders: true,
  seats: { host: hostSeat, office: officeSeat, unit: personSeat },
  responsible: 'host',
  starts: {
    prepare: {
      label: '准备评定',
      by: ['trustedStarter'],
      input: preparing,
      requires: ['answersToAsker'],
      records: 'RatingPrepared',
      says: '列出本年度情况，准备评定',
      keeps: Object.keys(preparing),
      sets: ['actsForCommittee', 'tellsWhatSpeaks', 'keepsPerson', 'sitsInUnit'],
      facts: ['problems', 'meetings', 'answering'],
      to: 'weighing',
    },
  },
  states,
  clocks: {
    rate: {
      label: '评定',
      stages: [{ limit: { parameter: 'rating.rate' }, asks: 'noteRateLate' }],
      runs: ['weighing'],
      basis: cityMaySet,
    },
    objection: {
      label: '提出不同意见',
      stages: [{ limit: { parameter: 'rating.objection' }, asks: 'stand' }],
      runs: ['told'],
      restarts: ['RatingFollowed'],
      basis,
    },
    answer: {
      label: '答复',
      stages: [{ limit: { parameter: 'rating.answer' }, asks: 'noteAnswerLate' }],
      runs: ['objected'],
      basis,
    },
  },
  mainClock: 'rate',
  facts: {
    ...personFacts,
    problems: { kind: 'appraisal-problem', where: { unit: { input: 'unit' } }, want: 'list' },
    meetings: {
      kind: 'appraisal-meeting',
      where: { host: { own: 'askerCommittee' }, year: { input: 'year' } },
      want: 'list',
    },
  },
  rules,
  setters,
  effects,
  claims: {
    year: {
      label: '同一单位同一年度的等次评定',
      fields: ['unit', 'year'],
      while: 'always',
      states: ['weighing', 'told', 'objected', 'final'],
    },
  },
  counters: {
    rated: { label: '已定等次', cohort: ({ state }) => state === 'final' },
    low: { label: '提请约谈的等次', cohort: isLow },
    objected: { label: '提出不同意见', on: { event: 'RatingObjected' } },
    changed: { label: '改评', on: { event: 'RatingChanged' } },
  },
  parameters: {
    'rating.scale': {
      label: '等次',
      type: 'choice',
      options: [
        { value: 'four', label: '好、较好、一般、差' },
        { value: 'three', label: '好、一般、差' },
      ],
      default: 'four',
      basis: cityMaySet,
    },
    'rating.lowFrom': {
      label: '从哪一档起提请约谈',
      type: 'choice',
      options: [
        { value: 'average', label: '一般及以下' },
        { value: 'poor', label: '差' },
      ],
      default: 'average',
      basis: cityMaySet,
    },
    'rating.rate': limitParameter('评定时限', { qty: 20, unit: 'working-day' }),
    'rating.objection': limitParameter('提出不同意见期限', { qty: 5, unit: 'working-day' }),
    'rating.answer': limitParameter('答复时限', { qty: 5, unit: 'working-day' }),
  },
})

function isLow({ state, fields: own }: RecordState): boolean {
  return state === 'final' && own['low'] === true
}
