import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { staff, superiorFields, superiorRelations, superiorSeats } from '../superior.ts'

const basis = '督促检查：发现的问题交办、整改、复核、销号'

const fields = {
  ...superiorFields,
  title: { type: 'text', label: '问题', required: true, max: 60 },
  problem: { type: 'long', label: '问题和整改要求', required: true, max: 1000 },
  inspection: { type: 'record', of: 'inspection-round', label: '督促检查' },
  unit: { type: 'unit', label: '整改单位' },
  dueOn: { type: 'day', label: '整改期限', required: true },
  result: { type: 'long', label: '整改情况', max: 1000 },
  /** Who reported is kept so that the same person does not check it in another post. */
  reporter: { type: 'code', label: '报告人', seenBy: [] },
  reason: { type: 'text', label: '理由', max: 300 },
  rounds: { type: 'number', label: '整改轮次' },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '已超时' }] },
} as const

const assigned = {
  title: fields.title,
  problem: fields.problem,
  inspection: { ...fields.inspection, required: true },
  superior: { ...fields.superior, required: true },
  office: { ...fields.office, required: true },
  level: fields.level,
  unit: { ...fields.unit, required: true },
  dueOn: fields.dueOn,
} as const

const again = {
  reason: { ...fields.reason, required: true },
  dueOn: fields.dueOn,
} as const

/**
 * 整改: what an inspection found is assigned, put right, checked and crossed off, by somebody other
 * than whoever put it right; what comes back is opened again.
 */
export const rectification = defineKind({
  name: 'rectification',
  label: '整改',
  group: 'four-level-linkage',
  systems: ['supervise-inspect'],
  version: 1,
  about: '督促检查发现的问题：交办、整改、复核、销号，复核人不能是整改报告人，反弹的重新整改。',
  fields,
  title: 'title',
  slots: { k1: 'inspection', k2: 'late', k3: 'level', n1: 'unit', n2: 'superior', t1: 'dueOn' },
  searched: ['title', 'problem'],
  relations: {
    superior: superiorRelations.superior,
    office: superiorRelations.office,
    above: superiorRelations.above,
    unit: { label: '整改单位', roles: staff, is: { seat: 'unit' } },
  },
  see: ['superior', 'above', 'unit'],
  seats: { ...superiorSeats, unit: { label: '整改单位', is: { field: 'unit' } } },
  responsible: 'unit',
  starts: {
    assign: {
      label: '交办整改',
      by: ['effect'],
      input: assigned,
      records: 'RectificationAssigned',
      says: '交办 {unit}，{dueOn} 前整改',
      keeps: Object.keys(assigned),
      sets: ['liesAtTheUnit'],
      to: 'assigned',
      tells: ['unit'],
    },
  },
  states: {
    assigned: {
      label: '待整改',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'report', clock: 'rectify' }],
      commands: {
        report: {
          label: '报整改情况',
          by: ['unit'],
          input: { result: { ...fields.result, required: true, min: 4 } },
          records: 'RectificationReported',
          says: '整改情况：{result}',
          keeps: ['result'],
          sets: ['remembersReporter'],
          to: 'reported',
          tells: ['office'],
        },
        noteLate: {
          label: '整改超期',
          by: ['clock'],
          records: 'RectificationRanLate',
          says: '超过整改期限',
          sets: ['isLate'],
          tells: ['unit', 'office'],
        },
      },
    },
    reported: {
      label: '待复核',
      is: 'working',
      step: 2,
      expects: [{ seat: 'office', command: 'close', clock: 'check' }],
      commands: {
        close: {
          label: '复核销号',
          by: ['superior', 'office'],
          input: { reason: { ...fields.reason, label: '复核意见' } },
          requires: ['checkedByAnother'],
          records: 'RectificationClosed',
          says: '复核通过，销号',
          keeps: ['reason'],
          sets: ['isInTime'],
          to: 'closed',
          tells: ['unit'],
        },
        sendBack: {
          label: '退回整改',
          by: ['superior', 'office'],
          input: again,
          records: 'RectificationSentBack',
          says: '复核未通过：{reason}',
          keeps: Object.keys(again),
          sets: ['anotherRound'],
          to: 'assigned',
          tells: ['unit'],
        },
        noteCheckLate: {
          label: '复核超时',
          by: ['clock'],
          records: 'RectificationCheckRanLate',
          says: '超过复核时限',
          tells: ['office'],
        },
      },
    },
    closed: {
      label: '已销号',
      is: 'resting',
      step: 3,
      commands: {
        reopen: {
          label: '反弹，重新整改',
          by: ['superior', 'office'],
          input: again,
          records: 'RectificationReopened',
          says: '重新整改：{reason}',
          keeps: Object.keys(again),
          sets: ['anotherRound'],
          to: 'assigned',
          tells: ['unit'],
        },
      },
    },
  },
  clocks: {
    rectify: {
      label: '整改',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['assigned'],
      basis,
    },
    check: {
      label: '复核',
      stages: [{ limit: { parameter: 'rectification.check' }, asks: 'noteCheckLate' }],
      runs: ['reported'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'rectify',
  rules: {
    checkedByAnother: {
      says: '整改由别人复核，报整改情况的人不能自己销号',
      instead: '请本单位其他同志复核',
      basis,
      holds: ({ actor, record }) =>
        actor.by !== 'post' || actor.post.person !== textOf(record.fields, 'reporter'),
    },
  },
  setters: {
    liesAtTheUnit: ({ input, world }) => {
      const area = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.area
      const place = area === undefined ? undefined : placeOf(world.directory, area)
      return { fields: { rounds: 1 }, ...(place === undefined ? {} : { place }) }
    },
    remembersReporter: ({ actor }) =>
      actor.by === 'post' ? { fields: { reporter: actor.post.person } } : {},
    isLate: () => ({ fields: { late: 'late' } }),
    isInTime: () => ({ fields: { late: null } }),
    anotherRound: ({ record }) => ({
      fields: { late: null, result: null, rounds: (numberOf(record.fields, 'rounds') ?? 1) + 1 },
    }),
  },
  counters: {
    assigned: { label: '交办整改', cohort: () => true },
    closed: { label: '整改销号', cohort: ({ state }) => state === 'closed' },
    reopened: { label: '整改反弹', on: { event: 'RectificationReopened' } },
  },
  parameters: {
    'rectification.check': limitParameter('整改复核时限', { qty: 5, unit: 'working-day' }),
  },
})
