import { listOf, numberOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actsAsSuperior, staff, superiorRelations, superiorSeats } from '../superior.ts'
import { basis, fields } from './fields.ts'
import { rules } from './rules.ts'

const planned = {
  title: fields.title,
  units: fields.units,
  onDay: fields.onDay,
  plan: fields.plan,
  approval: fields.approval,
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
  slots: { k1: 'plan', k2: 'approval', k3: 'level', n1: 'superior', n2: 'found', t1: 'onDay' },
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
  facts: {
    plan: granted('inspection-plan', 'plan'),
    approval: granted('street-inspection-approval', 'approval'),
  },
  rules,
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

/** What the district's Party committee and government both agreed to, while it holds. */
function granted(kind: string, input: string) {
  return { kind, where: { id: { input } }, states: ['inForce'], want: 'first' } as const
}
