import type { State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const apart = ['decidedByAnother', 'decidedElsewhere'] as const
const opinion = { opinion: fields.opinion } as const

/** 申请 → 审核 → 剔除 or 不予剔除; what was left out can be brought back. */
export const states: Readonly<Record<string, State>> = {
  asked: {
    label: '待审核',
    is: 'working',
    step: 1,
    expects: [{ seat: 'reviewer', command: 'accept', clock: 'decide' }],
    commands: {
      accept: {
        label: '同意剔除',
        by: ['reviewer'],
        input: opinion,
        requires: apart,
        records: 'ExclusionAccepted',
        says: '同意剔除：{opinion}',
        keeps: ['opinion'],
        sets: ['storesRates'],
        facts: ['ownAppeal', 'rates'],
        effects: ['leavesFigures'],
        to: 'accepted',
        tells: ['applicant', 'unit'],
      },
      refuse: {
        label: '不予剔除',
        by: ['reviewer'],
        input: opinion,
        requires: apart,
        records: 'ExclusionRefused',
        says: '不予剔除：{opinion}',
        keeps: ['opinion'],
        sets: ['keepsRates'],
        facts: ['rates'],
        to: 'refused',
        tells: ['applicant', 'unit'],
      },
      withdraw: {
        label: '撤回申请',
        by: ['applicant'],
        records: 'ExclusionWithdrawn',
        says: '撤回申请',
        to: 'withdrawn',
        tells: ['reviewer'],
      },
      noteLate: {
        label: '没有按时审核',
        by: ['clock'],
        records: 'ExclusionRanLate',
        says: '没有按时审核',
        tells: ['reviewer'],
      },
    },
  },
  accepted: {
    label: '已剔除',
    is: 'resting',
    step: 2,
    commands: {
      revoke: {
        label: '撤销剔除',
        by: ['reviewer'],
        input: { reason: fields.reason },
        requires: apart,
        records: 'ExclusionRevoked',
        says: '撤销剔除，重新计入：{reason}',
        keeps: ['reason'],
        effects: ['countsAgain'],
        to: 'revoked',
        tells: ['applicant', 'unit'],
        grave: true,
      },
    },
  },
  refused: { label: '不予剔除', is: 'end', step: 2 },
  withdrawn: { label: '已撤回', is: 'end', step: 2 },
  revoked: { label: '已撤销剔除', is: 'end', step: 3 },
}
