import type { Command, State } from '../../../kernel/kind.ts'
import { noteTally, setVoters } from './ballot.ts'
import { fields } from './fields.ts'

const ours = ['host', 'office'] as const

const takeReporters: Command = {
  label: '按述职报告列名单',
  by: ours,
  requires: ['hasReports'],
  records: 'AppraisalReportersTaken',
  says: '按审核过的述职报告列出述职单位',
  sets: ['listsReports'],
}
const addReporters: Command = {
  label: '添加述职单位',
  by: ours,
  input: { units: fields.units, form: fields.form },
  requires: ['answersToAsker', 'areNew'],
  records: 'AppraisalReportersAdded',
  says: '添加述职单位 {units}',
  sets: ['listsUnits'],
}
const reschedule: Command = {
  label: '改期',
  by: ours,
  input: { startAt: fields.startAt, endAt: fields.endAt, spot: fields.spot },
  requires: ['liesAhead'],
  records: 'AppraisalMeetingMoved',
  says: '会议改到 {startAt}，{spot}',
  keeps: ['startAt', 'endAt', 'spot'],
  sets: ['keepsDay'],
}
const cancel: Command = {
  label: '取消会议',
  by: ours,
  input: { reason: { ...fields.reason, required: true } },
  records: 'AppraisalMeetingCancelled',
  says: '会议取消：{reason}',
  keeps: ['reason'],
  to: 'cancelled',
  grave: true,
}
const planAttendance: Command = {
  label: '派员列席',
  by: ['upper'],
  requires: ['standsAbove', 'isNotListed'],
  records: 'AppraisalAttendancePlanned',
  says: '{unit} 派员列席',
  sets: ['joinsFromAbove'],
  tells: ['office'],
}
const noteUnopened: Command = {
  label: '到期没有开会',
  by: ['clock'],
  records: 'AppraisalMeetingUnopened',
  says: '会议日期已到，还没有开会',
  tells: ['office'],
}

/** 筹备 → 已通知 → 召开 → 纪要 → 办结. */
export const states: Readonly<Record<string, State>> = {
  planning: {
    label: '筹备',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'notify', clock: 'begin' }],
    commands: {
      notify: {
        label: '通知',
        by: ours,
        requires: ['someoneReports'],
        records: 'AppraisalMeetingNotified',
        says: '通知述职单位',
        to: 'notified',
      },
      takeReporters,
      addReporters,
      planAttendance,
      reschedule,
      cancel,
      noteUnopened,
    },
  },
  notified: {
    label: '已通知',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'open', clock: 'begin' }],
    commands: {
      open: {
        label: '开会',
        by: ours,
        requires: ['dayHasCome', 'cycleMeets'],
        records: 'AppraisalMeetingOpened',
        says: '开会',
        sets: ['keepsOpening'],
        to: 'holding',
      },
      takeReporters,
      addReporters,
      planAttendance,
      reschedule,
      cancel,
      noteUnopened,
    },
  },
  holding: {
    label: '召开中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'finish', clock: 'finish' }],
    commands: {
      planAttendance,
      setVoters,
      noteTally,
      finish: {
        label: '散会',
        by: ours,
        requires: ['everyReportIsCommented'],
        records: 'AppraisalMeetingFinished',
        says: '散会',
        sets: ['keepsFinish'],
        to: 'minuting',
      },
      noteUnfinished: {
        label: '没有记散会',
        by: ['clock'],
        records: 'AppraisalMeetingStayedOpen',
        says: '会议一直没有记散会',
        tells: ['office'],
      },
    },
  },
  minuting: {
    label: '整理纪要',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'close', clock: 'minutes' }],
    commands: {
      noteTally,
      close: {
        label: '写纪要并办结',
        by: ours,
        input: { minutes: fields.minutes },
        records: 'AppraisalMeetingClosed',
        says: '写下会议纪要，办结',
        keeps: ['minutes'],
        to: 'closed',
      },
      noteMinutesLate: {
        label: '纪要超时',
        by: ['clock'],
        records: 'AppraisalMinutesRanLate',
        says: '会议纪要超过时限',
        tells: ['office'],
      },
    },
  },
  // What was voted is counted though the minutes came first: a vote is never lost.
  closed: { label: '已办结', is: 'end', step: 5, commands: { noteTally } },
  cancelled: { label: '已取消', is: 'end', step: 5 },
}
