import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  actsAsSuperior,
  onOwnSubordinates,
  staff,
  superiorFields,
  superiorRelations,
  superiorSeats,
} from '../superior.ts'

const basis = '上级党组织对下级党组织的督促检查制度'

const fields = {
  ...superiorFields,
  title: { type: 'text', label: '督查主题', required: true, max: 60 },
  units: {
    type: 'units',
    label: '督查对象',
    required: true,
    of: ['committee', 'street', 'community'],
    max: 40,
  },
  onDay: { type: 'day', label: '督查日期', required: true },
  approvalNumber: {
    type: 'code',
    label: '计划或批准文号',
    max: 60,
    help: '督查街道的，填区委、区政府年度计划编号或一事一报批准文号',
  },
  unit: { type: 'unit', label: '存在问题的单位' },
  dueOn: { type: 'day', label: '整改期限' },
  problem: { type: 'long', label: '问题和整改要求', max: 1000 },
  found: { type: 'number', label: '发现问题数' },
  summary: { type: 'long', label: '督查情况', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const planned = {
  title: fields.title,
  units: fields.units,
  onDay: fields.onDay,
  approvalNumber: fields.approvalNumber,
} as const

const cancel: Command = {
  label: '取消督查',
  by: ['superior', 'office'],
  input: { reason: { ...fields.reason, required: true } },
  records: 'InspectionCancelled',
  says: '取消：{reason}',
  keeps: ['reason'],
  to: 'cancelled',
  grave: true,
}

/**
 * 督促检查: planned, carried out on its subordinates, each problem found goes to the organisation
 * that has it as a rectification of its own. A street is inspected by the district's plan or approval.
 */
export const inspectionRound = defineKind({
  name: 'inspection-round',
  label: '督促检查',
  group: 'four-level-linkage',
  systems: ['supervise-inspect'],
  version: 1,
  about: '上级党组织督促检查下级：先列计划，发现的问题逐条交办整改；督查街道须列入计划或经批准。',
  fields,
  title: 'title',
  slots: { k1: 'approvalNumber', k3: 'level', n1: 'superior', n2: 'found', t1: 'onDay' },
  searched: ['title', 'summary'],
  relations: {
    ...superiorRelations,
    inspected: { label: '督查对象', roles: staff, is: { party: 'inspected' } },
  },
  see: ['superior', 'above', 'inspected'],
  seats: superiorSeats,
  responsible: 'superior',
  starts: {
    plan: {
      label: '列督查计划',
      by: ['starter'],
      input: planned,
      requires: ['onOwnSubordinates', 'isAhead', 'streetNeedsApproval'],
      records: 'InspectionPlanned',
      says: '计划 {onDay} 督查',
      keeps: Object.keys(planned),
      sets: ['actsAsSuperior', 'namesInspected'],
      to: 'planned',
    },
  },
  states: {
    planned: {
      label: '待实施',
      is: 'working',
      step: 1,
      expects: [{ seat: 'office', command: 'carryOut', clock: 'day' }],
      commands: {
        carryOut: {
          label: '实施督查',
          by: ['superior', 'office'],
          records: 'InspectionCarriedOut',
          says: '实施督查',
          to: 'underway',
        },
        cancel,
        noteLate: {
          label: '督查日期已过',
          by: ['clock'],
          records: 'InspectionRanLate',
          says: '督查日期已过，还没有实施',
          tells: ['office'],
        },
      },
    },
    underway: {
      label: '实施中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'office', command: 'conclude', clock: 'conclude' }],
      commands: {
        find: {
          label: '记问题并交办',
          by: ['superior', 'office'],
          input: {
            unit: { ...fields.unit, required: true, of: ['committee', 'street', 'community'] },
            title: { ...fields.title, label: '问题' },
            problem: { ...fields.problem, required: true },
            dueOn: { ...fields.dueOn, required: true },
          },
          requires: ['isInspected', 'isDueLater'],
          records: 'InspectionFound',
          says: '发现问题，交办 {unit}：{title}',
          sets: ['countsFinding'],
          effects: ['assignsRectification'],
        },
        conclude: {
          label: '结束督查',
          by: ['superior', 'office'],
          input: { summary: { ...fields.summary, required: true } },
          records: 'InspectionConcluded',
          says: '督查情况：{summary}',
          keeps: ['summary'],
          to: 'concluded',
        },
        cancel,
        noteConcludeLate: {
          label: '督查情况超时',
          by: ['clock'],
          records: 'InspectionConclusionRanLate',
          says: '实施后没有按时写明督查情况',
          tells: ['office'],
        },
      },
    },
    concluded: { label: '已结束', is: 'end', step: 3 },
    cancelled: { label: '已取消', is: 'end', step: 3 },
  },
  parties: {
    inspected: {
      label: '督查对象',
      start: 'named',
      states: { named: { label: '已列入', is: 'resting' } },
    },
  },
  clocks: {
    day: {
      label: '实施',
      stages: [{ limit: { until: 'onDay' }, asks: 'noteLate' }],
      runs: ['planned'],
      basis,
    },
    conclude: {
      label: '写明督查情况',
      stages: [{ limit: { parameter: 'inspection.conclude' }, asks: 'noteConcludeLate' }],
      runs: ['underway'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'day',
  rules: {
    onOwnSubordinates: onOwnSubordinates('units'),
    isAhead: {
      says: '督查日期不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') >= dayOf(at),
    },
    streetNeedsApproval: {
      id: 'R013',
      says: '督查街道的，应列入区委、区政府年度计划，或一事一报经批准',
      instead: '请填计划编号或批准文号；没有的，先申请报批',
      basis: '检查街道先由区里统一安排，安排以外的一件一报',
      input: true,
      holds: ({ input, world }) =>
        textOf(input, 'approvalNumber') !== undefined ||
        !listOf(input, 'units').some(
          (unit) => typeof unit === 'number' && world.directory.units.get(unit)?.type === 'street',
        ),
    },
    isInspected: {
      says: '这个单位不在本次督查对象之中',
      basis,
      input: true,
      holds: ({ input, record }) =>
        record.parties.some((party) => party.unit === numberOf(input, 'unit')),
    },
    isDueLater: {
      says: '整改期限应在今天之后',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
    },
  },
  setters: {
    actsAsSuperior,
    namesInspected: ({ input }) => ({
      fields: { found: 0 },
      join: listOf(input, 'units').flatMap((unit) =>
        typeof unit === 'number' ? [{ role: 'inspected', unit }] : [],
      ),
    }),
    countsFinding: ({ record }) => ({
      fields: { found: (numberOf(record.fields, 'found') ?? 0) + 1 },
    }),
  },
  effects: {
    assignsRectification: ({ record, input, words }) => [
      {
        open: 'rectification',
        command: 'assign',
        input: {
          inspection: record.id,
          superior: record.fields['superior'] ?? null,
          office: record.fields['office'] ?? null,
          level: record.fields['level'] ?? null,
          unit: input['unit'] ?? null,
          dueOn: input['dueOn'] ?? null,
        },
        words: { title: words['title'] ?? '', problem: words['problem'] ?? '' },
      },
    ],
  },
  counters: {
    opened: { label: '督查计划', on: { start: true } },
    found: { label: '督查发现问题', on: { event: 'InspectionFound' } },
  },
  parameters: {
    'inspection.conclude': limitParameter('督查情况时限', { qty: 10, unit: 'working-day' }),
  },
})
