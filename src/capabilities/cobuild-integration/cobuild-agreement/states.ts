import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const both = ['drafter', 'other']
const noted = {
  clause: { ...fields.clause, required: true },
  outcome: { ...fields.outcome, required: true },
  words: fields.words,
} as const
const assessed = { assessment: { ...fields.assessment, required: true, min: 2 } } as const

const noteClause: Command = {
  label: '记条款履行',
  by: both,
  input: noted,
  requires: ['clauseExists'],
  records: 'ClauseTold',
  says: '{clause} {outcome} {words}',
  sets: ['keepsClause'],
}
const renew: Command = {
  label: '续签',
  by: both,
  input: { until: fields.until, ...assessed },
  requires: ['everyClauseIsTold', 'lastsLonger'],
  records: 'AgreementRenewed',
  says: '评估：{assessment}；续签到 {until}',
  keeps: ['until', 'assessment'],
  sets: ['beginsAgain', 'remindsBeforeItEnds'],
  to: 'inForce',
  tells: both,
}
const end: Command = {
  label: '终止',
  by: both,
  input: assessed,
  requires: ['everyClauseIsTold'],
  records: 'AgreementEnded',
  says: '评估：{assessment}；协议终止',
  keeps: ['assessment'],
  to: 'ended',
  tells: both,
  grave: true,
}

/** 起草 → 双方签署 → 履行 → 评估 → 续签或终止. */
export const states: Readonly<Record<string, State>> = {
  drafted: {
    label: '待签署',
    is: 'working',
    step: 1,
    expects: [{ seat: 'other', command: 'sign', clock: 'signing' }],
    commands: {
      sign: {
        label: '签署',
        by: ['other'],
        records: 'AgreementSigned',
        says: '{unit} 签署，协议生效',
        sets: ['keepsSigning'],
        to: 'inForce',
        tells: both,
      },
      refuse: {
        label: '不签',
        by: ['other'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'AgreementRefused',
        says: '不签：{reason}',
        keeps: ['reason'],
        to: 'refused',
        tells: ['drafter'],
        grave: true,
      },
      noteUnsigned: {
        label: '签署超时',
        by: ['clock'],
        records: 'SigningRanLate',
        says: '对方还没有签署',
        tells: both,
      },
    },
  },
  inForce: {
    label: '履行中',
    is: 'working',
    step: 2,
    expects: [
      { seat: 'territory', command: 'noteClause', clock: 'term', when: 'someClauseIsOpen' },
      { seat: 'territory', command: 'renew', clock: 'term', when: 'everyClauseIsTold' },
    ],
    commands: {
      noteClause,
      renew,
      end,
      remind: {
        label: '到期提醒',
        by: ['clock'],
        records: 'TermReminded',
        says: '协议快到期了，请逐项记履行情况，商量续签或终止',
        tells: both,
      },
      expire: {
        label: '到期',
        by: ['clock'],
        records: 'TermEnded',
        says: '协议到期，请评估后续签或终止',
        to: 'due',
        tells: both,
      },
    },
  },
  due: {
    label: '到期待评估',
    is: 'working',
    step: 3,
    expects: [
      { seat: 'territory', command: 'noteClause', clock: 'deciding', when: 'someClauseIsOpen' },
      { seat: 'territory', command: 'renew', clock: 'deciding', when: 'everyClauseIsTold' },
    ],
    commands: {
      noteClause,
      renew,
      end,
      noteUndecided: {
        label: '评估超时',
        by: ['clock'],
        records: 'AssessmentRanLate',
        says: '到期以后还没有评估',
        tells: both,
      },
    },
  },
  ended: { label: '已终止', is: 'end', step: 4 },
  refused: { label: '没有签署', is: 'end', step: 4 },
}
