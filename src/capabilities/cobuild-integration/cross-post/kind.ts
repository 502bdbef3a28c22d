import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { above, cityMaySet, ownUnit, signers, staff, whereUnitLies } from '../partners.ts'

const basis = '通过干部交叉任职、人才结对培养等加强组织共建'

const fields = {
  person: { type: 'text', label: '干部', required: true, min: 2, max: 60 },
  home: { type: 'unit', label: '原单位' },
  homePost: { type: 'text', label: '原职务', required: true, max: 60 },
  host: { type: 'unit', label: '任职单位', required: true },
  hostPost: { type: 'text', label: '任职职务', required: true, max: 60 },
  from: { type: 'day', label: '任职自', required: true },
  until: { type: 'day', label: '任职至', required: true },
  result: { type: 'long', label: '任职小结', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { person, homePost, host, hostPost, from, until } = fields
const opening = { person, homePost, host, hostPost, from, until }
const reason = { reason: { ...fields.reason, required: true } }

/** 交叉任职: a cadre holds two posts in two organisations, between two days, as their organisation
 *  department approved. */
export const crossPost = defineKind({
  name: 'cross-post',
  label: '干部交叉任职',
  group: 'cobuild-integration',
  systems: ['cross-post-pairing'],
  version: 1,
  about: '街道社区与单位的干部交叉任职：两个单位、两个职务、起止日期和审批部门。',
  fields,
  title: 'person',
  slots: { n1: 'home', n2: 'host', t1: 'until' },
  relations: {
    starter: { label: '原单位', roles: staff, is: { anyone: 'post' } },
    home: { label: '原单位', roles: staff, is: { seat: 'home' } },
    host: { label: '任职单位', roles: staff, is: { seat: 'host' } },
    hostSigner: { label: '任职单位负责人', roles: signers, is: { seat: 'host' } },
    approver: { label: '区委组织部', roles: ['clerk', ...signers], is: { seat: 'approver' } },
    above,
  },
  see: ['home', 'host', 'above'],
  seats: {
    home: { label: '原单位', is: { field: 'home' } },
    host: { label: '任职单位', is: { field: 'host' } },
    approver: { label: '区委组织部', is: { function: 'organise', level: 'district' } },
  },
  responsible: 'host',
  starts: {
    propose: {
      label: '提出交叉任职',
      by: ['starter'],
      input: opening,
      requires: ['twoOrganisations', 'datesRunForward'],
      records: 'CrossPostProposed',
      says: '{unit} 提出交叉任职',
      keeps: Object.keys(opening),
      sets: ['keepsHome'],
      to: 'proposed',
      tells: ['host'],
    },
  },
  states: {
    proposed: {
      label: '待任职单位同意',
      is: 'working',
      step: 1,
      expects: [{ seat: 'host', command: 'agree', clock: 'agree' }],
      commands: {
        agree: {
          label: '同意任职',
          by: ['hostSigner'],
          records: 'CrossPostAgreed',
          says: '{unit} 同意',
          to: 'agreed',
          tells: ['approver'],
        },
        decline: {
          label: '不同意',
          by: ['hostSigner'],
          input: reason,
          records: 'CrossPostDeclined',
          says: '不同意：{reason}',
          keeps: ['reason'],
          to: 'refused',
          tells: ['home'],
        },
        noteAgreeLate: {
          label: '答复超时',
          by: ['clock'],
          records: 'CrossPostAgreeRanLate',
          says: '没有按时答复',
          tells: ['host'],
        },
      },
    },
    agreed: {
      label: '待审批',
      is: 'working',
      step: 2,
      expects: [{ seat: 'approver', command: 'approve', clock: 'approve' }],
      commands: {
        approve: {
          label: '审批同意',
          by: ['approver'],
          records: 'CrossPostApproved',
          says: '{unit} 审批同意',
          to: 'serving',
          tells: ['home', 'host'],
        },
        reject: {
          label: '审批不同意',
          by: ['approver'],
          input: reason,
          records: 'CrossPostRejected',
          says: '审批不同意：{reason}',
          keeps: ['reason'],
          to: 'refused',
          tells: ['home', 'host'],
        },
        noteApproveLate: {
          label: '审批超时',
          by: ['clock'],
          records: 'CrossPostApproveRanLate',
          says: '没有按时审批',
          tells: ['approver'],
        },
      },
    },
    serving: {
      label: '任职中',
      is: 'working',
      step: 3,
      expects: [{ seat: 'host', command: 'finish', clock: 'term' }],
      commands: {
        finish: {
          label: '结束任职',
          by: ['hostSigner'],
          input: { result: { ...fields.result, required: true } },
          records: 'CrossPostFinished',
          says: '结束任职：{result}',
          keeps: ['result'],
          to: 'finished',
          tells: ['home'],
        },
        noteTermOver: {
          label: '任职到期',
          by: ['clock'],
          records: 'CrossPostTermOver',
          says: '任职到期，待写小结',
          tells: ['host', 'home'],
        },
      },
    },
    refused: { label: '未任职', is: 'end', step: 4 },
    finished: { label: '已结束', is: 'end', step: 4 },
  },
  clocks: {
    agree: {
      label: '答复',
      stages: [{ limit: { parameter: 'crossPost.answer' }, asks: 'noteAgreeLate' }],
      runs: ['proposed'],
      basis: cityMaySet,
    },
    approve: {
      label: '审批',
      stages: [{ limit: { parameter: 'crossPost.answer' }, asks: 'noteApproveLate' }],
      runs: ['agreed'],
      basis: cityMaySet,
    },
    term: {
      label: '任期',
      stages: [{ limit: { until: 'until' }, asks: 'noteTermOver' }],
      runs: ['serving'],
      basis,
    },
  },
  mainClock: 'term',
  rules: {
    twoOrganisations: {
      id: 'R128',
      says: '交叉任职的两个职务要在两个不同的单位',
      instead: '请选择另一个单位',
      basis,
      input: true,
      holds: (context) => ownUnit(context) !== numberOf(context.input, 'host'),
    },
    datesRunForward: {
      id: 'R128',
      says: '任职的截止日期要在起始日期之后',
      basis,
      input: true,
      holds: ({ input }) => (textOf(input, 'until') ?? '') > (textOf(input, 'from') ?? ''),
    },
  },
  setters: {
    keepsHome: (context) => ({
      fields: { home: ownUnit(context) ?? null },
      ...whereUnitLies(context, numberOf(context.input, 'host')),
    }),
  },
  counters: {
    serving: { label: '交叉任职中的干部', cohort: ({ state }) => state === 'serving' },
  },
  parameters: {
    'crossPost.answer': limitParameter('交叉任职答复和审批时限', { qty: 10, unit: 'working-day' }),
  },
})
