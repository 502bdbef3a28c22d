import type { State } from '../../../kernel/kind.ts'
import { anonymous, hearsOne } from '../hearing-residents.ts'
import { noted, reviewedFirst } from '../reviewed.ts'
import { drafted, fields } from './fields.ts'

const say = hearsOne({
  plain: '我来评议',
  input: {
    view: anonymous('承诺的事做到了吗', [
      ['kept', '做到了'],
      ['partly', '做到一部分'],
      ['not', '没有做到'],
    ]),
  },
  records: 'CommitmentJudgedByResident',
})

/** 起草 → 审核 → 公开 → 践诺 → 评议 → 兑现、未兑现. */
export const states: Readonly<Record<string, State>> = {
  ...reviewedFirst({
    events: {
      approved: 'CommitmentApproved',
      sentBack: 'CommitmentSentBack',
      resubmitted: 'CommitmentResubmitted',
      reviewLate: 'CommitmentReviewRanLate',
      redraftLate: 'CommitmentRedraftRanLate',
    },
    inputs: drafted,
    requires: ['endsLater'],
    to: 'inForce',
  }),
  inForce: {
    label: '践诺中',
    plain: '已公开，正在践诺',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'reportDone', clock: 'fulfil' }],
    commands: {
      reportProgress: {
        label: '公布进展',
        by: ['unit'],
        input: { progress: { ...fields.progress, required: true } },
        records: 'CommitmentProgressed',
        says: '进展：{progress}',
        keeps: ['progress'],
      },
      reportDone: {
        label: '报践诺情况',
        by: ['unit'],
        input: { result: { ...fields.result, required: true, min: 4 } },
        records: 'CommitmentReported',
        says: '践诺情况：{result}',
        keeps: ['result'],
        sets: ['remembersReporter'],
        to: 'hearing',
        tells: ['office'],
      },
      endTerm: {
        label: '承诺到期',
        by: ['clock'],
        records: 'CommitmentFellDue',
        says: '兑现期限已到，进入评议',
        sets: ['isLate'],
        to: 'hearing',
        tells: ['unit', 'office'],
      },
    },
  },
  hearing: {
    label: '听取评议',
    plain: '正在听取党员群众评议',
    is: 'resting',
    step: 3,
    commands: {
      say,
      endHearing: {
        label: '评议期满',
        by: ['clock'],
        records: 'CommitmentHearingEnded',
        says: '评议期满，等待评定',
        to: 'judging',
        tells: ['office'],
      },
    },
  },
  judging: {
    label: '待评定',
    plain: '评议期满，上级正在评定',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'settle', clock: 'settle' }],
    commands: {
      settle: {
        label: '评定是否兑现',
        by: ['superior', 'office'],
        input: { verdict: { ...fields.verdict, required: true }, reason: fields.reason },
        requires: ['judgedByAnother', 'saysWhyNot'],
        records: 'CommitmentSettled',
        says: '评定：{verdict}',
        keeps: ['verdict', 'reason'],
        moves: [{ to: 'kept', when: 'isKept' }],
        to: 'notKept',
        tells: ['unit'],
      },
      hearAgain: {
        label: '再听一轮',
        by: ['superior', 'office'],
        records: 'CommitmentHeardAgain',
        says: '参加评议的人少，再听一轮',
        to: 'hearing',
        tells: ['unit'],
      },
      noteSettleLate: noted('评定超时', 'CommitmentSettlingRanLate', 'office'),
    },
  },
  kept: { label: '已兑现', plain: '已兑现', is: 'end', step: 5 },
  notKept: { label: '未兑现', plain: '未兑现，原因已公布', is: 'end', step: 5 },
}
