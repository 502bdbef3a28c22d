import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { cityMaySet } from '../partners.ts'
import { basis, giverAndTaker, notes } from '../two-way-pair/sides.ts'

const fields = {
  ...giverAndTaker.fields,
  title: { type: 'text', label: '责任事项', required: true, max: 200 },
  detail: { type: 'long', label: '具体要求', max: 1000 },
  dueOn: { type: 'day', label: '完成期限', required: true },
  progress: { type: 'long', label: '落实情况', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { pair, giver, taker, side, title, detail, dueOn } = fields
const opening = { pair, giver, taker, side, title, detail, dueOn }
const reason = { reason: { ...fields.reason, required: true } }

/** 双向责任: what one side of a pair owes the other. The other signs it and confirms what was done. */
export const twoWayDuty = defineKind({
  name: 'two-way-duty',
  label: '双向责任事项',
  group: 'cobuild-integration',
  systems: ['two-way-responsibility'],
  version: 1,
  about: '结对双方各自列出对对方的责任，对方签认，落实后由对方确认。',
  fields,
  title: 'title',
  slots: { k1: 'pair', k2: 'side', n1: 'giver', n2: 'taker', t1: 'dueOn' },
  searched: ['title'],
  relations: giverAndTaker.relations,
  see: ['giver', 'taker', 'above'],
  seats: giverAndTaker.seats,
  responsible: 'giver',
  starts: {
    owe: {
      label: '列入责任',
      by: ['effect'],
      input: opening,
      records: 'TwoWayDutyDrafted',
      says: '列入责任',
      keeps: Object.keys(opening),
      to: 'drafted',
      tells: ['taker'],
    },
  },
  states: {
    drafted: {
      label: '待对方签认',
      is: 'working',
      step: 1,
      expects: [{ seat: 'taker', command: 'sign', clock: 'sign' }],
      commands: {
        sign: {
          label: '签认',
          by: ['takerSigner'],
          records: 'TwoWayDutySigned',
          says: '{unit} 签认',
          effects: ['notesDuty'],
          to: 'inForce',
          tells: ['giver'],
        },
        refuse: {
          label: '不签认',
          by: ['takerSigner'],
          input: reason,
          records: 'TwoWayDutyRefused',
          says: '不签认：{reason}',
          keeps: ['reason'],
          to: 'refused',
          tells: ['giver'],
        },
        noteSignLate: {
          label: '签认超时',
          by: ['clock'],
          records: 'TwoWayDutySignRanLate',
          says: '没有按时签认',
          tells: ['taker'],
        },
      },
    },
    inForce: {
      label: '落实中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'giver', command: 'report', clock: 'due' }],
      commands: {
        report: {
          label: '报落实情况',
          by: ['giver'],
          input: { progress: { ...fields.progress, required: true } },
          records: 'TwoWayDutyReported',
          says: '落实情况：{progress}',
          keeps: ['progress'],
          to: 'reported',
          tells: ['taker'],
        },
        noteLate: {
          label: '落实超时',
          by: ['clock'],
          records: 'TwoWayDutyRanLate',
          says: '超过完成期限',
          tells: ['giver', 'taker'],
        },
      },
    },
    reported: {
      label: '待对方确认',
      is: 'working',
      step: 3,
      expects: [{ seat: 'taker', command: 'confirm', clock: 'confirm' }],
      commands: {
        confirm: {
          label: '确认落实',
          by: ['taker'],
          records: 'TwoWayDutyConfirmed',
          says: '{unit} 确认落实',
          effects: ['notesDuty'],
          to: 'done',
          tells: ['giver'],
        },
        sendBack: {
          label: '还没落实',
          by: ['taker'],
          input: reason,
          records: 'TwoWayDutySentBack',
          says: '还没落实：{reason}',
          keeps: ['reason'],
          to: 'inForce',
          tells: ['giver'],
        },
        noteConfirmLate: {
          label: '确认超时',
          by: ['clock'],
          records: 'TwoWayDutyConfirmRanLate',
          says: '没有按时确认',
          tells: ['taker'],
        },
      },
    },
    refused: { label: '未签认', is: 'end', step: 4 },
    done: { label: '已落实', is: 'end', step: 4 },
  },
  clocks: {
    sign: {
      label: '签认',
      stages: [{ limit: { parameter: 'twoWayDuty.sign' }, asks: 'noteSignLate' }],
      runs: ['drafted'],
      basis: cityMaySet,
    },
    due: {
      label: '完成期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['inForce'],
      basis,
    },
    confirm: {
      label: '确认',
      stages: [{ limit: { parameter: 'twoWayDuty.confirm' }, asks: 'noteConfirmLate' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  rules: {},
  effects: { notesDuty: notes('responsibility') },
  counters: {
    signed: { label: '签认的责任', cohort: ({ state }) => !['drafted', 'refused'].includes(state) },
    done: { label: '落实的责任', cohort: ({ state }) => state === 'done' },
  },
  parameters: {
    'twoWayDuty.sign': limitParameter('双向责任签认时限', { qty: 5, unit: 'working-day' }),
    'twoWayDuty.confirm': limitParameter('双向责任确认时限', { qty: 5, unit: 'working-day' }),
  },
})
