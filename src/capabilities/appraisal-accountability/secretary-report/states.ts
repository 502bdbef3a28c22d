import type { Command, Kind, State } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const ours = ['host', 'office'] as const
const cityMaySet = '本市参数，可在设置中修改'

const note = (label: string, records: string, tells: readonly string[]): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells,
})

/** R037, R038: a report is commented on in the meeting at which it was told, in order and with
 *  problems named, so nobody does it by hand. */
const commenting = {
  wasCommented: {
    label: '会上点评',
    by: ['effect'],
    records: 'ReportCommentedInMeeting',
    says: '述职评议会上作了点评',
    to: 'commented',
    tells: ['reporter'],
  },
  noteCommentLate: note('点评超过时限', 'ReportCommentRanLate', ['host']),
} as const satisfies Readonly<Record<string, Command>>

/** Illness, a change of post: a year goes on without the report, and it is said why. */
const excuse: Command = {
  label: '不述职',
  by: ours,
  input: { excuse: { ...fields.excuse, required: true } },
  records: 'ReportExcused',
  says: '本年度不述职：{excuse}',
  keeps: ['excuse'],
  to: 'excused',
  tells: ['reporter'],
  grave: true,
}
const struckOff: Command = {
  label: '从述职评议会撤下',
  by: ['effect'],
  records: 'ReportStruckOff',
  says: '从述职评议会名单撤下，本年度不述职',
  tells: ['reporter'],
}
const excusing = { excuse, wasExcused: { ...struckOff, to: 'excused' } } as const

const told = (label: string): State => ({ label, is: 'resting', step: 4, commands: commenting })

export const states: Readonly<Record<string, State>> = {
  drafting: {
    label: '起草中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'reporter', command: 'submit', clock: 'draft' }],
    commands: {
      submit: {
        label: '提交述职报告',
        by: ['signer'],
        requires: ['pilotIsTold', 'mustTopicsAreTold', 'isWithinLength'],
        records: 'ReportSubmitted',
        says: '提交述职报告',
        sets: ['measuresLength'],
        to: 'submitted',
        tells: ['office'],
      },
      ...excusing,
      noteDraftLate: note('述职报告超过提交时限', 'ReportDraftRanLate', ['reporter', 'office']),
    },
  },
  submitted: {
    label: '待审核',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'approve', clock: 'review' }],
    commands: {
      approve: {
        label: '审核通过',
        by: ours,
        input: { form: { ...fields.form, required: true }, opinion: fields.opinion },
        records: 'ReportApproved',
        says: '审核通过，{form}',
        keeps: ['form', 'opinion'],
        to: 'reviewed',
        tells: ['reporter'],
      },
      sendBack: {
        label: '退回修改',
        by: ours,
        input: { reason: { ...fields.reason, required: true } },
        records: 'ReportSentBack',
        says: '退回修改：{reason}',
        keeps: ['reason'],
        to: 'drafting',
        tells: ['reporter'],
      },
      ...excusing,
      noteReviewLate: note('审核超过时限', 'ReportReviewRanLate', ['office']),
    },
  },
  reviewed: {
    label: '待述职',
    is: 'resting',
    step: 3,
    commands: {
      wasPresented: {
        label: '会上述职',
        by: ['effect'],
        input: { form: fields.form },
        records: 'ReportPresentedInMeeting',
        says: '在述职评议会上述职',
        keeps: ['form'],
        moves: [{ to: 'written', when: 'isOnPaper' }],
        to: 'presented',
      },
      ...excusing,
      noteMeetingDay: note('到了述职评议会日期', 'ReportMeetingDayCame', ['office']),
    },
  },
  presented: told('已现场述职，待点评'),
  written: told('已书面述职，待点评'),
  commented: { label: '已点评', is: 'end', step: 5 },
  excused: {
    label: '不述职',
    is: 'end',
    step: 5,
    // Excused by hand, it can still be struck off a meeting's list.
    commands: { wasExcused: struckOff },
  },
}

export const clocks: NonNullable<Kind['clocks']> = {
  draft: {
    label: '起草',
    stages: [{ limit: { parameter: 'report.draft' }, asks: 'noteDraftLate' }],
    runs: ['drafting'],
    basis: cityMaySet,
  },
  review: {
    label: '审核',
    stages: [{ limit: { parameter: 'report.review' }, asks: 'noteReviewLate' }],
    runs: ['submitted'],
    basis: cityMaySet,
  },
  meeting: {
    label: '述职评议会日期',
    stages: [{ limit: { until: 'meetingOn' }, asks: 'noteMeetingDay' }],
    runs: ['reviewed'],
    basis,
  },
  comment: {
    label: '点评',
    stages: [{ limit: { parameter: 'report.comment' }, asks: 'noteCommentLate' }],
    runs: ['presented', 'written'],
    basis: cityMaySet,
  },
}
