import type { State } from '../../../kernel/kind.ts'
import { organisations } from '../accountable.ts'
import { fields } from './fields.ts'

const keepers = ['superior', 'office'] as const
const concerned = { ...fields.unit, required: true, of: organisations } as const
const results = ['problems', 'suggestions'] as const

const item = {
  unit: { ...concerned, label: '涉及的党组织' },
  title: { ...fields.title, label: '事项', help: '不写个人姓名' },
  detail: { ...fields.detail, required: true },
  dueOn: { ...fields.dueOn, required: true },
} as const

/** 计划 → 检查 → 跟踪 → 结束; its results follow from what was recorded on the way. */
export const states: Readonly<Record<string, State>> = {
  planned: {
    label: '待检查',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'begin', clock: 'day' }],
    commands: {
      begin: {
        label: '开始检查',
        by: keepers,
        records: 'CheckBegun',
        says: '开始检查',
        to: 'underway',
      },
      cancel: {
        label: '取消',
        by: keepers,
        input: { reason: { ...fields.reason, required: true } },
        records: 'CheckCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      noteUnbegun: {
        label: '检查日期已过',
        by: ['clock'],
        records: 'CheckRanLate',
        says: '检查日期已过，还没有开始',
        tells: ['office'],
      },
    },
  },
  underway: {
    label: '检查中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'conclude', clock: 'conclude' }],
    commands: {
      interview: {
        label: '记一次访谈约谈',
        by: keepers,
        input: { unit: concerned, person: { ...fields.person, required: true } },
        requires: ['unitIsChecked', 'isNoName'],
        records: 'CheckInterviewed',
        says: '访谈约谈 {unit} 一人次',
        sets: ['speaksTo'],
      },
      find: {
        label: '梳理问题并交办',
        by: keepers,
        input: item,
        requires: ['unitIsChecked', 'dueIsAhead'],
        records: 'CheckFound',
        says: '问题交 {unit} 整改，{dueOn} 前',
        effects: ['opensProblem'],
      },
      suggest: {
        label: '提出问责建议',
        by: keepers,
        input: { ...item, holder: { ...fields.holder, required: true } },
        requires: ['unitIsChecked', 'dueIsAhead', 'holderIsAbove'],
        records: 'CheckSuggested',
        says: '问责建议交 {holder} 决定，{dueOn} 前',
        effects: ['opensSuggestion'],
      },
      conclude: {
        label: '结束检查，转入跟踪',
        by: keepers,
        records: 'CheckConcluded',
        says: '结束检查，结果由记录得出',
        sets: ['takesResults'],
        facts: results,
        to: 'following',
      },
      noteUnconcluded: {
        label: '检查没有按时结束',
        by: ['clock'],
        records: 'CheckRanLong',
        says: '检查没有按时结束',
        tells: ['office'],
      },
    },
  },
  following: {
    label: '跟踪中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'close', clock: 'follow' }],
    commands: {
      close: {
        label: '全部办结，归档',
        by: keepers,
        requires: ['allEnded'],
        records: 'CheckClosed',
        says: '问题和问责建议全部办结',
        sets: ['takesResults'],
        facts: results,
        to: 'closed',
      },
      noteOpen: {
        label: '跟踪超时',
        by: ['clock'],
        records: 'CheckFollowRanLate',
        says: '跟踪期满，还没有归档',
        tells: ['office', 'superior'],
      },
    },
  },
  closed: { label: '已归档', is: 'end', step: 4 },
  cancelled: { label: '已取消', is: 'end', step: 4 },
}
