import { listOf, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { defineKind, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'
import { dayNumberOf } from '../../../kernel/time.ts'
import { relations, seats, see } from './access.ts'
import { fields } from './fields.ts'
import { parties } from './parties.ts'
import { rules } from './rules.ts'
import { states } from './states.ts'

const limit = (label: string, qty: number, unit: Limit['unit']): Parameter =>
  limitParameter(label, { qty, unit })

const begun = {
  title: fields.title,
  aim: fields.aim,
  spot: fields.spot,
  whistle: fields.whistle,
  startOn: fields.startOn,
  endOn: fields.endOn,
} as const

/**
 * 集中整治: a street leads several departments over one area for some weeks. How long it took is
 * worked out from its days, and what people there think of it is asked when it is over.
 */
export const jointRemediation = defineKind({
  name: 'joint-remediation',
  label: '集中整治',
  group: 'command-response',
  systems: ['joint-remediation'],
  version: 1,
  about: '街道牵头、多个部门参加的集中整治：每日任务、问题清单、核查结果，结束后听取居民商户意见。',
  practices: ['joint-remediation'],
  fields,
  title: 'title',
  slots: { k1: 'whistle', n1: 'street', n2: 'days' },
  searched: ['title', 'aim', 'spot'],
  relations,
  see,
  handsOut: ['street', 'community'],
  seats,
  responsible: 'street',
  starts: {
    begin: {
      label: '开展集中整治',
      by: ['territory'],
      input: {
        ...begun,
        units: { type: 'units', label: '参加单位', required: true, max: 20 },
      },
      requires: ['daysRunForward', 'whistleIsOwn', 'unitsServeHere'],
      records: 'RemediationBegun',
      says: '{unit} 牵头开展集中整治',
      keeps: Object.keys(begun),
      sets: ['leads', 'countsDays', 'callsUnits'],
      to: 'underway',
    },
  },
  states,
  parties,
  clocks: {
    end: {
      label: '整治期',
      stages: [{ limit: { until: 'endOn' }, asks: 'end' }],
      runs: ['underway'],
      restarts: ['RemediationRescheduled'],
      basis: '整治的结束日期',
    },
    check: {
      label: '核查',
      stages: [{ limit: { parameter: 'remediation.check' }, asks: 'noteCheckLate' }],
      runs: ['checking'],
      basis: '核查时限（本市参数）',
    },
    hear: {
      label: '听取意见',
      stages: [{ limit: { parameter: 'remediation.hear' }, asks: 'close' }],
      runs: ['hearing'],
      basis: '结束之后听取意见的期限（本市参数）',
    },
  },
  mainClock: 'end',
  facts: {
    whistle: { kind: 'street-whistle', where: { id: { input: 'whistle' } }, want: 'first' },
  },
  rules,
  setters: {
    leads: ({ actor }) => (actor.by === 'post' ? { fields: { street: actor.post.unit } } : {}),
    countsDays: ({ input, record }) => ({
      fields: { days: daysOf({ ...record.fields, ...input }) },
    }),
    callsUnits: ({ input }) => ({
      join: listOf(input, 'units').flatMap((unit) =>
        typeof unit === 'number' ? [{ role: 'department', unit }] : [],
      ),
    }),
    countsProblem: ({ record }) => ({
      fields: { problems: (numberOf(record.fields, 'problems') ?? 0) + 1 },
    }),
    countsSolved: ({ record }) => ({
      fields: { solved: (numberOf(record.fields, 'solved') ?? 0) + 1 },
    }),
  },
  counters: {
    begun: { label: '集中整治', on: { start: true } },
    ended: { label: '整治期满的', cohort: ({ state }) => isOver(state) },
    days: {
      label: '整治天数合计',
      cohort: ({ state, fields: now }) => (isOver(state) ? (numberOf(now, 'days') ?? 0) : 0),
    },
  },
  parameters: {
    'remediation.sign': limit('参加单位签收时限', 1, 'working-day'),
    'remediation.check': limit('核查时限', 5, 'working-day'),
    'remediation.hear': limit('听取意见期', 15, 'day'),
  },
})

/** F09: end date − start date + 1. */
function daysOf(values: Values): number {
  const start = textOf(values, 'startOn')
  const end = textOf(values, 'endOn')
  return start === undefined || end === undefined ? 0 : dayNumberOf(end) - dayNumberOf(start) + 1
}

function isOver(state: string): boolean {
  return ['checking', 'hearing', 'closed'].includes(state)
}
