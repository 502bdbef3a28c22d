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

/** Commented by hand, or by the meeting at which it was told. */
const commenting = {
  comment: {
    label: '点评',
    by: ours,
    input: { comment: { ...fields.comment, required: true } },
    records: 'ReportCommented',
    says: '点评',
    keeps: ['comment'],
    to: 'commented',
    tells: ['reporter'],
  },
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

const told = (label: string): State => ({
  label,
  is: 'working',
  step: 4,
  expects: [{ seat: 'host', command: 'comment', clock: 'comment' }],
  commands: commenting,
})

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
      noteReviewLate: note('审核超过时限', 'ReportReviewRanLate', ['office']),
    },
  },
  reviewed: {
    label: '待述职',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'present', clock: 'meeting' }],
    commands: {
      present: {
        label: '已述职',
        by: ours,
        records: 'ReportPresented',
        says: '已述职',
        moves: [{ to: 'written', when: 'isOnPaper' }],
        to: 'presented',
      },
      wasPresented: {
        label: '会上述职',
        by: ['effect'],
        records: 'ReportPresentedInMeeting',
        says: '在述职评议会上述职',
        moves: [{ to: 'written', when: 'isOnPaper' }],
        to: 'presented',
      },
      noteMeetingDay: note('到了述职评议会日期', 'ReportMeetingDayCame', ['office']),
    },
  },
  presented: told('已现场述职，待点评'),
  written: told('已书面述职，待点评'),
  commented: { label: '已点评', is: 'end', step: 5 },
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
