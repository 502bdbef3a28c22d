import { flagOf } from '../../../kernel/field.ts'
import { defineKind } from '../../../kernel/kind.ts'
import {
  above,
  actsAsSuperior,
  joining,
  staff,
  superiorRelations,
  superiorSeats,
} from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { parties, states } from './flow.ts'
import { known, measured, rules, setters } from './rules.ts'

const launched = {
  title: fields.title,
  goals: fields.goals,
  year: fields.year,
  from: fields.from,
  until: fields.until,
  isTopic: fields.isTopic,
  indicator: fields.indicator,
  target: fields.target,
} as const

/**
 * 专项行动: a campaign with goals, a period, tasks for those who take part, and a closing report in
 * which the figure it was meant to move is the platform's own.
 */
export const specialAction = defineKind({
  name: 'special-action',
  label: '专项行动',
  group: 'appraisal-accountability',
  systems: ['special-action'],
  version: 1,
  about: '有目标、有期限、有任务和参加单位的专项行动，到期写总结；可以列为述职评议考核内容。',
  fields,
  title: 'title',
  slots: { n1: 'superior', n2: 'year', t1: 'until' },
  searched: ['title', 'goals'],
  relations: {
    ...superiorRelations,
    above,
    participant: { label: '参加单位', roles: staff, is: { party: 'participant' } },
  },
  see: ['superior', 'above', 'participant'],
  seats: {
    ...superiorSeats,
    participant: { label: '参加单位', is: { self: 'party' } },
  },
  responsible: 'superior',
  starts: {
    launch: {
      label: '启动专项行动',
      by: ['starter'],
      input: launched,
      requires: ['endsLater', 'figureIsKnown'],
      records: 'ActionLaunched',
      says: '启动专项行动，{until} 结束',
      keeps: Object.keys(launched),
      sets: ['actsAsSuperior'],
      to: 'underway',
    },
  },
  states,
  parties,
  clocks: {
    end: {
      label: '专项行动',
      stages: [{ limit: { until: 'until' }, asks: 'noteEnd' }],
      runs: ['underway'],
      basis,
    },
  },
  mainClock: 'end',
  documents: {
    report: {
      label: '总结报告',
      heading: '关于{title}的总结报告',
      parts: [
        { heading: '目标', field: 'goals' },
        { heading: '任务完成情况', parties: 'participant', columns: ['task', 'dueOn', 'result'] },
        { heading: '总结', field: 'report' },
        { heading: '没有完成的任务', field: 'unfinished' },
      ],
      signs: { seat: 'superior' },
    },
  },
  facts: { known, measured },
  rules,
  setters: {
    ...setters,
    actsAsSuperior,
    namesParticipants: joining('participant', ['task', 'dueOn']),
  },
  counters: {
    launched: { label: '专项行动', cohort: ({ state }) => state !== 'cancelled' },
    topics: {
      label: '列为述职内容的专项行动',
      cohort: ({ state, fields: own }) => state !== 'cancelled' && flagOf(own, 'isTopic'),
    },
  },
})
