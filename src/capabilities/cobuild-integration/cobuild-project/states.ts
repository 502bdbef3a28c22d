import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const both = ['community', 'unit']
const reason = { ...fields.reason, required: true } as const
const residents = {
  asked: { ...fields.asked, required: true },
  satisfied: { ...fields.satisfied, required: true },
} as const
const done = {
  delivered: { ...fields.delivered, required: true, min: 2 },
  served: { ...fields.served, required: true },
} as const

const draftAgreement: Command = {
  label: '起草共建协议',
  by: both,
  requires: ['hasNoAgreement'],
  records: 'AgreementDrafted',
  says: '起草共建协议',
  sets: ['remembersAgreement'],
  effects: ['opensAgreement'],
}
const hearResidents: Command = {
  label: '记居民评价',
  by: ['community'],
  input: residents,
  requires: ['satisfiedAreAmongAsked'],
  records: 'ResidentsJudged',
  says: '{asked} 位居民参评，{satisfied} 位满意',
  keeps: Object.keys(residents),
}

/** 拟定 → 双方确认 → 实施 → 完成 → 双方评价. */
export const states: Readonly<Record<string, State>> = {
  proposed: {
    label: '待确认',
    is: 'working',
    step: 1,
    expects: [
      { seat: 'community', command: 'confirm', clock: 'confirming', when: 'communityIsToConfirm' },
      { seat: 'unit', command: 'confirm', clock: 'confirming', when: 'unitIsToConfirm' },
    ],
    commands: {
      draftAgreement,
      confirm: {
        label: '确认',
        by: both,
        requires: ['ownConfirmationIsOpen'],
        records: 'ProjectConfirmed',
        says: '{unit} 确认',
        sets: ['confirms'],
        moves: [{ to: 'underway', when: 'bothConfirmed' }],
        effects: ['tellsMatched'],
        tells: both,
      },
      decline: {
        label: '不做了',
        by: both,
        input: { reason },
        records: 'ProjectDeclined',
        says: '没有谈成：{reason}',
        keeps: ['reason'],
        effects: ['tellsUnclaimed'],
        to: 'declined',
        tells: both,
        grave: true,
      },
      noteUnconfirmed: {
        label: '确认超时',
        by: ['clock'],
        records: 'ConfirmationRanLate',
        says: '还有一方没有确认',
        tells: both,
      },
    },
  },
  underway: {
    label: '实施中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'deliver', clock: 'finish' }],
    commands: {
      draftAgreement,
      deliver: {
        label: '办完',
        by: ['unit'],
        input: done,
        records: 'ProjectDelivered',
        says: '办完：{delivered}',
        keeps: Object.keys(done),
        sets: ['keepsDelivery'],
        to: 'delivered',
        tells: ['community'],
      },
      stop: {
        label: '中止',
        by: both,
        input: { reason },
        records: 'ProjectStopped',
        says: '中止：{reason}',
        keeps: ['reason'],
        effects: ['tellsFreed'],
        to: 'stopped',
        tells: both,
        grave: true,
      },
      noteLate: {
        label: '实施超期',
        by: ['clock'],
        records: 'ProjectRanLate',
        says: '超过完成期限',
        tells: both,
      },
    },
  },
  delivered: {
    label: '待评价',
    is: 'working',
    step: 3,
    expects: [
      { seat: 'community', command: 'judge', clock: 'judging', when: 'communityIsToJudge' },
      { seat: 'unit', command: 'judge', clock: 'judging', when: 'unitIsToJudge' },
    ],
    commands: {
      draftAgreement,
      hearResidents,
      judge: {
        label: '评价',
        by: both,
        input: { rating: { ...fields.rating, required: true }, words: fields.words },
        requires: ['ownJudgementIsOpen'],
        records: 'ProjectJudged',
        says: '{unit} 评价：{rating} {words}',
        sets: ['keepsJudgement'],
        moves: [{ to: 'judged', when: 'bothJudged' }],
        effects: ['tellsOutcome'],
        tells: both,
      },
      noteUnjudged: {
        label: '评价超时',
        by: ['clock'],
        records: 'JudgementRanLate',
        says: '还有一方没有评价',
        tells: both,
      },
    },
  },
  judged: { label: '已评价', is: 'resting', step: 4, commands: { draftAgreement, hearResidents } },
  declined: { label: '没有谈成', is: 'end', step: 4 },
  stopped: { label: '已中止', is: 'end', step: 4 },
}
