import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['host', 'organiser']

const accept: Command = {
  label: '列入会议',
  by: ours,
  input: { meeting: { ...fields.meeting, required: true }, order: fields.order },
  requires: ['meetingIsTheBodys'],
  records: 'ItemAccepted',
  says: '列入会议议程',
  keeps: ['meeting', 'order'],
  to: 'accepted',
  tells: ['proposer'],
}
const raise: Command = {
  label: '提请上一级',
  by: ours,
  input: {
    upper: { type: 'record', of: 'meeting-body', label: '上一级议事机构', required: true },
    why: { type: 'long', label: '为什么本级解决不了', required: true, max: 1000 },
  },
  requires: ['upperIsNextAbove'],
  records: 'ItemRaised',
  says: '提请上一级：{why}',
  sets: ['keepsUpper'],
  facts: ['upper'],
  effects: ['raises'],
  to: 'raised',
  tells: ['proposer'],
}
const late = (label: string, records: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells: ['host'],
})

/** 提出 → 列入 → 讨论 → 已议; or raised, and answered from above. */
export const states: Readonly<Record<string, State>> = {
  proposed: {
    label: '待审议题',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'accept', clock: 'review' }],
    commands: {
      accept,
      raise,
      decline: {
        label: '不列入',
        by: ours,
        input: { reason: { ...fields.reason, required: true } },
        records: 'ItemDeclined',
        says: '不列入：{reason}',
        keeps: ['reason'],
        effects: ['declinesBelow'],
        to: 'declined',
        tells: ['proposer'],
      },
      noteUnreviewed: late('议题超过审议时限', 'ItemReviewRanLate'),
    },
  },
  accepted: {
    label: '已列入议程',
    is: 'resting',
    step: 2,
    commands: {
      begin: {
        label: '开始讨论',
        by: ours,
        records: 'ItemBegun',
        says: '开始讨论',
        sets: ['startsTalk'],
        to: 'discussing',
      },
      reorder: {
        label: '调整次序',
        by: ours,
        input: { order: { ...fields.order, required: true } },
        records: 'ItemReordered',
        says: '次序改为 {order}',
        keeps: ['order'],
      },
      postpone: {
        label: '移出议程',
        by: ours,
        records: 'ItemPostponed',
        says: '移出议程，以后再议',
        sets: ['leavesMeeting'],
        to: 'proposed',
      },
      raise,
    },
  },
  discussing: {
    label: '讨论中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'conclude', clock: 'talk' }],
    commands: {
      conclude: {
        label: '讨论结束',
        by: ours,
        input: { outcome: fields.outcome },
        requires: ['belowIsAnswered'],
        records: 'ItemConcluded',
        says: '讨论结束',
        keeps: ['outcome'],
        sets: ['endsTalk'],
        effects: ['answersBelow'],
        to: 'discussed',
        tells: ['proposer'],
      },
      raise,
      noteUnended: late('议题讨论没有结束', 'ItemTalkRanLate'),
    },
  },
  raised: {
    label: '已提请上级',
    is: 'resting',
    step: 3,
    commands: {
      receive: {
        label: '上级答复',
        by: ['effect'],
        input: { answer: fields.answer },
        records: 'ItemAnswered',
        says: '上级答复：{answer}',
        keeps: ['answer'],
        to: 'returned',
        tells: ['host', 'proposer'],
      },
    },
  },
  returned: {
    label: '上级已答复',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'settle', clock: 'settle' }],
    commands: {
      settle: {
        label: '按上级答复办结',
        by: ours,
        input: { outcome: fields.outcome },
        requires: ['belowIsAnswered'],
        records: 'ItemSettled',
        says: '按上级答复办结',
        keeps: ['outcome'],
        effects: ['answersBelow'],
        to: 'discussed',
        tells: ['proposer'],
      },
      accept,
      noteUnsettled: late('上级已答复，还没有落实', 'ItemSettlingRanLate'),
    },
  },
  discussed: { label: '已议', is: 'end', step: 4 },
  declined: { label: '不列入', is: 'end', step: 4 },
}
