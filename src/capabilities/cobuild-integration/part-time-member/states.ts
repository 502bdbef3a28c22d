import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const reason = { reason: { ...fields.reason, required: true } }

const notAppoint = (by: string, command: 'refuse' | 'reject'): Command => ({
  label: '不聘任',
  by: [by],
  input: reason,
  records: command === 'refuse' ? 'MemberRefused' : 'MemberRejected',
  says: '不聘任：{reason}',
  keeps: ['reason'],
  to: 'notAppointed',
  tells: ['home', 'organ'],
})

/** 推荐 → 审议 → 审批 → 任期履职 → 续聘或结束. */
export const states: Readonly<Record<string, State>> = {
  recommended: {
    label: '待审议',
    is: 'working',
    step: 1,
    expects: [{ seat: 'organ', command: 'weigh', clock: 'weigh' }],
    commands: {
      weigh: {
        label: '审议同意',
        by: ['organSigner'],
        input: { opinion: { ...fields.opinion, required: true } },
        records: 'MemberWeighed',
        says: '审议同意：{opinion}',
        keeps: ['opinion'],
        to: 'weighed',
        tells: ['approver'],
      },
      refuse: notAppoint('organSigner', 'refuse'),
      noteWeighLate: {
        label: '审议超时',
        by: ['clock'],
        records: 'MemberWeighRanLate',
        says: '没有按时审议',
        tells: ['organ'],
      },
    },
  },
  weighed: {
    label: '待审批',
    is: 'working',
    step: 2,
    expects: [{ seat: 'approver', command: 'approve', clock: 'approve' }],
    commands: {
      approve: {
        label: '审批同意',
        by: ['approver'],
        records: 'MemberApproved',
        says: '{unit} 审批同意，聘任',
        to: 'serving',
        tells: ['home', 'organ'],
      },
      reject: notAppoint('approver', 'reject'),
      noteApproveLate: {
        label: '审批超时',
        by: ['clock'],
        records: 'MemberApproveRanLate',
        says: '没有按时审批',
        tells: ['approver'],
      },
    },
  },
  serving: {
    label: '任职中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'organ', command: 'finish', clock: 'term' }],
    commands: {
      contribute: {
        label: '记履职事项',
        by: ['home', 'organ'],
        input: { whose: fields.whose, deed: fields.deed },
        records: 'MemberContributed',
        says: '履职：{deed}',
        sets: ['countsDeed'],
      },
      report: {
        label: '年度述职',
        by: ['home'],
        input: { ownReport: fields.ownReport, unitReport: fields.unitReport },
        requires: ['bothContributed'],
        records: 'MemberReported',
        says: '年度述职',
        keeps: ['ownReport', 'unitReport'],
        sets: ['beginsAnotherYear'],
        tells: ['organ'],
      },
      renew: {
        label: '续聘',
        by: ['organSigner'],
        input: { until: fields.until, duties: fields.duties },
        requires: ['termRunsForward'],
        records: 'MemberRenewed',
        says: '续聘至 {until}',
        keeps: ['until', 'duties'],
        tells: ['home'],
      },
      finish: {
        label: '结束任职',
        by: ['organSigner'],
        input: reason,
        records: 'MemberFinished',
        says: '结束任职：{reason}',
        keeps: ['reason'],
        to: 'finished',
        tells: ['home'],
      },
      noteTermOver: {
        label: '任期届满',
        by: ['clock'],
        records: 'MemberTermOver',
        says: '任期届满，待续聘或结束',
        tells: ['organ', 'home'],
      },
    },
  },
  notAppointed: { label: '未聘任', is: 'end', step: 4 },
  finished: { label: '已结束', is: 'end', step: 4 },
}
