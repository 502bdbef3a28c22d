import type { Command, State } from '../../../kernel/kind.ts'
import { because, fields, residentView, shopView } from './fields.ts'

const entry = {
  spot: { ...fields.spot, label: '地点', required: true },
  words: { type: 'text', label: '问题', required: true, max: 300 },
} as const

const listProblem: Command = {
  label: '列入问题清单',
  by: ['street', 'department', 'community'],
  input: entry,
  records: 'RemediationProblemListed',
  says: '问题：{spot}，{words}',
  sets: ['countsProblem'],
}
const solveProblem: Command = {
  label: '问题已解决',
  by: ['street', 'department'],
  input: { ...entry, words: { ...entry.words, label: '怎么解决的' } },
  requires: ['someAreUnsolved'],
  records: 'RemediationProblemSolved',
  says: '已解决：{spot}，{words}',
  sets: ['countsSolved'],
}
const residentSays: Command = {
  label: '登记居民意见',
  plain: '我住在这里，说说变化',
  by: ['visitor', 'street', 'community'],
  input: residentView,
  requires: ['hasEnded'],
  records: 'RemediationResidentHeard',
  says: '听取一位居民意见（匿名计数）',
}
const shopSays: Command = {
  ...residentSays,
  label: '登记商户意见',
  plain: '我在这里做生意，说说变化',
  input: shopView,
  records: 'RemediationShopHeard',
  says: '听取一位商户意见（匿名计数）',
}

/** 整治 → 核查 → 听取意见 → 结束; opinions are heard after the last day only (R017). */
export const states: Readonly<Record<string, State>> = {
  underway: {
    label: '整治中',
    plain: '正在整治',
    is: 'working',
    step: 1,
    expects: [{ seat: 'street', command: 'setTask', clock: 'end' }],
    commands: {
      setTask: {
        label: '派当日任务',
        by: ['street'],
        input: {
          unit: { type: 'unit', label: '参加单位', required: true },
          day: { type: 'day', label: '日期', required: true },
          task: { type: 'text', label: '任务', required: true, max: 300 },
        },
        requires: ['isParty', 'isWithinTheDays'],
        records: 'RemediationTaskSet',
        says: '{day} 请 {unit}：{task}',
      },
      call: {
        label: '请单位参加',
        by: ['street'],
        input: { units: { type: 'units', label: '参加单位', required: true, max: 20 } },
        requires: ['unitsServeHere'],
        records: 'RemediationUnitsCalled',
        says: '请 {units} 参加',
        sets: ['callsUnits'],
      },
      reschedule: {
        label: '改结束日期',
        by: ['street'],
        input: { endOn: fields.endOn, ...because },
        requires: ['daysRunForward'],
        records: 'RemediationRescheduled',
        says: '结束日期改为 {endOn}：{reason}',
        keeps: ['endOn'],
        sets: ['countsDays'],
      },
      cancel: {
        label: '取消整治',
        by: ['street'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'RemediationCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      end: {
        label: '整治期满',
        by: ['clock'],
        records: 'RemediationEnded',
        says: '整治期满，进入核查',
        to: 'checking',
        tells: ['street'],
      },
      listProblem,
      solveProblem,
    },
  },
  checking: {
    label: '待核查',
    plain: '整治已结束，正在核查',
    is: 'working',
    step: 2,
    expects: [{ seat: 'street', command: 'check', clock: 'check' }],
    commands: {
      check: {
        label: '登记核查结果',
        by: ['street'],
        input: { result: { ...fields.result, required: true, min: 4 } },
        records: 'RemediationChecked',
        says: '核查：{result}',
        keeps: ['result'],
        to: 'hearing',
      },
      noteCheckLate: {
        label: '核查超时',
        by: ['clock'],
        records: 'RemediationCheckRanLate',
        says: '超过核查时限',
        tells: ['street'],
      },
      solveProblem,
      residentSays,
      shopSays,
    },
  },
  hearing: {
    label: '听取意见',
    plain: '正在听取居民、商户意见',
    is: 'resting',
    step: 3,
    commands: {
      residentSays,
      shopSays,
      close: {
        label: '意见期满',
        by: ['clock'],
        records: 'RemediationClosed',
        says: '意见期满，结束',
        to: 'closed',
      },
    },
  },
  closed: { label: '已结束', plain: '已结束', is: 'end', step: 4 },
  cancelled: { label: '已取消', plain: '已取消', is: 'end', step: 4 },
}
