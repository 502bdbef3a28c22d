import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import { staff } from '../partners.ts'
import { fields } from './fields.ts'
import { parties } from './parties.ts'
import { basis, effects, isHosting, rules, setters } from './rules.ts'
import { states } from './states.ts'

const { title, sort, contents, startAt, endAt, spot } = fields
const opening = { title, sort, contents, startAt, endAt, spot }

/**
 * 共联活动: any number of communities and units hold it together. Hosts are counted once each, those
 * who came are counted by organisation, and taking part is everybody's own choice (R129).
 */
export const jointActivity = defineKind({
  name: 'joint-activity',
  label: '共联活动',
  group: 'cobuild-integration',
  systems: ['joint-activities'],
  version: 1,
  about: '社区与单位共同举办的活动：多家举办、自愿报名、按组织登记到场人数。',
  fields,
  title: 'title',
  slots: { k1: 'sort', n1: 'lead', n2: 'attendance', t1: 'day' },
  searched: ['title', 'spot'],
  relations: {
    official: { label: '工作人员', roles: staff, is: { anyone: 'post' } },
    lead: { label: '发起单位', roles: staff, is: { seat: 'lead' } },
    initiator: { label: '发起单位', roles: staff, is: { party: 'initiator' } },
    host: { label: '共同举办单位', roles: staff, is: { party: 'host' } },
    guest: { label: '报名单位', roles: staff, is: { party: 'guest' } },
  },
  see: ['official'],
  seats: {
    lead: { label: '发起单位', is: { field: 'lead' } },
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'lead',
  starts: {
    plan: {
      label: '发起活动',
      by: ['official'],
      input: {
        ...opening,
        hosts: { type: 'units', label: '邀请共同举办', max: 500 },
      },
      requires: ['endsAfterStart', 'othersAreAsked'],
      records: 'ActivityPlanned',
      says: '{unit} 发起活动',
      keeps: Object.keys(opening),
      sets: ['leads', 'invites'],
      to: 'planned',
    },
  },
  states,
  parties,
  clocks: {
    hold: {
      label: '活动日期',
      stages: [{ limit: { until: 'day' }, asks: 'noteUnfinished' }],
      runs: ['planned'],
      basis,
    },
  },
  mainClock: 'hold',
  appointment: { from: 'startAt', to: 'endAt', where: 'spot', parties: ['host', 'guest'] },
  countedBy: 'sort',
  rules,
  setters,
  effects,
  counters: {
    held: { label: '举办的活动', cohort: isHeld },
    led: { label: '发起举办', party: 'initiator', counts },
    hosted: { label: '共同举办', party: 'host', counts },
    careHeld: { label: '关怀活动', cohort: isCare },
    careAttendance: {
      label: '关怀活动到场人数',
      cohort: (activity) => (isCare(activity) ? (numberOf(activity.fields, 'attendance') ?? 0) : 0),
    },
  },
  parameters: {
    'activity.reply': limitParameter('共同举办答复时限', { qty: 5, unit: 'working-day' }),
  },
})

function isHeld({ state }: RecordState): boolean {
  return state === 'held'
}

function counts(party: Party, activity: RecordState): boolean {
  return isHeld(activity) && isHosting(party)
}

function isCare(activity: RecordState): boolean {
  return isHeld(activity) && textOf(activity.fields, 'sort') === 'care'
}
