import type { Command, State } from '../../../kernel/kind.ts'
import { followThem } from '../person.ts'
import { fields } from './fields.ts'

const ours = ['committee', 'trustedOffice'] as const

const note = (label: string, records: string, tells: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells: [tells],
})

/** What the one interviewed has to say stands in the record as long as it is open. */
const speak: Command = {
  label: '陈述意见',
  by: ['interviewed'],
  input: { view: fields.view },
  records: 'InterviewedSpoke',
  says: '本人陈述：{view}',
  keeps: ['view'],
  tells: ['office'],
}

const follows = followThem(ours, 'InterviewFollowed')

/** Who has left every post can neither be spoken with nor put anything right. */
const end: Command = {
  label: '本人已离任，终止',
  by: ours,
  input: { reason: fields.reason },
  requires: ['hasLeft'],
  records: 'InterviewEnded',
  says: '本人已离任，终止：{reason}',
  keeps: ['reason'],
  to: 'ended',
  tells: ['host'],
}

/** 拟约谈 → 审批 → 约谈 → 整改 → 复查 → 了结；离任则终止. */
export const states: Readonly<Record<string, State>> = {
  proposed: {
    label: '拟约谈，待审批',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'approve', clock: 'approve' }],
    commands: {
      approve: {
        label: '同意约谈',
        by: ['committee'],
        requires: ['notOfOneself'],
        records: 'InterviewApproved',
        says: '同意约谈',
        sets: ['tellsThem', 'goesToThem'],
        facts: ['present'],
        to: 'approved',
        tells: ['unit', 'office'],
      },
      decline: {
        label: '不约谈',
        by: ['committee'],
        input: { reason: fields.reason },
        requires: ['notOfOneself'],
        records: 'InterviewDeclined',
        says: '不约谈：{reason}',
        keeps: ['reason'],
        to: 'declined',
        tells: ['office'],
      },
      noteApproveLate: note('没有按时审批', 'InterviewApprovalRanLate', 'host'),
    },
  },
  approved: {
    label: '待约谈',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'hold', clock: 'hold' }],
    commands: {
      hold: {
        label: '记约谈',
        by: ours,
        input: {
          heldOn: fields.heldOn,
          by: fields.by,
          notes: fields.notes,
          demands: fields.demands,
          dueOn: fields.dueOn,
        },
        requires: ['notOfOneself', 'wasHeld', 'hasRecord', 'dueIsAhead'],
        records: 'InterviewHeld',
        says: '{heldOn} {by} 约谈，要求：{demands}',
        keeps: ['heldOn', 'by', 'notes', 'demands', 'dueOn'],
        to: 'rectifying',
        tells: ['unit'],
      },
      follow: follows,
      end,
      speak,
      noteHoldLate: note('没有按时约谈', 'InterviewRanLate', 'office'),
    },
  },
  rectifying: {
    label: '整改中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'unit', command: 'report', clock: 'rectify' }],
    commands: {
      report: {
        label: '报整改情况',
        by: ['interviewed'],
        input: { result: fields.result },
        records: 'InterviewAnswered',
        says: '整改情况：{result}',
        keeps: ['result'],
        to: 'rechecking',
        tells: ['office'],
      },
      follow: follows,
      end,
      speak,
      noteRectifyLate: note('整改超过期限', 'InterviewRectifyRanLate', 'unit'),
    },
  },
  rechecking: {
    label: '待复查',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'settle', clock: 'recheck' }],
    commands: {
      settle: {
        label: '复查通过，了结',
        by: ours,
        input: { recheck: fields.recheck },
        requires: ['notOfOneself'],
        records: 'InterviewSettled',
        says: '复查通过：{recheck}',
        keeps: ['recheck'],
        to: 'settled',
        tells: ['unit'],
      },
      again: {
        label: '复查未通过',
        by: ours,
        input: { recheck: fields.recheck, dueOn: fields.dueOn },
        requires: ['notOfOneself', 'dueIsAhead'],
        records: 'InterviewRecheckFailed',
        says: '复查未通过：{recheck}',
        keeps: ['recheck', 'dueOn'],
        to: 'rectifying',
        tells: ['unit'],
      },
      follow: follows,
      end,
      speak,
      noteRecheckLate: note('没有按时复查', 'InterviewRecheckRanLate', 'office'),
    },
  },
  settled: { label: '已了结', is: 'end', step: 5 },
  declined: { label: '不约谈', is: 'end', step: 5 },
  ended: { label: '已终止（本人离任）', is: 'end', step: 5 },
}
