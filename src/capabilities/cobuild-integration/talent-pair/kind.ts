import { numberOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { above, cityMaySet, ownUnit, signers, staff, whereUnitLies } from '../partners.ts'

const basis = '通过干部交叉任职、人才结对培养等加强组织共建'

const fields = {
  mentor: { type: 'text', label: '带教人', required: true, min: 2, max: 60 },
  mentorUnit: { type: 'unit', label: '带教人单位' },
  learner: { type: 'text', label: '培养对象', required: true, min: 2, max: 60 },
  learnerUnit: { type: 'unit', label: '培养对象单位', required: true },
  plan: { type: 'long', label: '培养计划', required: true, max: 2000 },
  until: { type: 'day', label: '结对至', required: true },
  meetings: { type: 'number', label: '见面次数' },
  metOn: { type: 'day', label: '最近见面' },
  words: { type: 'text', label: '见面内容', max: 300 },
  result: { type: 'long', label: '培养成效', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { mentor, learner, learnerUnit, plan, until } = fields
const opening = { mentor, learner, learnerUnit, plan, until }

/** 人才结对培养: who teaches whom, both with their units, by which plan, how often they met and what
 *  came of it. */
export const talentPair = defineKind({
  name: 'talent-pair',
  label: '人才结对培养',
  group: 'cobuild-integration',
  systems: ['cross-post-pairing'],
  version: 1,
  about: '单位与街道社区的人才结对：双方的人和单位、计划、见面、成效。',
  fields,
  title: 'learner',
  slots: { n1: 'mentorUnit', n2: 'learnerUnit', t1: 'until' },
  relations: {
    starter: { label: '带教人单位', roles: staff, is: { anyone: 'post' } },
    mentorUnit: { label: '带教人单位', roles: staff, is: { seat: 'mentorUnit' } },
    learnerUnit: { label: '培养对象单位', roles: staff, is: { seat: 'learnerUnit' } },
    learnerSigner: { label: '培养对象单位负责人', roles: signers, is: { seat: 'learnerUnit' } },
    above,
  },
  see: ['mentorUnit', 'learnerUnit', 'above'],
  seats: {
    mentorUnit: { label: '带教人单位', is: { field: 'mentorUnit' } },
    learnerUnit: { label: '培养对象单位', is: { field: 'learnerUnit' } },
  },
  responsible: 'learnerUnit',
  starts: {
    offer: {
      label: '提出结对',
      by: ['starter'],
      input: opening,
      requires: ['twoUnits'],
      records: 'TalentPairOffered',
      says: '{unit} 提出结对',
      keeps: Object.keys(opening),
      sets: ['keepsMentor'],
      to: 'offered',
      tells: ['learnerUnit'],
    },
  },
  states: {
    offered: {
      label: '待对方同意',
      is: 'working',
      step: 1,
      expects: [{ seat: 'learnerUnit', command: 'agree', clock: 'agree' }],
      commands: {
        agree: {
          label: '同意结对',
          by: ['learnerSigner'],
          records: 'TalentPairAgreed',
          says: '{unit} 同意结对',
          to: 'paired',
          tells: ['mentorUnit'],
        },
        decline: {
          label: '不结对',
          by: ['learnerSigner'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'TalentPairDeclined',
          says: '不结对：{reason}',
          keeps: ['reason'],
          to: 'declined',
          tells: ['mentorUnit'],
        },
        noteAgreeLate: {
          label: '答复超时',
          by: ['clock'],
          records: 'TalentPairAgreeRanLate',
          says: '没有按时答复',
          tells: ['learnerUnit'],
        },
      },
    },
    paired: {
      label: '培养中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'learnerUnit', command: 'finish', clock: 'term' }],
      commands: {
        meet: {
          label: '记一次见面',
          by: ['mentorUnit', 'learnerUnit'],
          input: {
            metOn: { ...fields.metOn, required: true, default: 'today' },
            words: fields.words,
          },
          records: 'TalentPairMet',
          says: '{metOn} 见面',
          keeps: ['metOn', 'words'],
          sets: ['countsMeeting'],
        },
        finish: {
          label: '结束培养',
          by: ['learnerSigner'],
          input: { result: { ...fields.result, required: true } },
          records: 'TalentPairFinished',
          says: '培养成效：{result}',
          keeps: ['result'],
          to: 'finished',
          tells: ['mentorUnit'],
        },
        noteTermOver: {
          label: '结对到期',
          by: ['clock'],
          records: 'TalentPairTermOver',
          says: '结对到期，待写成效',
          tells: ['learnerUnit', 'mentorUnit'],
        },
      },
    },
    declined: { label: '未结对', is: 'end', step: 3 },
    finished: { label: '已结束', is: 'end', step: 3 },
  },
  clocks: {
    agree: {
      label: '答复',
      stages: [{ limit: { parameter: 'talentPair.answer' }, asks: 'noteAgreeLate' }],
      runs: ['offered'],
      basis: cityMaySet,
    },
    term: {
      label: '结对期',
      stages: [{ limit: { until: 'until' }, asks: 'noteTermOver' }],
      runs: ['paired'],
      basis,
    },
  },
  mainClock: 'term',
  rules: {
    twoUnits: {
      id: 'R128',
      says: '结对的双方来自两个单位',
      instead: '请选择另一个单位',
      basis,
      input: true,
      holds: (context) => ownUnit(context) !== numberOf(context.input, 'learnerUnit'),
    },
  },
  setters: {
    keepsMentor: (context) => ({
      fields: { mentorUnit: ownUnit(context) ?? null, meetings: 0 },
      ...whereUnitLies(context, numberOf(context.input, 'learnerUnit')),
    }),
    countsMeeting: ({ record }) => ({
      fields: { meetings: (numberOf(record.fields, 'meetings') ?? 0) + 1 },
    }),
  },
  counters: {
    paired: { label: '培养中的结对', cohort: ({ state }) => state === 'paired' },
    met: { label: '见面', on: { event: 'TalentPairMet' } },
  },
  parameters: {
    'talentPair.answer': limitParameter('人才结对答复时限', { qty: 10, unit: 'working-day' }),
  },
})
