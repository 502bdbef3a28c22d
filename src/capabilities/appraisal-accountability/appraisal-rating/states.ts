import type { Command, State } from '../../../kernel/kind.ts'
import { followThem } from '../person.ts'
import { fields } from './fields.ts'

/** Whatever way a grade comes to stand, a low one proposes an interview. */
const standing = { effects: ['proposesInterview'], to: 'final' } as const

const note = (label: string, records: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells: ['host'],
})

const follows = followThem(['committee', 'trustedOffice'], 'RatingFollowed')

/** 摆情况 → 评定 → 告知本人 → 不同意见、答复 → 定. */
export const states: Readonly<Record<string, State>> = {
  weighing: {
    label: '待评定',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'rate', clock: 'rate' }],
    commands: {
      rate: {
        label: '评定等次',
        by: ['committee'],
        input: { grade: fields.grade, reasons: fields.reasons },
        requires: ['notOfOneself', 'hasReasons', 'gradeIsOnScale'],
        records: 'RatingEntered',
        says: '评定为“{grade}”：{reasons}',
        keeps: ['grade', 'reasons'],
        sets: ['isLowOrNot', 'goesToThem'],
        facts: ['present'],
        to: 'told',
        tells: ['unit', 'office'],
      },
      drop: {
        label: '不评定',
        by: ['committee', 'trustedOffice'],
        input: { reason: { ...fields.reason, required: true } },
        requires: ['notOfOneself'],
        records: 'RatingDropped',
        says: '不评定：{reason}',
        keeps: ['reason'],
        to: 'dropped',
      },
      noteRateLate: note('没有按时评定', 'RatingRanLate'),
    },
  },
  told: {
    label: '已告知本人',
    is: 'working',
    step: 2,
    expects: [
      { seat: 'unit', command: 'accept', clock: 'objection', when: 'isStillHere' },
      { seat: 'office', command: 'inform', clock: 'objection', when: 'isGone' },
    ],
    commands: {
      inform: {
        label: '记书面告知和本人意见',
        by: ['committee', 'trustedOffice'],
        input: {
          informedOn: { ...fields.informedOn, required: true },
          objection: { ...fields.objection, required: false, help: '没有意见的不填' },
        },
        requires: ['isGoneByNow', 'hasBeenInformed'],
        records: 'RatingInformed',
        says: '{informedOn} 书面告知本人',
        keeps: ['informedOn', 'objection'],
        effects: standing.effects,
        moves: [{ to: 'objected', when: 'objectsOnPaper' }],
        to: 'final',
        tells: ['host'],
      },
      accept: {
        label: '没有意见',
        by: ['rated'],
        records: 'RatingAccepted',
        says: '本人没有意见',
        ...standing,
      },
      object: {
        label: '提出不同意见',
        by: ['rated'],
        input: { objection: fields.objection },
        records: 'RatingObjected',
        says: '不同意见：{objection}',
        keeps: ['objection'],
        to: 'objected',
        tells: ['host', 'office'],
      },
      follow: follows,
      stand: {
        label: '期满',
        by: ['clock'],
        records: 'RatingStood',
        says: '提出不同意见的期限已过',
        ...standing,
      },
    },
  },
  objected: {
    label: '待答复',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'uphold', clock: 'answer' }],
    commands: {
      uphold: {
        label: '答复：维持',
        by: ['committee'],
        input: { answer: fields.answer },
        requires: ['notOfOneself'],
        records: 'RatingUpheld',
        says: '维持原等次：{answer}',
        keeps: ['answer'],
        tells: ['unit', 'office'],
        ...standing,
      },
      change: {
        label: '答复：改评',
        by: ['committee'],
        input: { grade: fields.grade, reasons: fields.reasons, answer: fields.answer },
        requires: ['notOfOneself', 'hasReasons', 'gradeIsOnScale'],
        records: 'RatingChanged',
        says: '改评为“{grade}”：{answer}',
        keeps: ['grade', 'reasons', 'answer'],
        sets: ['isLowOrNot', 'keepsFormer'],
        tells: ['unit', 'office'],
        ...standing,
        moves: [{ to: 'told', when: 'isLowerThanBefore' }],
      },
      follow: follows,
      noteAnswerLate: note('不同意见没有按时答复', 'RatingAnswerRanLate'),
    },
  },
  final: { label: '已定', is: 'end', step: 4 },
  dropped: { label: '不评定', is: 'end', step: 4 },
}
