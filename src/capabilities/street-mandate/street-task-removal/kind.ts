import { textOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { inItsStreet, signers, staff, streetsAreWithin } from '../sides.ts'
import { taskKind } from '../task-kinds.ts'

const basis = '街道不再承担招商、协税一类经济指标任务'
const fields = {
  name: { type: 'code', label: '任务名称', required: true, max: 100 },
  taskKind,
  street: {
    type: 'unit',
    label: '街道',
    of: ['street'],
    required: true,
    default: 'own-unit',
  },
  dueOn: { type: 'day', label: '拟取消日期', required: true },
  documentNumber: { type: 'code', label: '文号', required: true, max: 60 },
  removedOn: { type: 'day', label: '取消日期', required: true, default: 'today' },
  note: { type: 'long', label: '说明', max: 1000 },
} as const

const remove: Omit<Command, 'to'> = {
  label: '取消',
  by: ['organiser'],
  input: { documentNumber: fields.documentNumber, removedOn: fields.removedOn },
  records: 'Removed',
  says: '已取消，{documentNumber}',
  keeps: ['documentNumber', 'removedOn'],
  tells: ['street'],
}
const says = { note: { ...fields.note, required: true } } as const

/**
 * A street and a sort of task it is to be relieved of: carried, planned, removed by a document,
 * verified by the district. When it comes back under another name, the street says so.
 */
export const streetTaskRemoval = defineKind({
  name: 'street-task-removal',
  label: '街道任务取消',
  group: 'street-mandate',
  systems: ['street-task-removal'],
  version: 1,
  about: '逐个街道、逐类任务登记招商引资、协税护税等任务的取消和核验，变相恢复的可以反映。',
  fields,
  title: 'name',
  slots: { k1: 'taskKind', n1: 'street', t1: 'removedOn' },
  countedBy: 'taskKind',
  relations: {
    registrar: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    street: { label: '本街道', roles: [...staff, ...signers], is: { seat: 'street' } },
    organiser: {
      label: '组织部门',
      roles: ['clerk', 'head'],
      is: { function: 'organise', over: 'place' },
    },
    verifier: {
      label: '督查部门',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    street: { label: '街道', is: { field: 'street' } },
    organiser: { label: '组织部门', is: { function: 'organise' } },
    verifier: { label: '督查部门', is: { function: 'supervise' } },
  },
  responsible: 'street',
  starts: {
    register: {
      label: '登记承担的任务',
      by: ['registrar', 'organiser'],
      input: { name: fields.name, taskKind, street: fields.street, note: fields.note },
      requires: ['streetsAreWithin'],
      records: 'Registered',
      says: '登记{street}承担{taskKind}',
      keeps: ['name', 'taskKind', 'street', 'note'],
      sets: ['inItsStreet'],
      moves: [{ to: 'otherCarried', when: 'isOther' }],
      to: 'carrying',
    },
  },
  states: {
    carrying: {
      label: '承担中',
      is: 'resting',
      step: 1,
      commands: {
        plan: {
          label: '拟取消',
          by: ['organiser'],
          input: { dueOn: fields.dueOn },
          records: 'RemovalPlanned',
          says: '拟于 {dueOn} 取消',
          keeps: ['dueOn'],
          to: 'planned',
          tells: ['street'],
        },
        remove: { ...remove, to: 'removed' },
      },
    },
    planned: {
      label: '拟取消',
      is: 'working',
      step: 2,
      expects: [{ seat: 'organiser', command: 'remove', clock: 'planned' }],
      commands: {
        remove: { ...remove, to: 'removed' },
        overrun: {
          label: '到期未取消',
          by: ['clock'],
          records: 'RemovalOverdue',
          says: '到拟取消日期仍未取消',
          tells: ['organiser'],
        },
      },
    },
    removed: {
      label: '已取消待核验',
      is: 'working',
      step: 3,
      expects: [{ seat: 'verifier', command: 'verify', clock: 'verify' }],
      commands: {
        verify: {
          label: '核验属实',
          by: ['verifier'],
          input: { note: fields.note },
          records: 'RemovalVerified',
          says: '核验属实',
          keeps: ['note'],
          to: 'verified',
        },
        doubt: {
          label: '核验不实',
          by: ['verifier'],
          input: says,
          records: 'RemovalDoubted',
          says: '核验不实，仍在承担',
          keeps: ['note'],
          to: 'carrying',
          tells: ['organiser', 'street'],
        },
        overrun: {
          label: '核验超时',
          by: ['clock'],
          records: 'VerificationOverdue',
          says: '超过核验时限',
        },
      },
    },
    verified: {
      label: '已取消',
      is: 'resting',
      step: 4,
      commands: {
        reportRelapse: {
          label: '反映变相下派',
          by: ['street'],
          input: says,
          records: 'RelapseReported',
          says: '反映变相下派',
          keeps: ['note'],
          to: 'relapsed',
          tells: ['organiser'],
        },
      },
    },
    relapsed: {
      label: '反映变相下派待处理',
      is: 'working',
      step: 4,
      expects: [{ seat: 'organiser', command: 'settle', clock: 'relapse' }],
      commands: {
        settle: {
          label: '答复处理结果',
          by: ['organiser'],
          input: says,
          records: 'RelapseSettled',
          says: '已核查处理并答复',
          keeps: ['note'],
          to: 'verified',
          tells: ['street'],
        },
        overrun: {
          label: '处理超时',
          by: ['clock'],
          records: 'RelapseOverdue',
          says: '超过处理时限',
          tells: ['verifier'],
        },
      },
    },
    otherCarried: {
      label: '承担中（其他任务）',
      is: 'resting',
      step: 1,
      commands: { lift: { ...remove, records: 'Lifted', to: 'lifted' } },
    },
    lifted: { label: '已取消（其他任务）', is: 'resting', step: 4 },
  },
  clocks: {
    planned: {
      label: '拟取消日期',
      stages: [{ limit: { until: 'dueOn' }, asks: 'overrun' }],
      runs: ['planned'],
      basis: '计划取消的日期',
    },
    verify: {
      label: '核验',
      stages: [{ limit: { parameter: 'removal.verify' }, asks: 'overrun' }],
      runs: ['removed'],
      basis,
    },
    relapse: {
      label: '处理反映',
      stages: [{ limit: { parameter: 'removal.relapse' }, asks: 'overrun' }],
      runs: ['relapsed'],
      basis,
    },
  },
  rules: {
    streetsAreWithin,
    isOther: {
      says: '是招商引资或协税护税任务',
      basis,
      holds: ({ record }) => textOf(record.fields, 'taskKind') === 'other',
    },
  },
  setters: { inItsStreet },
  claims: {
    task: { label: '街道的同类任务', fields: ['street', 'taskKind', 'name'], while: 'always' },
    mandatory: {
      label: '街道的同类任务',
      fields: ['street', 'taskKind'],
      while: 'always',
      states: ['carrying', 'planned', 'removed', 'verified', 'relapsed'],
    },
  },
  parameters: {
    'removal.verify': limitParameter('任务取消核验时限', { qty: 15, unit: 'working-day' }),
    'removal.relapse': limitParameter('变相下派处理时限', { qty: 10, unit: 'working-day' }),
  },
})
