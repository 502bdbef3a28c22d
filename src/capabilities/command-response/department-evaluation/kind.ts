import { defineKind } from '../../../kernel/kind.ts'
import { judging, replying } from './commands.ts'
import { counted } from './counters.ts'
import { fields } from './fields.ts'
import { rules } from './rules.ts'

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const
/**
 * 互评: after a whistle closed or a zone's forces were withdrawn, the street and each department that took part judge how the other
 * worked; each may reply once, and nobody changes what the other said. What is judged is the work
 * on this whistle, never how many whistles there were.
 */
export const departmentEvaluation = defineKind({
  name: 'department-evaluation',
  label: '街道部门互评',
  group: 'command-response',
  systems: ['street-evaluates-department'],
  version: 1,
  about: '销哨或战区撤收以后，街道评价每个参加的部门，部门评价街道，双方各可答复一次。',
  fields,
  title: 'title',
  slots: { k1: 'whistle', k2: 'order', n1: 'department', n2: 'street' },
  relations: {
    street: { label: '街道', roles: [...working, 'secretary'], is: { seat: 'street' } },
    department: { label: '部门', roles: working, is: { seat: 'department' } },
    supervisor: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
    leader: {
      label: '属地领导',
      roles: ['leader'],
      is: { unitType: ['committee', 'street'], over: 'place' },
    },
  },
  see: ['street', 'department', 'supervisor', 'leader'],
  seats: {
    street: { label: '街道', is: { field: 'street' } },
    department: { label: '部门', is: { field: 'department' } },
  },
  responsible: 'department',
  starts: {
    invite: {
      label: '请双方评价',
      by: ['effect'],
      input: {
        title: fields.title,
        whistle: fields.whistle,
        order: fields.order,
        street: { ...fields.street, required: true },
        department: { ...fields.department, required: true },
      },
      records: 'EvaluationInvited',
      says: '请双方评价',
      keeps: ['title', 'whistle', 'order', 'street', 'department'],
      sets: ['seatsBoth'],
      to: 'judging',
      tells: ['street', 'department'],
    },
  },
  states: {
    judging: {
      label: '待评价',
      is: 'working',
      step: 1,
      expects: [
        { seat: 'street', command: 'judgeDepartment', clock: 'judge', when: 'departmentUnjudged' },
        { seat: 'department', command: 'judgeStreet', clock: 'judge', when: 'streetUnjudged' },
      ],
      commands: {
        judgeDepartment: judging('department', 'street'),
        judgeStreet: judging('street', 'department'),
        lapse: {
          label: '评价期满',
          by: ['clock'],
          records: 'EvaluationLapsed',
          says: '评价期满',
          moves: [{ to: 'closed', when: 'nobodyJudged' }],
          to: 'replying',
        },
      },
    },
    replying: {
      label: '可以答复',
      is: 'resting',
      step: 2,
      commands: {
        replyAsDepartment: replying('department'),
        replyAsStreet: replying('street'),
        file: {
          label: '答复期满',
          by: ['clock'],
          records: 'EvaluationFiled',
          says: '答复期满，归档',
          to: 'closed',
        },
      },
    },
    closed: { label: '已归档', is: 'end', step: 3 },
  },
  parties: { department: side('部门'), street: side('街道') },
  clocks: {
    judge: {
      label: '评价',
      stages: [{ limit: { parameter: 'evaluation.judge' }, asks: 'lapse' }],
      runs: ['judging'],
      basis: '本市参数，可在设置中修改',
    },
    reply: {
      label: '答复',
      stages: [{ limit: { parameter: 'evaluation.reply' }, asks: 'file' }],
      runs: ['replying'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'judge',
  rules,
  setters: {
    seatsBoth: ({ input }) => ({
      join: (['department', 'street'] as const).flatMap((role) => {
        const unit = input[role]
        return typeof unit === 'number' ? [{ role, unit }] : []
      }),
    }),
  },
  claims: {
    pair: { label: '同一次吹哨的互评', fields: ['whistle', 'department'], while: 'always' },
    order: { label: '同一战区调度的评价', fields: ['order', 'department'], while: 'always' },
  },
  counters: { ...counted('department', '部门'), ...counted('street', '街道') },
  parameters: {
    'evaluation.judge': {
      label: '互评时限',
      type: 'limit',
      default: { qty: 5, unit: 'working-day' },
      basis: '本市参数，可在设置中修改',
    },
    'evaluation.reply': {
      label: '互评答复时限',
      type: 'limit',
      default: { qty: 5, unit: 'working-day' },
      basis: '本市参数，可在设置中修改',
    },
  },
})

/** Each side takes part, so that what is said of it counts under it. */
function side(label: string) {
  return {
    label,
    start: 'judged',
    states: { judged: { label: '参加互评', is: 'resting' } },
  } as const
}
