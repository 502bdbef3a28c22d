import type { State } from '../../../kernel/kind.ts'
import { giverAndTaker } from '../two-way-pair/sides.ts'

export const fields = {
  ...giverAndTaker.fields,
  matter: { type: 'text', label: '事由', required: true, min: 4, max: 100 },
  cadre: { type: 'text', label: '干部', required: true, max: 60 },
  conclusion: {
    type: 'choice',
    label: '意见',
    required: true,
    options: [
      { value: 'good', label: '履行共建职责好' },
      { value: 'fair', label: '尚可' },
      { value: 'improve', label: '有待改进' },
    ],
  },
  opinion: { type: 'long', label: '具体意见', required: true, max: 2000 },
  outcome: {
    type: 'choice',
    label: '采纳情况',
    options: [
      { value: 'adopted', label: '采纳' },
      { value: 'partly', label: '部分采纳' },
      { value: 'notAdopted', label: '不采纳' },
    ],
  },
  why: { type: 'long', label: '理由', max: 1000, help: '没有全部采纳时写明' },
  decision: { type: 'long', label: '本单位的决定', required: true, max: 1000 },
  toldOn: { type: 'day', label: '告知本人日期' },
  objection: {
    type: 'long',
    label: '本人的不同意见',
    max: 1000,
    help: '照本人的原话写',
  },
  objectionBy: {
    type: 'choice',
    label: '不同意见是谁写的',
    options: [
      { value: 'written', label: '本人书面提出，照录' },
      { value: 'spoken', label: '本人口头提出，由征求一方记录' },
    ],
  },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const reply = {
  label: '反馈意见',
  by: ['taker'],
  input: { conclusion: fields.conclusion, opinion: fields.opinion },
  records: 'CadreOpinionGiven',
  says: '反馈意见',
  keeps: ['conclusion', 'opinion'],
  effects: ['notesOpinion'],
  to: 'replied',
  tells: ['giver'],
} as const

const conclude = {
  label: '反馈采纳情况',
  by: ['giver'],
  input: {
    outcome: fields.outcome,
    why: fields.why,
    decision: fields.decision,
    toldOn: fields.toldOn,
    objection: fields.objection,
    objectionBy: fields.objectionBy,
  },
  requires: ['wasHeard', 'saysIfAdopted', 'personWasTold', 'toldInItsTime', 'saysWhoseWords'],
  records: 'CadreOpinionConcluded',
  says: '反馈采纳情况，已告知本人',
  keeps: ['outcome', 'why', 'decision', 'toldOn', 'objection', 'objectionBy'],
  to: 'closed',
  tells: ['taker'],
} as const

const withdraw = {
  label: '撤回征求',
  by: ['giver'],
  input: { reason: { ...fields.reason, required: true } },
  records: 'CadreOpinionWithdrawn',
  says: '撤回征求',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['taker'],
} as const

const noteLate = {
  label: '反馈采纳情况超时',
  by: ['clock'],
  records: 'CadreOpinionRanLate',
  says: '没有按时反馈采纳情况',
  tells: ['giver'],
} as const

/** 征求 → 反馈意见 → 反馈采纳情况，告知本人. */
export const states: Readonly<Record<string, State>> = {
  asked: {
    label: '征求意见',
    is: 'working',
    step: 1,
    expects: [{ seat: 'taker', command: 'reply', clock: 'reply' }],
    commands: {
      reply,
      conclude,
      withdraw,
      lapse: {
        label: '逾期未反馈',
        by: ['clock'],
        records: 'CadreOpinionLapsed',
        says: '期限内没有反馈意见',
        to: 'lapsed',
        tells: ['giver', 'taker'],
      },
    },
  },
  lapsed: {
    label: '逾期未反馈',
    is: 'working',
    step: 2,
    expects: [{ seat: 'giver', command: 'conclude', clock: 'conclude' }],
    commands: { reply, conclude, withdraw, noteLate },
  },
  replied: {
    label: '已反馈意见',
    is: 'working',
    step: 2,
    expects: [{ seat: 'giver', command: 'conclude', clock: 'conclude' }],
    commands: { conclude, noteLate },
  },
  closed: { label: '已办结', is: 'end', step: 3 },
  withdrawn: { label: '已撤回', is: 'end', step: 3 },
}
