import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { above, cityMaySet, ownUnit, signers, staff, whereUnitLies } from '../partners.ts'
import { basis, fields } from './fields.ts'
import { states } from './states.ts'

const { person, organ, from, until, duties } = fields
const opening = { person, organ, from, until, duties }

/**
 * 兼职委员: recommended by the unit they come from, weighed by the street or community, approved above,
 * for a term. What they did and what their unit did are told side by side (R130).
 */
export const partTimeMember = defineKind({
  name: 'part-time-member',
  label: '兼职委员',
  group: 'cobuild-integration',
  systems: ['part-time-member'],
  version: 1,
  about: '单位推荐、街道社区审议、上级审批、按任期履职；本人和所在单位的作用一起记。',
  fields,
  title: 'person',
  slots: { n1: 'organ', n2: 'home', t1: 'until' },
  relations: {
    starter: { label: '推荐单位', roles: staff, is: { anyone: 'post' } },
    home: { label: '所在单位', roles: staff, is: { seat: 'home' } },
    organ: { label: '街道社区党组织', roles: staff, is: { seat: 'organ' } },
    organSigner: { label: '街道社区党组织负责人', roles: signers, is: { seat: 'organ' } },
    approver: {
      label: '区委组织部',
      roles: ['clerk', ...signers],
      is: { seat: 'approver' },
    },
    above,
  },
  see: ['home', 'organ', 'above'],
  seats: {
    home: { label: '所在单位', is: { field: 'home' } },
    organ: { label: '街道社区党组织', is: { field: 'organ' } },
    approver: { label: '区委组织部', is: { function: 'organise', level: 'district' } },
  },
  responsible: 'organ',
  starts: {
    recommend: {
      label: '推荐兼职委员',
      by: ['starter'],
      input: opening,
      requires: ['comesFromElsewhere', 'termRunsForward'],
      records: 'MemberRecommended',
      says: '{unit} 推荐',
      keeps: Object.keys(opening),
      sets: ['keepsHome'],
      to: 'recommended',
      tells: ['organ'],
    },
  },
  states,
  clocks: {
    weigh: {
      label: '审议',
      stages: [{ limit: { parameter: 'partTimeMember.weigh' }, asks: 'noteWeighLate' }],
      runs: ['recommended'],
      basis: cityMaySet,
    },
    approve: {
      label: '审批',
      stages: [{ limit: { parameter: 'partTimeMember.approve' }, asks: 'noteApproveLate' }],
      runs: ['weighed'],
      basis: cityMaySet,
    },
    term: {
      label: '任期',
      stages: [{ limit: { until: 'until' }, asks: 'noteTermOver' }],
      runs: ['serving'],
      restarts: ['MemberRenewed'],
      basis,
    },
  },
  mainClock: 'term',
  rules: {
    comesFromElsewhere: {
      id: 'R130',
      says: '兼职委员来自别的单位，由所在单位推荐',
      instead: '请由人选所在单位推荐到街道或社区',
      basis,
      input: true,
      holds: (context) => ownUnit(context) !== numberOf(context.input, 'organ'),
    },
    termRunsForward: {
      id: 'R130',
      says: '任期的截止日期要在起始日期之后',
      basis,
      input: true,
      holds: ({ input, record }) =>
        (textOf(input, 'until') ?? '') >
        (textOf(input, 'from') ?? textOf(record.fields, 'until') ?? ''),
    },
    bothContributed: {
      id: 'R130',
      says: '本人和所在单位的履职情况都要有',
      instead: '先把缺的一方补记',
      basis,
      holds: ({ record }) =>
        (numberOf(record.fields, 'ownDeeds') ?? 0) > 0 &&
        (numberOf(record.fields, 'unitDeeds') ?? 0) > 0,
    },
  },
  setters: {
    keepsHome: (context) => ({
      fields: { home: ownUnit(context) ?? null, ownDeeds: 0, unitDeeds: 0 },
      ...whereUnitLies(context, numberOf(context.input, 'organ')),
    }),
    /** What was told for one year does not stand for the next. */
    beginsAnotherYear: () => ({ fields: { ownDeeds: 0, unitDeeds: 0 } }),
    countsDeed: ({ input, record }) => {
      const name = textOf(input, 'whose') === 'own' ? 'ownDeeds' : 'unitDeeds'
      return { fields: { [name]: (numberOf(record.fields, name) ?? 0) + 1 } }
    },
  },
  counters: {
    serving: { label: '在任兼职委员', cohort: ({ state }) => state === 'serving' },
    deeds: { label: '履职事项', on: { event: 'MemberContributed' } },
  },
  parameters: {
    'partTimeMember.weigh': limitParameter('兼职委员审议时限', { qty: 10, unit: 'working-day' }),
    'partTimeMember.approve': limitParameter('兼职委员审批时限', { qty: 10, unit: 'working-day' }),
  },
})
