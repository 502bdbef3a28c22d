import { type Command, defineKind } from '../../kernel/kind.ts'
import { actorUnit } from './reading.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const fields = {
  name: { type: 'code', label: '执法队伍', required: true, max: 60 },
  holder: { type: 'unit', label: '街道' },
  unit: { type: 'unit', of: 'street-office', label: '对应机构' },
  officers: { type: 'number', label: '持证执法人数', required: true, min: 0, max: 500 },
  helpers: { type: 'number', label: '协管人数', min: 0, max: 999 },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const
const roster = { unit: fields.unit, officers: fields.officers, helpers: fields.helpers } as const

const update: Command = {
  label: '更新人数',
  by: ['holder'],
  input: roster,
  records: 'TeamUpdated',
  says: '持证 {officers} 人，协管 {helpers} 人',
  keeps: ['unit', 'officers', 'helpers'],
}

/** A street's one enforcement team: how many people, never who. */
export const enforcementTeam = defineKind({
  name: 'enforcement-team',
  label: '街道执法队伍',
  group: 'street-mandate',
  systems: ['penalty-delegation'],
  version: 1,
  about: '街道的一支综合执法队伍：持证执法和协管人数。',
  fields,
  title: 'name',
  slots: { n1: 'holder', n2: 'unit' },
  relations: {
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    holder: { label: '街道', roles: staff, is: { seat: 'holder' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { holder: { label: '街道', is: { field: 'holder' } } },
  responsible: 'holder',
  starts: {
    register: {
      label: '登记执法队伍',
      by: ['street'],
      input: { name: fields.name, ...roster },
      records: 'TeamRegistered',
      says: '登记{name}',
      keeps: ['name', 'unit', 'officers', 'helpers'],
      sets: ['seatsStreet'],
      to: 'standing',
    },
  },
  states: {
    standing: {
      label: '在册',
      is: 'resting',
      step: 1,
      commands: {
        update,
        disband: {
          label: '撤销',
          by: ['holder'],
          input: { reason: fields.reason },
          records: 'TeamDisbanded',
          says: '撤销：{reason}',
          keeps: ['reason'],
          to: 'disbanded',
          grave: true,
        },
      },
    },
    disbanded: { label: '已撤销', is: 'end', step: 2 },
  },
  rules: {},
  setters: {
    seatsStreet: (context) => ({ fields: { holder: actorUnit(context) ?? null } }),
  },
  claims: { street: { label: '一个街道一支执法队伍', fields: ['holder'], while: 'open' } },
})
