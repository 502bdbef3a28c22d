import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { inItsStreet, signers, staff, streetsAreWithin } from '../sides.ts'
import { taskKind } from '../task-kinds.ts'

const basis = '没有依据的下派一律退回并留痕；街道反映的，区里必须答复'
const fields = {
  title: { type: 'text', label: '下派的任务', required: true, max: 100 },
  taskKind: { ...taskKind, required: false },
  street: {
    type: 'unit',
    label: '街道',
    of: ['street'],
    required: true,
    default: 'own-unit',
  },
  department: { type: 'unit', label: '下派单位', required: true },
  ground: {
    type: 'choice',
    label: '违规情形',
    options: [
      { value: 'uncovered', label: '没有清单依据，也没有准入' },
      { value: 'removed', label: '这类任务已经取消' },
      { value: 'outside', label: '平台外下派' },
    ],
  },
  account: { type: 'long', label: '情况', max: 1000 },
  outcome: {
    type: 'choice',
    label: '处理结果',
    required: true,
    options: [
      { value: 'withdrawn', label: '属实，已责令收回' },
      { value: 'toAdmission', label: '属实，要求按程序申请准入' },
      { value: 'unfounded', label: '不属实' },
    ],
  },
  answer: { type: 'long', label: '答复', required: true, max: 1000 },
} as const
const report = {
  by: ['street'],
  input: { account: { ...fields.account, required: true } },
  keeps: ['account'],
  to: 'reported',
  tells: ['answerer'],
}

/**
 * What somebody tried to send to a street and could not, or sent past the platform: the street and
 * its district see it, and what the street reports is answered in time.
 */
export const refusedTask = defineKind({
  name: 'refused-task',
  label: '违规下派记录',
  group: 'street-mandate',
  systems: ['street-duty-admission'],
  version: 1,
  about: '部门违规下派被退回的留痕，和街道反映的违规下派；街道反映的，区里限时答复。',
  fields,
  title: 'title',
  slots: { k1: 'ground', k2: 'outcome', n1: 'street', n2: 'department' },
  relations: {
    reporter: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    street: { label: '本街道', roles: [...staff, ...signers], is: { seat: 'street' } },
    answerer: {
      label: '组织部门',
      roles: ['clerk', 'head', 'leader'],
      is: { seat: 'answerer' },
    },
    above: { label: '上级组织部门', is: { function: 'organise', over: 'place' } },
    committee: { label: '党委', is: { function: 'lead', over: 'place' } },
    government: { label: '政府', is: { function: 'govern', over: 'place' } },
    department: { label: '下派单位', is: { seat: 'department' } },
  },
  see: ['street', 'above', 'committee', 'government', 'department'],
  seats: {
    street: { label: '街道', is: { field: 'street' } },
    department: { label: '下派单位', is: { field: 'department' } },
    answerer: { label: '区委组织部', is: { function: 'organise' } },
  },
  responsible: 'street',
  countedBy: 'ground',
  starts: {
    note: {
      label: '留痕',
      by: ['effect'],
      input: {
        title: fields.title,
        taskKind: fields.taskKind,
        street: fields.street,
        department: fields.department,
        ground: fields.ground,
      },
      records: 'AttemptNoted',
      says: '{department}下派被退回：{ground}',
      keeps: ['title', 'taskKind', 'street', 'department', 'ground'],
      sets: ['inItsStreet'],
      to: 'noted',
      tells: ['street'],
    },
    report: {
      ...report,
      label: '反映违规下派',
      by: ['reporter'],
      input: {
        title: fields.title,
        street: fields.street,
        department: fields.department,
        ...report.input,
      },
      requires: ['streetsAreWithin'],
      records: 'MisuseReported',
      says: '反映{department}违规下派',
      keeps: ['title', 'street', 'department', ...report.keeps],
      sets: ['inItsStreet', 'isOutside'],
    },
  },
  states: {
    noted: {
      label: '已退回留痕',
      is: 'resting',
      step: 1,
      commands: {
        raise: {
          ...report,
          label: '请区里处理',
          records: 'AttemptRaised',
          says: '请区里处理',
        },
      },
    },
    reported: {
      label: '待区里答复',
      is: 'working',
      step: 2,
      expects: [{ seat: 'answerer', command: 'answer', clock: 'answer' }],
      commands: {
        answer: {
          label: '答复街道',
          by: ['answerer'],
          input: { outcome: fields.outcome, answer: fields.answer },
          records: 'ReportAnswered',
          says: '答复：{outcome}',
          keeps: ['outcome', 'answer'],
          to: 'answered',
          tells: ['street', 'department'],
        },
        overrun: {
          label: '答复超时',
          by: ['clock'],
          records: 'AnswerOverdue',
          says: '超过答复时限',
          tells: ['street'],
        },
      },
    },
    answered: { label: '已答复', is: 'end', step: 3 },
  },
  clocks: {
    answer: {
      label: '答复',
      stages: [{ limit: { parameter: 'misuse.answer' }, asks: 'overrun' }],
      runs: ['reported'],
      basis,
    },
  },
  mainClock: 'answer',
  rules: { streetsAreWithin },
  setters: { inItsStreet, isOutside: () => ({ fields: { ground: 'outside' } }) },
  counters: {
    noted: { label: '退回的下派', on: { event: 'AttemptNoted' } },
    reported: { label: '街道反映', on: { enters: 'reported' } },
  },
  parameters: {
    'misuse.answer': limitParameter('违规下派答复时限', { qty: 10, unit: 'working-day' }),
  },
})
