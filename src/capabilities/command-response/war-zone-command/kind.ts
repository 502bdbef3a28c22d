import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { rules, setters } from './rules.ts'
import { basis, practice, staff } from './zone.ts'

const fields = {
  title: { type: 'code', label: '战区名称', required: true, max: 60 },
  holder: { type: 'unit', label: '街道' },
  delegate: { type: 'post', label: '代行人', required: true },
  delegateUntil: { type: 'day', label: '代行到哪一天', required: true },
  forces: { type: 'units', of: 'department', label: '部门力量', required: true, max: 30 },
  team: { type: 'code', label: '队伍构成', max: 200, help: '如：执法 6、协管 12，不写姓名' },
  reason: { type: 'code', label: '事由', required: true, max: 300 },
} as const

const common: Readonly<Record<string, Command>> = {
  assign: {
    label: '编入部门力量',
    by: ['street', 'above'],
    input: { forces: fields.forces },
    requires: ['forcesAreDepartmentsHere'],
    records: 'ForcesAssigned',
    says: '编入 {forces}',
    sets: ['joinsForces'],
    tells: ['force'],
  },
  release: {
    label: '调出部门力量',
    by: ['street', 'above'],
    input: { forces: fields.forces },
    records: 'ForcesReleased',
    says: '调出 {forces}',
    sets: ['leavesForces'],
  },
  delegate: {
    label: '登记代行人',
    by: ['street'],
    input: { delegate: fields.delegate, delegateUntil: fields.delegateUntil },
    requires: ['onlyTheSecretary', 'endsLater'],
    records: 'CommandDelegated',
    says: '总指挥外出，由代行人指挥到 {delegateUntil}',
    keeps: ['delegate', 'delegateUntil'],
  },
  dissolve: {
    label: '撤销战区',
    by: ['above'],
    input: { reason: fields.reason },
    records: 'ZoneDissolved',
    says: '撤销战区：{reason}',
    keeps: ['reason'],
    to: 'dissolved',
    tells: ['holder'],
    grave: true,
  },
}

/**
 * 战区: a street as the zone in which its secretary commands the forces of the departments. In its
 * emergency mode orders are answered faster; the mode ends by hand and is asked after.
 */
export const warZoneCommand = defineKind({
  name: 'war-zone-command',
  label: '战区',
  group: 'command-response',
  systems: ['war-zone-command'],
  version: 1,
  about: '一个街道一个战区，由街道书记指挥：部门力量编入，分平时和战时。',
  practices: [practice],
  fields,
  title: 'title',
  slots: { k1: 'delegate', n1: 'holder', t1: 'delegateUntil' },
  relations: {
    above: {
      label: '市、区党委政府',
      roles: staff,
      is: { unitType: ['committee', 'government'], over: 'place' },
    },
    street: { label: '战区街道', roles: staff, is: { seat: 'holder' } },
    local: { label: '属地街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    force: { label: '部门力量', roles: staff, is: { party: 'force' } },
  },
  see: ['above', 'local', 'force'],
  seats: {
    holder: { label: '战区街道', is: { field: 'holder' } },
    force: { label: '部门力量', is: { self: 'party' } },
  },
  responsible: 'holder',
  starts: {
    form: {
      label: '设立战区',
      by: ['above'],
      input: { title: fields.title, forces: fields.forces },
      requires: ['isAStreet', 'forcesAreDepartmentsHere'],
      records: 'ZoneFormed',
      says: '设立战区 {title}，编入 {forces}',
      keeps: ['title'],
      sets: ['seatsStreet', 'joinsForces'],
      to: 'daily',
      tells: ['holder', 'force'],
    },
  },
  states: {
    daily: {
      label: '平时',
      is: 'resting',
      step: 1,
      commands: {
        ...common,
        toEmergency: {
          label: '转入战时',
          by: ['street'],
          input: { reason: fields.reason },
          requires: ['isCommanderHere'],
          records: 'EmergencyBegun',
          says: '转入战时：{reason}',
          keeps: ['reason'],
          to: 'emergency',
          tells: ['force'],
        },
      },
    },
    emergency: {
      label: '战时',
      is: 'working',
      step: 2,
      expects: [{ seat: 'holder', command: 'toDaily', clock: 'emergency' }],
      commands: {
        ...common,
        toDaily: {
          label: '转回平时',
          by: ['street'],
          requires: ['isCommanderHere'],
          records: 'EmergencyEnded',
          says: '转回平时',
          to: 'daily',
          tells: ['force'],
        },
        noteLong: {
          label: '战时过长',
          by: ['clock'],
          records: 'EmergencyRanLong',
          says: '战时状态已经持续很久，请确认是否转回平时',
          tells: ['holder'],
        },
      },
    },
    dissolved: { label: '已撤销', is: 'end', step: 3 },
  },
  parties: {
    force: {
      label: '部门力量',
      start: 'assigned',
      states: {
        assigned: {
          label: '已编入',
          is: 'resting',
          commands: {
            report: {
              label: '报队伍构成',
              by: ['force'],
              input: { team: { ...fields.team, required: true } },
              records: 'TeamReported',
              says: '{unit}：{team}',
              sets: ['keepsTeam'],
              tells: ['holder'],
            },
          },
        },
      },
    },
  },
  clocks: {
    emergency: {
      label: '战时',
      stages: [{ limit: { parameter: 'zone.emergency' }, asks: 'noteLong' }],
      runs: ['emergency'],
      basis,
    },
  },
  rules,
  setters,
  claims: { street: { label: '一个街道一个战区', fields: ['holder'], while: 'open' } },
  counters: {
    formed: { label: '设立战区', on: { start: true } },
    emergencies: { label: '转入战时', on: { enters: 'emergency' } },
  },
  parameters: {
    'zone.emergency': limitParameter('战时持续多久要确认', { qty: 72, unit: 'hour' }),
  },
})
