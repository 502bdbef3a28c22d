import type { Command, PartyKind, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['host', 'organiser']
const units = { type: 'units', label: '参会单位', required: true, max: 50 } as const

const reschedule: Command = {
  label: '改期',
  by: ours,
  input: { startAt: fields.startAt, endAt: fields.endAt, spot: fields.spot },
  requires: ['endsAfterItBegins'],
  records: 'MeetingMoved',
  says: '会议改到 {startAt}，{spot}',
  keeps: ['startAt', 'endAt', 'spot'],
  sets: ['keepsDay'],
  effects: ['tellsBodyNext'],
}
const cancel: Command = {
  label: '取消会议',
  by: ours,
  input: { reason: { ...fields.reason, required: true } },
  records: 'MeetingCancelled',
  says: '会议取消：{reason}',
  keeps: ['reason'],
  to: 'cancelled',
  effects: ['tellsBodyNone'],
  grave: true,
}
const capture: Command = {
  label: '记议定事项',
  by: ours,
  input: {
    decision: { type: 'text', label: '议定事项', required: true, min: 2, max: 200 },
    owner: { type: 'unit', label: '责任单位' },
    dueOn: { type: 'day', label: '期限' },
    item: { type: 'record', of: 'agenda-item', label: '议题' },
  },
  records: 'DecisionCaptured',
  says: '议定：{decision}',
  effects: ['opensDecision'],
}
const share: Command = {
  label: '记交流内容',
  by: ours,
  input: {
    unit: { type: 'unit', label: '交流单位', required: true },
    words: { type: 'long', label: '工作进展、创新做法', required: true, max: 2000 },
  },
  records: 'ExperienceShared',
  says: '{unit} 交流：{words}',
}

const noteUnopened: Command = {
  label: '到期没有开会',
  by: ['clock'],
  records: 'MeetingUnopened',
  says: '会议日期已到，还没有开会',
  tells: ['host'],
}
const invite: Command = {
  label: '加请单位',
  by: ours,
  input: { units },
  requires: ['areNotInvitedYet'],
  records: 'MeetingUnitsInvited',
  says: '加请 {units}',
  sets: ['listsUnits', 'invitesThese'],
}

/** 筹备 → 已通知 → 召开 → 纪要 → 已办结. */
export const states: Readonly<Record<string, State>> = {
  planning: {
    label: '征集议题',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'notify', clock: 'begin' }],
    commands: {
      notify: {
        label: '通知参会单位',
        by: ours,
        requires: ['someoneIsInvited'],
        records: 'MeetingNotified',
        says: '通知参会单位',
        sets: ['invitesAll'],
        to: 'notified',
      },
      addUnits: {
        label: '加参会单位',
        by: ours,
        input: { units },
        requires: ['areNotInvitedYet'],
        records: 'MeetingUnitsAdded',
        says: '拟请 {units}',
        sets: ['listsUnits'],
      },
      reschedule,
      cancel,
      noteUnopened,
    },
  },
  notified: {
    label: '已通知',
    is: 'working',
    step: 2,
    expects: [{ seat: 'host', command: 'open', clock: 'begin' }],
    commands: {
      open: {
        label: '开会',
        by: ours,
        requires: ['dayHasCome'],
        records: 'MeetingOpened',
        says: '开会',
        sets: ['keepsOpening'],
        to: 'holding',
      },
      invite,
      reschedule,
      cancel,
      noteUnopened,
    },
  },
  holding: {
    label: '召开中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'finish', clock: 'finish' }],
    commands: {
      capture,
      share,
      invite,
      finish: {
        label: '散会',
        by: ours,
        records: 'MeetingFinished',
        says: '散会',
        sets: ['keepsFinish'],
        effects: ['tellsBodyHeld'],
        to: 'minuting',
      },
      noteUnfinished: {
        label: '没有记散会',
        by: ['clock'],
        records: 'MeetingStayedOpen',
        says: '会议一直没有记散会',
        tells: ['host'],
      },
    },
  },
  minuting: {
    label: '整理纪要',
    is: 'working',
    step: 4,
    expects: [
      { seat: 'host', command: 'writeMinutes', clock: 'minutes', when: 'minutesAreMissing' },
      { seat: 'host', command: 'close', clock: 'minutes', when: 'minutesAreWritten' },
    ],
    commands: {
      capture,
      share,
      writeMinutes: {
        label: '写会议纪要',
        by: ours,
        input: { minutes: { ...fields.minutes, required: true } },
        records: 'MinutesWritten',
        says: '写下会议纪要',
        keeps: ['minutes'],
      },
      close: {
        label: '办结',
        by: ours,
        requires: ['minutesAreWritten', 'everyDecisionIsAssigned'],
        records: 'MeetingClosed',
        says: '会议办结，议定事项继续跟踪',
        to: 'closed',
      },
      noteMinutesLate: {
        label: '纪要超时',
        by: ['clock'],
        records: 'MinutesRanLate',
        says: '会议纪要超过时限',
        tells: ['host'],
      },
    },
  },
  closed: { label: '已办结', is: 'end', step: 5 },
  cancelled: { label: '已取消', is: 'end', step: 5 },
}

const whose = ['self', 'host', 'organiser']
const requires = ['isNotOver']

const answers: Readonly<Record<string, Command>> = {
  attend: {
    label: '出席',
    by: whose,
    requires,
    records: 'MemberAttends',
    says: '{party} 出席',
    to: 'attending',
  },
  excuse: {
    label: '请假',
    by: whose,
    input: { excuse: fields.excuse },
    requires,
    records: 'MemberExcused',
    says: '{party} 请假',
    sets: ['keepsAnswer'],
    to: 'excused',
  },
  depute: {
    label: '代会',
    by: whose,
    input: { deputy: fields.deputy },
    requires,
    records: 'MemberDeputed',
    says: '{party} 派人代会',
    sets: ['keepsAnswer'],
    to: 'deputed',
  },
}

/** One answer serves before and at the meeting: what stands when it closes is who came. */
export const parties: Readonly<Record<string, PartyKind>> = {
  member: {
    label: '参会单位',
    start: 'invited',
    states: {
      invited: {
        label: '待回复',
        is: 'working',
        expects: [{ seat: 'self', command: 'attend', clock: 'reply' }],
        commands: {
          ...answers,
          noteSilent: {
            label: '没有回复',
            by: ['clock'],
            records: 'MemberSilent',
            says: '{party} 没有在期限内回复',
            to: 'silent',
          },
        },
      },
      silent: { label: '未回复', is: 'resting', commands: answers },
      attending: { label: '出席', is: 'resting', commands: answers },
      excused: { label: '请假', is: 'resting', commands: answers },
      deputed: { label: '代会', is: 'resting', commands: answers },
    },
    clocks: {
      reply: {
        label: '回复',
        stages: [{ limit: { parameter: 'meeting.reply' }, asks: 'noteSilent' }],
        runs: ['invited'],
        basis: '参会回复时限（本市参数）',
      },
    },
  },
}
