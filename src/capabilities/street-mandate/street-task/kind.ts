import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { inItsStreet, signers, staff } from '../sides.ts'
import { fields } from './fields.ts'
import { effects, facts, rules } from './rules.ts'
import { states } from './states.ts'

const basis = '下派街道的任务限时签收、反馈和确认，本市可设置'

/**
 * 下派任务: a department sends a street a task that its duty list or an admission in force covers.
 * The street accepts, does it and reports; the department confirms. What nothing covers is refused,
 * and the street sees that it was tried.
 */
export const streetTask = defineKind({
  name: 'street-task',
  label: '下派街道任务',
  group: 'street-mandate',
  systems: ['street-duty-admission'],
  version: 1,
  about: '市、区部门依据清单事项或生效的准入向街道下派任务，街道签收、办理、反馈，部门确认。',
  fields,
  title: 'title',
  slots: { k1: 'dutyItem', k2: 'admission', k3: 'taskKind', n1: 'street', n2: 'department' },
  searched: ['title'],
  relations: {
    sender: { label: '职能部门', roles: staff, is: { unitType: ['department'], over: 'place' } },
    department: { label: '下派部门', roles: [...staff, ...signers], is: { seat: 'department' } },
    street: { label: '承接街道', roles: staff, is: { seat: 'street' } },
    ofStreet: { label: '街道', is: { seat: 'street' } },
    above: { label: '组织部门', is: { function: 'organise', over: 'place' } },
  },
  see: ['department', 'ofStreet', 'above'],
  seats: {
    department: { label: '下派部门', is: { field: 'department' } },
    street: { label: '承接街道', is: { field: 'street' } },
  },
  responsible: 'street',
  starts: {
    send: {
      label: '下派任务',
      by: ['sender'],
      input: {
        title: fields.title,
        street: fields.street,
        taskKind: fields.taskKind,
        matter: fields.matter,
        dutyItem: fields.dutyItem,
        admission: fields.admission,
        dueOn: fields.dueOn,
      },
      requires: ['streetsAreWithin', 'notRelieved', 'isCovered', 'dueLater'],
      records: 'TaskSent',
      says: '向{street}下派任务',
      keeps: ['title', 'street', 'taskKind', 'matter', 'dutyItem', 'admission', 'dueOn'],
      sets: ['inItsStreet', 'isSender'],
      to: 'sent',
      tells: ['street'],
    },
  },
  states,
  clocks: {
    accept: {
      label: '签收',
      stages: [{ limit: { parameter: 'task.accept' }, asks: 'acceptOverrun' }],
      runs: ['sent'],
      basis,
    },
    due: {
      label: '办理',
      stages: [{ limit: { until: 'dueOn' }, asks: 'overrun' }],
      runs: ['sent', 'doing'],
      basis: '下派时写明的完成日期',
    },
    confirm: {
      label: '确认',
      stages: [{ limit: { parameter: 'task.confirm' }, asks: 'confirmOverrun' }],
      runs: ['reported'],
      basis,
    },
  },
  mainClock: 'due',
  facts,
  rules,
  setters: {
    inItsStreet,
    isSender: ({ actor }) => ({
      fields: { department: actor.by === 'post' ? actor.post.unit : null },
    }),
  },
  effects,
  counters: { sent: { label: '下派任务', on: { start: true } } },
  parameters: {
    'task.accept': limitParameter('下派任务签收时限', { qty: 2, unit: 'working-day' }),
    'task.confirm': limitParameter('下派任务确认时限', { qty: 3, unit: 'working-day' }),
  },
})
