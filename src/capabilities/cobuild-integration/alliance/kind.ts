import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { above, cityMaySet, signers, staff } from '../partners.ts'
import { receive } from './across.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { member, states } from './states.ts'

const { title, sort, charter, otherCity, partner, endsOn } = fields
const opening = { title, sort, charter, otherCity, partner, endsOn }

/**
 * 党建联盟: units of different levels and areas around a hub, a project, a business area, a river or a
 * boundary. Its members see of one another only what is shared here.
 */
export const alliance = defineKind({
  name: 'alliance',
  label: '党建联盟',
  group: 'cobuild-integration',
  systems: [
    'cross-type-coordination',
    'riverside-party-building',
    'neighbouring-party-building',
    'army-civil-pairing',
  ],
  version: 1,
  about:
    '不同级别、不同地方的单位组成联盟；成员只看得到联盟里共享的事项。毗邻联盟的两个城市都用本平台时，邀请、加入、事项和退出由系统送到对方。',
  fields,
  title: 'title',
  sharedWith: 'withCity',
  slots: { k1: 'sort', n1: 'lead', t1: 'endsOn', t2: 'metOn' },
  searched: ['title'],
  relations: {
    starter: {
      label: '党委、街道、社区或部门',
      roles: staff,
      is: { unitType: ['committee', 'department', 'street', 'community'], over: 'place' },
    },
    lead: { label: '牵头单位', roles: staff, is: { seat: 'lead' } },
    leadSigner: { label: '牵头单位负责人', roles: signers, is: { seat: 'lead' } },
    member: { label: '成员单位', roles: staff, is: { party: 'member' } },
    memberSigner: { label: '成员单位负责人', roles: signers, is: { party: 'member' } },
    above,
  },
  see: ['lead', 'member', 'above'],
  seats: {
    lead: { label: '牵头单位', is: { field: 'lead' } },
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'lead',
  starts: {
    prepare: {
      label: '发起联盟',
      by: ['starter'],
      input: {
        ...opening,
        units: { type: 'units', label: '邀请的单位', max: 30 },
      },
      requires: ['endsAhead', 'othersAreAsked'],
      records: 'AlliancePrepared',
      says: '{unit} 发起联盟',
      keeps: Object.keys(opening),
      sets: ['leads', 'invites'],
      to: 'forming',
    },
    receive,
  },
  states,
  parties: { member },
  clocks: {
    form: {
      label: '成立',
      stages: [{ limit: { parameter: 'alliance.form' }, asks: 'noteFormLate' }],
      runs: ['forming'],
      basis: cityMaySet,
    },
    answer: {
      label: '答复相邻城市',
      stages: [{ limit: { parameter: 'alliance.answer' }, asks: 'noteAskedLate' }],
      runs: ['asked'],
      basis: cityMaySet,
    },
    end: {
      label: '到期',
      stages: [{ limit: { until: 'endsOn' }, asks: 'lapse' }],
      runs: ['active'],
      basis,
    },
  },
  mainClock: 'end',
  countedBy: 'sort',
  facts: {
    openMatters: {
      kind: 'alliance-matter',
      where: { alliance: { own: 'id' } },
      states: ['open', 'shared'],
      want: 'list',
    },
  },
  rules,
  setters,
  effects,
  counters: {
    joined: {
      label: '加入联盟的单位',
      party: 'member',
      counts: ({ state }) => state === 'joined',
    },
    met: { label: '联席会议', on: { event: 'AllianceMet' } },
  },
  parameters: {
    'alliance.form': limitParameter('联盟筹备时限', { qty: 30, unit: 'working-day' }),
    'alliance.answer': limitParameter('答复相邻城市时限', { qty: 20, unit: 'working-day' }),
    'alliance.reply': limitParameter('加入联盟答复时限', { qty: 10, unit: 'working-day' }),
  },
})
