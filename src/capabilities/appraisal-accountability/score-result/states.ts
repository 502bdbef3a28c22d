import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const supersede: Command = {
  label: '被更正版替代',
  by: ['effect'],
  records: 'ScoreSuperseded',
  says: '已由更正版替代',
  to: 'superseded',
  tells: ['unit'],
}

/** 告知 → 申请复核、答复 → 定; a correction of the round gives a new one in its place. */
export const states: Readonly<Record<string, State>> = {
  told: {
    label: '已告知单位',
    is: 'working',
    step: 1,
    expects: [{ seat: 'unit', command: 'accept', clock: 'appeal' }],
    commands: {
      accept: {
        label: '没有异议',
        by: ['own'],
        records: 'ScoreAccepted',
        says: '单位没有异议',
        to: 'final',
      },
      appeal: {
        label: '申请复核',
        by: ['own'],
        input: {
          contested: fields.contested,
          objection: fields.objection,
          evidence: fields.evidence,
        },
        requires: ['itemsAreThere'],
        records: 'ScoreAppealed',
        says: '对第 {contested} 项申请复核：{objection}',
        keeps: ['contested', 'objection', 'evidence'],
        to: 'appealed',
        tells: ['host', 'office'],
      },
      stand: {
        label: '期满',
        by: ['clock'],
        records: 'ScoreStood',
        says: '申请复核的期限已过',
        to: 'final',
      },
      supersede,
    },
  },
  appealed: {
    label: '待复核',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'uphold', clock: 'answer' }],
    commands: {
      uphold: {
        label: '答复：维持',
        by: ['committee', 'trustedOffice'],
        input: { answer: fields.answer },
        requires: ['answeredByAnother'],
        records: 'ScoreUpheld',
        says: '没有更正的维持原分：{answer}',
        keeps: ['answer'],
        sets: ['keepsPoints'],
        to: 'final',
        tells: ['unit', 'host'],
      },
      change: {
        label: '答复：更正',
        by: ['committee', 'trustedOffice'],
        input: {
          item: fields.item,
          numerator: fields.numerator,
          denominator: fields.denominator,
          answer: fields.answer,
        },
        requires: ['answeredByAnother', 'itemIsOpen', 'countsDiffer'],
        records: 'ScoreChanged',
        says: '第 {item} 项更正为 {numerator}/{denominator}：{answer}',
        keeps: ['answer'],
        sets: ['changesPoints'],
        moves: [{ to: 'final', when: 'allAreChanged' }],
        tells: ['unit', 'host', 'office'],
      },
      noteAnswerLate: {
        label: '复核没有按时答复',
        by: ['clock'],
        records: 'ScoreAnswerRanLate',
        says: '复核没有按时答复',
        tells: ['office'],
      },
      supersede,
    },
  },
  final: { label: '已定', is: 'resting', step: 3, commands: { supersede } },
  superseded: { label: '已被更正版替代', is: 'end', step: 4 },
}
