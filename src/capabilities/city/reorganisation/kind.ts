import { defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'
import { rowsIn } from './rows.ts'
import { rules } from './rules.ts'
import { draft, states } from './states.ts'

/** The units that a reorganisation ends, makes heirs or changes learn of it and may read it. */
const joinsConcerned: Setter = ({ record, world }) => {
  const rows = rowsIn(record.fields)
  const listed = (rows?.units ?? []).flatMap(({ from, to, isNew }) => [
    from,
    ...(isNew ? [] : [to]),
  ])
  const moved = new Set((rows?.areas ?? []).map(({ from }) => from))
  const inside = [...world.directory.units.values()]
    .filter(({ area, to }) => to === undefined && moved.has(area))
    .map(({ id }) => id)
  const known = new Set(record.parties.map(({ unit }) => unit))
  const units = [...new Set([...listed, ...inside])].filter((unit) => !known.has(unit))
  return { join: units.map((unit) => ({ role: 'concerned', unit })) }
}

/**
 * 区划机构调整: areas or units are merged, divided, renamed or moved on an approved day. The record is
 * the decision and its report; the work that lies in what is changed moves by itself.
 */
export const reorganisation = defineKind({
  name: 'reorganisation',
  label: '区划机构调整',
  group: 'city',
  systems: [],
  version: 1,
  about:
    '街道、社区等区划和各级机构的合并、拆分、更名、划转：在办事项随调整移交，已办结的留在原处。',
  fields,
  title: 'title',
  slots: { k1: 'what', k2: 'of', n1: 'office', t1: 'on' },
  relations: {
    drafter: {
      label: '拟定单位',
      roles: ['clerk', 'head', 'arbiter'],
      is: { unitType: ['arbiter', 'government', 'committee', 'organisation'], over: 'place' },
    },
    admin: { label: '系统管理员', roles: ['admin'], is: { anyone: 'post' } },
    office: { label: '拟定单位', is: { seat: 'office' } },
    approver: {
      label: '批准机关',
      roles: ['head', 'leader', 'secretary'],
      is: { function: 'lead', over: 'place' },
    },
    concerned: { label: '涉及单位', is: { party: 'concerned' } },
  },
  see: ['drafter', 'admin', 'office', 'approver', 'concerned'],
  seats: {
    office: { label: '拟定单位', is: { field: 'office' } },
    approver: { label: '批准机关', is: { function: 'lead' } },
    concerned: { label: '涉及单位', is: { self: 'party' } },
  },
  responsible: 'office',
  starts: { draft },
  states,
  parties: {
    concerned: {
      label: '涉及单位',
      start: 'told',
      states: { told: { label: '已告知', is: 'resting' } },
    },
  },
  clocks: {
    deciding: {
      label: '批准时限',
      stages: [{ limit: { parameter: 'reorganisation.decide' }, asks: 'noteLate' }],
      runs: ['draft'],
      basis: '本市参数，可在设置中修改',
    },
    day: {
      label: '执行日',
      stages: [{ limit: { until: 'on' }, asks: 'carryOut' }],
      runs: ['approved'],
      basis: '批准的执行日',
    },
    moving: {
      label: '移交时限',
      stages: [{ limit: { parameter: 'reorganisation.move' }, asks: 'noteSlow' }],
      runs: ['underway'],
      basis: '本市参数，可在设置中修改',
    },
    settling: {
      label: '处理时限',
      stages: [{ limit: { parameter: 'reorganisation.settle' }, asks: 'noteUnsettled' }],
      runs: ['leftOver'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'deciding',
  rules,
  setters: {
    keepsOffice: ({ actor }) =>
      actor.by === 'post' ? { fields: { office: actor.post.unit } } : {},
    keepsLists: ({ input }) => ({
      fields: { areas: input['areas'] ?? null, units: input['units'] ?? null },
    }),
    joinsConcerned,
    marksLate: () => ({ fields: { late: true } }),
  },
  parameters: {
    'reorganisation.decide': limitParameter('区划机构调整批准时限', {
      qty: 30,
      unit: 'working-day',
    }),
    'reorganisation.move': limitParameter('区划机构调整移交时限', { qty: 1, unit: 'day' }),
    'reorganisation.settle': limitParameter('未移交事项处理时限', {
      qty: 10,
      unit: 'working-day',
    }),
  },
})
