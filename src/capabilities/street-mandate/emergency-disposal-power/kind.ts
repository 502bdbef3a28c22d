import { type Command, defineKind, limitParameter, type State } from '../../../kernel/kind.ts'
import { grantOf, notesUseOf } from '../street-empowerment/using.ts'
import { basis, fields } from './fields.ts'
import { rules, setters } from './rules.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const review: Command = {
  label: '复盘',
  by: ['street'],
  input: { lessons: fields.lessons },
  records: 'EmergencyReviewed',
  says: '复盘：{lessons}',
  keeps: ['lessons'],
  to: 'reviewed',
  tells: ['government', 'committee', 'department'],
}

const states: Readonly<Record<string, State>> = {
  inForce: {
    label: '应急处置中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'street', command: 'lift', clock: 'end' }],
    commands: {
      act: {
        label: '记处置',
        by: ['street'],
        input: { words: fields.words },
        requires: ['hasNotEnded'],
        records: 'EmergencyActed',
        says: '处置：{words}',
        keeps: ['words'],
      },
      call: {
        label: '增加响应部门',
        by: ['street'],
        input: { called: { ...fields.called, required: true } },
        requires: ['hasNotEnded'],
        records: 'MoreDepartmentsCalled',
        says: '增加响应部门 {called}',
        sets: ['callsThem'],
        tells: ['department'],
      },
      lift: {
        label: '解除',
        by: ['street'],
        records: 'EmergencyLifted',
        says: '解除应急处置',
        sets: ['keepsLift'],
        to: 'reviewing',
        tells: ['department', 'government', 'committee'],
      },
      runOut: {
        label: '到期',
        by: ['clock'],
        records: 'EmergencyRanOut',
        says: '到结束时间，转入复盘',
        to: 'reviewing',
        tells: ['street', 'government', 'committee'],
      },
    },
  },
  reviewing: {
    label: '待复盘',
    is: 'working',
    step: 2,
    expects: [{ seat: 'street', command: 'review', clock: 'review' }],
    commands: {
      review,
      noteReviewLate: {
        label: '复盘超时',
        by: ['clock'],
        records: 'EmergencyReviewRanLate',
        says: '超过复盘时限',
        tells: ['street'],
      },
    },
  },
  reviewed: { label: '已复盘', is: 'end', step: 3 },
}

/**
 * 应急处置: an order by a street that holds the power, with a start, a scope and an end. After its
 * end nothing is added; departments respond as parties; it is told upwards as it is given, and
 * looked back on afterwards.
 */
export const emergencyDisposalPower = defineKind({
  name: 'emergency-disposal-power',
  label: '街道应急处置令',
  group: 'street-mandate',
  systems: ['emergency-disposal-power'],
  version: 1,
  about: '被赋予应急处置权的街道下达应急命令：依据、范围、起止时间，部门响应，结束后复盘。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'scope', n1: 'street' },
  searched: ['title', 'matter'],
  relations: {
    ordering: {
      label: '属地街道负责人',
      roles: ['head', 'leader', 'secretary'],
      is: { unitType: ['street'], over: 'place' },
    },
    street: { label: '下令街道', roles: staff, is: { seat: 'street' } },
    department: { label: '响应部门', roles: staff, is: { party: 'department' } },
    above: {
      label: '市、区党委政府',
      roles: [...staff, 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['street', 'department', 'above'],
  seats: {
    street: { label: '下令街道', is: { field: 'street' } },
    department: { label: '响应部门', is: { self: 'party' } },
    government: { label: '区政府', is: { function: 'govern', level: 'district' } },
    committee: { label: '区委', is: { function: 'lead', level: 'district' } },
  },
  responsible: 'street',
  starts: {
    order: {
      label: '下达应急命令',
      by: ['ordering'],
      input: {
        title: fields.title,
        matter: fields.matter,
        grounds: fields.grounds,
        scope: fields.scope,
        startsAt: fields.startsAt,
        endsAt: fields.endsAt,
        called: fields.called,
      },
      requires: ['streetHoldsThePower', 'hasStartScopeAndEnd'],
      records: 'EmergencyOrdered',
      says: '应急命令：{matter}；范围 {scope}，{startsAt} 至 {endsAt}',
      keeps: ['title', 'matter', 'grounds', 'scope', 'startsAt', 'endsAt'],
      sets: ['startsIt', 'callsThem'],
      effects: ['notesUse'],
      to: 'inForce',
      tells: ['department', 'government', 'committee'],
    },
  },
  states,
  parties: {
    department: {
      label: '响应部门',
      start: 'called',
      states: {
        called: {
          label: '待响应',
          is: 'working',
          expects: [{ seat: 'department', command: 'respond', clock: 'respond' }],
          commands: {
            respond: {
              label: '响应',
              by: ['department'],
              input: { words: fields.words },
              requires: ['hasNotEnded'],
              records: 'DepartmentResponded',
              says: '{unit}响应：{words}',
              sets: ['keepsWords'],
              to: 'responded',
              tells: ['street'],
            },
            noteRespondLate: {
              label: '响应超时',
              by: ['clock'],
              records: 'ResponseRanLate',
              says: '{party}超过响应时限',
              tells: ['department', 'street'],
            },
          },
        },
        responded: { label: '已响应', is: 'resting' },
      },
      clocks: {
        respond: {
          label: '响应',
          stages: [{ limit: { parameter: 'emergency.respond' }, asks: 'noteRespondLate' }],
          runs: ['called'],
          basis,
        },
      },
    },
  },
  clocks: {
    end: {
      label: '到期',
      stages: [{ limit: { until: 'sweepOn' }, asks: 'runOut' }],
      runs: ['inForce'],
      basis,
    },
    review: {
      label: '复盘',
      stages: [{ limit: { parameter: 'emergency.review' }, asks: 'noteReviewLate' }],
      runs: ['reviewing'],
      basis,
    },
  },
  mainClock: 'end',
  facts: { grant: grantOf('emergency') },
  rules,
  setters,
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    ordered: { label: '应急命令', on: { start: true } },
    responded: {
      label: '部门响应',
      party: 'department',
      counts: ({ state }) => state === 'responded',
    },
    reviewed: { label: '复盘', on: { enters: 'reviewed' } },
  },
  parameters: {
    'emergency.respond': limitParameter('应急响应时限', { qty: 30, unit: 'minute' }),
    'emergency.review': limitParameter('应急处置复盘时限', { qty: 10, unit: 'working-day' }),
  },
})
