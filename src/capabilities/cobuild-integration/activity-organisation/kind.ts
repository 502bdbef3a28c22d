import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind } from '../../../kernel/kind.ts'
import { above, staff, yearAt } from '../partners.ts'

const fields = {
  title: { type: 'text', label: '名称', max: 100 },
  activity: { type: 'record', of: 'joint-activity', label: '活动', required: true },
  organisation: { type: 'record', of: 'organisation-entry', label: '参加组织', required: true },
  host: { type: 'unit', label: '登记单位', required: true },
  sort: { type: 'code', label: '组织类别' },
  hosted: { type: 'flag', label: '共同举办' },
  attendance: { type: 'number', label: '到场人数', min: 0, max: 100_000 },
} as const

const { activity, organisation, host, hosted, attendance } = fields
const opening = { activity, organisation, host, hosted, attendance }

/** 组织参加活动: that an organisation of the registry took part, of its own will, with how many. Who
 *  they were is nobody's business, and which firm came is none of whoever licenses or inspects it. */
export const activityOrganisation = defineKind({
  name: 'activity-organisation',
  label: '组织参加活动',
  group: 'cobuild-integration',
  systems: ['joint-activities'],
  version: 1,
  about: '在册组织自愿参加一次共联活动，只记组织和到场人数，不记个人。',
  fields,
  title: 'title',
  slots: { k1: 'activity', k2: 'organisation', k3: 'sort', n1: 'host' },
  relations: {
    host: { label: '登记单位', roles: staff, is: { seat: 'host' } },
    above,
  },
  see: ['host', 'above'],
  seats: { host: { label: '登记单位', is: { field: 'host' } } },
  responsible: 'host',
  starts: {
    note: {
      label: '记组织参加',
      by: ['effect'],
      input: opening,
      requires: ['isRegistered'],
      records: 'OrganisationNoted',
      says: '记组织参加活动',
      keeps: Object.keys(opening),
      sets: ['keepsOrganisation'],
      effects: ['tellsOrganisation'],
      to: 'noted',
    },
  },
  states: { noted: { label: '已记', is: 'end' } },
  facts: {
    organisation: {
      kind: 'organisation-entry',
      where: { id: { input: 'organisation' } },
      states: ['blank', 'planned', 'linked', 'respected'],
      want: 'first',
    },
  },
  rules: {
    isRegistered: {
      says: '只能记在册的组织',
      instead: '先登记这个组织',
      basis: '按组织计数，不记个人',
      input: true,
      facts: ['organisation'],
      holds: ({ facts }) => facts['organisation']?.rows[0] !== undefined,
    },
  },
  setters: {
    keepsOrganisation: ({ facts }) => {
      const found = facts['organisation']?.rows[0]
      return {
        title: found?.title ?? '',
        fields: { sort: textOf(found?.fields ?? {}, 'sort') ?? null },
      }
    },
  },
  effects: {
    tellsOrganisation: ({ record, at }) => [
      {
        ask: textOf(record.fields, 'organisation') ?? '',
        kind: 'organisation-entry',
        command: 'noteActivity',
        input: { year: yearAt(at), hosted: record.fields['hosted'] === true },
      },
    ],
  },
  claims: {
    once: {
      label: '同一组织参加同一活动',
      fields: ['activity', 'organisation'],
      while: 'always',
    },
  },
  counters: {
    firms: {
      label: '企业参加活动次数',
      cohort: ({ fields: own }) => textOf(own, 'sort') === 'private',
    },
    attendance: {
      label: '组织到场人数',
      cohort: ({ fields: own }) => numberOf(own, 'attendance') ?? 0,
    },
  },
})
