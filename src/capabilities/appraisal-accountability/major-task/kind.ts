import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  above,
  actsAsSuperior,
  cityMaySet,
  joining,
  staff,
  superiorRelations,
  superiorSeats,
} from '../accountable.ts'
import { fields } from './fields.ts'
import { parties, states } from './flow.ts'
import { effects, attendedBy, contributed, rules, setters } from './rules.ts'

const opened = {
  title: fields.title,
  sort: fields.sort,
  from: fields.from,
  units: { ...fields.units, required: true },
} as const

/**
 * 重大任务: which organisations took part, what each of them did, and what was learnt afterwards.
 * The review goes with the year's report of whoever took part, as evidence.
 */
export const majorTask = defineKind({
  name: 'major-task',
  label: '重大任务',
  group: 'appraisal-accountability',
  systems: ['major-task-test'],
  version: 1,
  about: '防汛抗灾、征收改造等重大任务：参加的党组织各记做了什么，结束后复盘，作为述职依据。',
  fields,
  title: 'title',
  slots: { k1: 'sort', n1: 'superior', n2: 'year', t1: 'from', t2: 'until' },
  searched: ['title'],
  relations: {
    ...superiorRelations,
    above,
    participant: { label: '参加的党组织', roles: staff, is: { party: 'participant' } },
  },
  see: ['superior', 'above', 'participant'],
  seats: superiorSeats,
  responsible: 'superior',
  starts: {
    open: {
      label: '记重大任务',
      by: ['starter'],
      input: opened,
      requires: ['unitsAreBelow', 'hasBegun'],
      records: 'MajorTaskOpened',
      says: '{title}，自 {from} 开始',
      keeps: ['title', 'sort', 'from'],
      sets: ['actsAsSuperior', 'keepsYear', 'namesParticipants'],
      to: 'underway',
    },
  },
  states,
  parties,
  clocks: {
    run: {
      label: '任务进行',
      stages: [{ limit: { parameter: 'majorTask.run' }, asks: 'noteRunning' }],
      runs: ['underway'],
      basis: cityMaySet,
    },
    review: {
      label: '复盘',
      stages: [{ limit: { parameter: 'majorTask.review' }, asks: 'noteReviewLate' }],
      runs: ['reviewing'],
      basis: cityMaySet,
    },
  },
  mainClock: 'review',
  documents: {
    review: {
      label: '复盘报告',
      heading: '关于{title}的复盘报告',
      parts: [
        {
          heading: '参加的党组织',
          parties: 'participant',
          columns: ['contribution', 'attended'],
        },
        { heading: '好的做法', field: 'good' },
        { heading: '短板不足', field: 'lacking' },
        { heading: '改进措施', field: 'lessons' },
      ],
      signs: { seat: 'superior' },
    },
  },
  facts: {
    report: {
      kind: 'secretary-report',
      where: { id: { input: 'report' } },
      states: ['drafting'],
      want: 'first',
    },
  },
  rules,
  effects,
  setters: { ...setters, actsAsSuperior, namesParticipants: joining('participant') },
  counters: {
    opened: { label: '重大任务', cohort: ({ state }) => state !== 'cancelled' },
    contributed: {
      label: '记有贡献的党组织',
      party: 'participant',
      counts: (party) => contributed(party),
    },
    attended: {
      label: '出动人次',
      party: 'participant',
      counts: (party) => attendedBy(party),
    },
  },
  parameters: {
    'majorTask.run': limitParameter('重大任务确认时限', { qty: 30, unit: 'day' }),
    'majorTask.review': limitParameter('复盘时限', { qty: 15, unit: 'working-day' }),
  },
})
