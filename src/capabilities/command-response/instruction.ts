import { defineKind } from '../../kernel/kind.ts'

const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  about: { type: 'record', of: 'resident-appeal', label: '批示的事项' },
  leader: { type: 'unit', label: '批示单位' },
  instruction: { type: 'long', label: '批示意见', required: true, max: 500 },
  unit: { type: 'unit', label: '落实单位', required: true },
  dueOn: { type: 'day', label: '要求反馈日期', required: true },
  reply: { type: 'long', label: '落实情况', max: 1000 },
  reason: { type: 'text', label: '退回理由', max: 300 },
} as const

/** 批示: a leader's instruction on a matter, which becomes a dated to-do of a unit and ends only
 *  when the leader has taken note of the reply. */
export const instruction = defineKind({
  name: 'instruction',
  label: '领导批示',
  group: 'command-response',
  systems: ['swift-response'],
  version: 1,
  about: '领导对具体事项的批示，明确落实单位和反馈日期，落实情况由批示人阅示后办结。',
  fields,
  title: 'title',
  slots: { k1: 'about', n1: 'unit', n2: 'leader' },
  searched: ['title', 'instruction'],
  relations: {
    leader: { label: '批示人', roles: ['leader', 'head'], is: { seat: 'leader' } },
    doer: {
      label: '落实单位',
      roles: ['clerk', 'dispatcher', 'head', 'worker', 'agent'],
      is: { seat: 'doer' },
    },
    supervisor: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
  },
  see: ['leader', 'doer', 'supervisor'],
  seats: {
    leader: { label: '批示单位', is: { field: 'leader' } },
    doer: { label: '落实单位', is: { field: 'unit' } },
  },
  responsible: 'doer',
  starts: {
    give: {
      label: '批示',
      by: ['effect'],
      input: {
        title: fields.title,
        about: fields.about,
        leader: fields.leader,
        instruction: fields.instruction,
        unit: fields.unit,
        dueOn: fields.dueOn,
      },
      records: 'InstructionGiven',
      says: '批示：{instruction}',
      keeps: ['title', 'about', 'leader', 'instruction', 'unit', 'dueOn'],
      to: 'given',
      tells: ['doer'],
    },
  },
  states: {
    given: {
      label: '待落实',
      is: 'working',
      step: 1,
      expects: [{ seat: 'doer', command: 'report', clock: 'reply' }],
      commands: {
        report: {
          label: '反馈落实情况',
          by: ['doer'],
          input: { reply: { ...fields.reply, required: true, min: 2 } },
          records: 'InstructionReported',
          says: '反馈：{reply}',
          keeps: ['reply'],
          to: 'reported',
          tells: ['leader'],
        },
        revoke: {
          label: '撤回批示',
          by: ['leader'],
          records: 'InstructionRevoked',
          says: '撤回批示',
          to: 'revoked',
          grave: true,
        },
        noteLate: {
          label: '反馈超时',
          by: ['clock'],
          records: 'InstructionRanLate',
          says: '超过反馈日期',
          tells: ['doer', 'leader'],
        },
      },
    },
    reported: {
      label: '待阅示',
      is: 'working',
      step: 2,
      expects: [{ seat: 'leader', command: 'accept', clock: 'read' }],
      commands: {
        accept: {
          label: '阅，同意',
          by: ['leader'],
          records: 'InstructionAccepted',
          says: '阅，同意',
          to: 'done',
          tells: ['doer'],
        },
        again: {
          label: '再办',
          by: ['leader'],
          input: { reason: { ...fields.reason, required: true }, dueOn: fields.dueOn },
          records: 'InstructionRenewed',
          says: '再办：{reason}',
          keeps: ['dueOn', 'reason'],
          to: 'given',
          tells: ['doer'],
        },
        lapse: {
          label: '视为已阅',
          by: ['clock'],
          records: 'InstructionLapsed',
          says: '期满，视为已阅',
          to: 'done',
          tells: ['doer'],
        },
      },
    },
    done: { label: '已办结', is: 'end', step: 3 },
    revoked: { label: '已撤回', is: 'end', step: 3 },
  },
  clocks: {
    reply: {
      label: '反馈',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['given'],
      basis: '批示要求的反馈日期',
    },
    read: {
      label: '阅示',
      stages: [{ limit: { parameter: 'instruction.read' }, asks: 'lapse' }],
      runs: ['reported'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'reply',
  rules: {},
  counters: {
    given: { label: '批示', on: { start: true } },
    late: { label: '批示反馈超时', on: { event: 'InstructionRanLate' } },
  },
  parameters: {
    'instruction.read': {
      label: '阅示时限',
      type: 'limit',
      default: { qty: 10, unit: 'working-day' },
      basis: '本市参数，可在设置中修改',
    },
  },
})
