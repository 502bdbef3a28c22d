import type { Command } from '../../../kernel/kind.ts'
import { because, fields, feelings } from './fields.ts'

const dispatching = {
  lead: { ...fields.lead, required: true },
  category: { ...fields.category, required: true },
  limitClass: { ...fields.limitClass, required: true },
  dutyItem: fields.dutyItem,
  precedent: fields.precedent,
} as const

const dispatchRules = [
  'unitCanTakeIt',
  'communityOnlyAssists',
  'itemIsInForce',
  'withdrawnItemStaysAbove',
  'leadIsNamed',
]
const dispatchKeeps = ['lead', 'category', 'limitClass', 'dutyItem', 'precedent']

/** What more than one state offers is declared once, with one event. */
export const dispatch: Command = {
  label: '派单',
  by: ['desk'],
  input: dispatching,
  requires: dispatchRules,
  records: 'Dispatched',
  says: '派单至 {lead}',
  keeps: dispatchKeeps,
  sets: ['linksRecurrence'],
  facts: ['sameBefore'],
  to: 'dispatched',
  tells: ['lead'],
  undo: 'recall',
}

export const redispatch: Command = {
  ...dispatch,
  label: '重新派单',
  records: 'Redispatched',
  says: '同意退单，改派 {lead}',
  sets: ['linksRecurrence', 'partiesLeave'],
}

export const returning: Command = {
  label: '退单',
  by: ['handler'],
  input: { dutyItem: { ...fields.dutyItem, required: true }, ...because },
  requires: ['isNotRuled', 'returnIsOpen', 'citesAnItem'],
  records: 'Returned',
  says: '申请退单：{reason}',
  sets: ['countsReturn'],
  moves: [{ to: 'ruling', when: 'hasBeenReturnedTwice' }],
  to: 'returned',
  effects: ['opensRuling'],
  tells: ['desk'],
}

export const contact: Command = {
  label: '已联系诉求人',
  by: ['handler', 'office'],
  input: {
    how: {
      type: 'choice',
      label: '联系方式',
      required: true,
      options: [
        { value: 'phone', label: '电话' },
        { value: 'visit', label: '上门' },
        { value: 'message', label: '网上留言' },
      ],
    },
    words: { type: 'long', label: '沟通情况', max: 500 },
  },
  records: 'Contacted',
  says: '联系了诉求人',
  sets: ['notesContact'],
  plain: '工作人员联系了您',
}

export const contactFailed: Command = {
  label: '没联系上',
  by: ['handler', 'office'],
  input: { words: { type: 'text', label: '情况', max: 200 } },
  records: 'ContactFailed',
  says: '未能联系上诉求人',
  sets: ['countsAttempt'],
}

export const note: Command = {
  label: '记一笔',
  by: ['desk', 'handler', 'office', 'assist', 'co', 'supervisor'],
  input: { words: { type: 'long', label: '内部记录', required: true, max: 1000 } },
  records: 'Noted',
  says: '{words}',
}

export const nudge: Command = {
  label: '催办',
  by: ['desk', 'supervisor', 'leader'],
  input: { words: { type: 'text', label: '催办内容', max: 200 } },
  records: 'Nudged',
  says: '催办：{words}',
  tells: ['lead'],
}

export const urge: Command = {
  label: '催一催',
  plain: '催一催',
  by: ['reporter'],
  records: 'Urged',
  says: '诉求人催办',
  tells: ['lead', 'desk'],
}

export const instruct: Command = {
  label: '批示',
  by: ['leader'],
  input: {
    instruction: { type: 'long', label: '批示意见', required: true, max: 500 },
    unit: { type: 'unit', label: '落实单位', required: true, assigns: true },
    dueOn: { type: 'day', label: '要求反馈日期', required: true },
  },
  records: 'Instructed',
  says: '批示 {unit}:{instruction}',
  effects: ['opensInstruction'],
}

export const correct: Command = {
  label: '更正',
  by: ['desk', 'supervisor'],
  input: {
    category: fields.category,
    limitClass: fields.limitClass,
    area: { type: 'area', label: '所在地' },
    title: fields.title,
    spot: fields.spot,
    complained: fields.complained,
    ...because,
  },
  requires: ['leadIsNotComplainedOf', 'aDeskIsFree'],
  records: 'Corrected',
  says: '更正：{reason}',
  keeps: ['category', 'limitClass', 'title', 'spot', 'complained'],
  sets: ['movesPlace', 'recountsLimit', 'leavesTheComplained'],
}

export const supplement: Command = {
  label: '补充说明',
  plain: '补充说明',
  by: ['reporter', 'desk'],
  input: {
    words: { type: 'long', label: '补充内容', required: true, max: 1000 },
    photos: fields.photos,
  },
  records: 'Supplemented',
  says: '补充：{words}',
  tells: ['lead', 'desk'],
}

export const rewrite: Command = {
  label: '更正我写的内容',
  plain: '更正我写的内容',
  by: ['reporter'],
  input: { detail: fields.detail, spot: fields.spot, reporter: fields.reporter },
  records: 'Rewritten',
  says: '诉求人更正了内容',
  keeps: ['detail', 'spot', 'reporter'],
}

export const withdraw: Command = {
  label: '撤回诉求',
  plain: '撤回',
  by: ['reporter'],
  input: { reason: { type: 'text', label: '撤回原因', max: 200 } },
  records: 'Withdrawn',
  says: '诉求人撤回',
  to: 'withdrawn',
  effects: ['freesMerged', 'endsRuling'],
  facts: ['merged', 'heard'],
  tells: ['lead', 'desk'],
  grave: true,
}

export const noteLate: Command = {
  label: '办理超时',
  by: ['clock'],
  records: 'RanLate',
  says: '超过办理时限',
  sets: ['runsLate'],
  tells: ['lead', 'supervisor'],
}

export const noteUncontacted: Command = {
  label: '联系超时',
  by: ['clock'],
  records: 'ContactRanLate',
  says: '超过联系诉求人时限',
  tells: ['lead'],
}

export const closeReturn: Command = {
  label: '退单时限已过',
  by: ['clock'],
  records: 'ReturnClosed',
  says: '退单时限已过，视为接受',
}

export const judge: Command = {
  label: '评价',
  plain: '我来评价',
  by: ['reporter'],
  input: {
    responded: { ...fields.responded, label: '有没有人联系过您' },
    solved: { ...fields.solved, label: '问题解决了吗', required: true },
    satisfied: { type: 'choice', label: '您对办理满意吗', options: feelings, apart: true },
    words: { type: 'text', label: '想说的话', max: 300, apart: true },
    reason: { ...fields.reason, label: '还有什么没解决（会转给承办单位）' },
  },
  requires: ['saysWhy'],
  records: 'Judged',
  says: '诉求人评价：{solved}',
  keeps: ['responded', 'solved', 'reason'],
  sets: ['judgesByLink'],
  moves: [
    { to: 'raised', when: 'isUnsolvedAgain' },
    { to: 'handling', when: 'isUnsolved' },
  ],
  to: 'closed',
  effects: ['tellsSolved'],
  tells: ['lead'],
}

export const lapse: Command = {
  label: '评价期满',
  by: ['clock'],
  records: 'JudgementLapsed',
  says: '评价期满，办结',
  sets: ['endsUnjudged'],
  to: 'closed',
  effects: ['tellsSolved'],
}
