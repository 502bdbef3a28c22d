import { isGiven, textOf } from '../../../kernel/field.ts'
import type { FigureFact } from '../../../kernel/fact.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { isLater, namesThoseBelow, working } from '../accountable.ts'
import { basis } from './fields.ts'

/** The figure of the area of whoever writes the closing report, over the campaign's own time. */
export const measured: FigureFact = {
  figure: { field: 'indicator' },
  area: { own: 'askerArea' },
  from: { field: 'from' },
  to: { own: 'today' },
}
export const known: FigureFact = {
  figure: { input: 'indicator' },
  area: { own: 'askerArea' },
  to: { own: 'today' },
}

export const rules: Readonly<Record<string, Rule>> = {
  endsLater: {
    says: '结束日期应在今天之后，也在开始日期之后',
    basis,
    input: true,
    holds: ({ input, at }) => {
      const until = textOf(input, 'until') ?? ''
      return until > dayOf(at) && until > (textOf(input, 'from') ?? '')
    },
  },
  figureIsKnown: {
    says: '系统没有这个指标编号',
    instead: '指标编号在“指标”页查；不看指标的不用填',
    basis: '成效看系统自己的数，不由人填',
    input: true,
    facts: ['known'],
    holds: ({ input, facts }) =>
      !isGiven(input['indicator']) || facts['known']?.figure !== undefined,
  },
  unitsAreBelow: namesThoseBelow('units', working),
  taskIsAhead: isLater('dueOn', '任务期限应在今天之后', basis),
  taskEndsInside: {
    says: '任务期限应在专项行动结束之前',
    basis,
    input: true,
    holds: ({ input, record }) =>
      (textOf(input, 'dueOn') ?? '') <= (textOf(record.fields, 'until') ?? ''),
  },
  isUnderway: {
    says: '专项行动已经结束，不再报任务结果',
    basis,
    holds: ({ record }) => record.state === 'underway',
  },
  hasTasks: {
    says: '还没有给参加单位派任务',
    instead: '请先派任务；不再开展的，写明理由取消',
    basis,
    holds: ({ record }) => record.parties.length > 0,
  },
  hasNoTasks: {
    says: '已经派了任务',
    basis,
    holds: ({ record }) => record.parties.length === 0,
  },
  saysWhatIsUnfinished: {
    says: '还有任务没有完成，要写明是哪些、为什么',
    instead: '催办完成后再总结，或写明没有完成的任务及原因',
    basis,
    input: true,
    holds: ({ input, record }) =>
      isGiven(input['unfinished']) || record.parties.every(({ state }) => state === 'finished'),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  keepsResult: ({ input }) => ({ party: { result: input['result'] ?? null } }),
  takesActual: ({ facts }) => {
    const figure = facts['measured']?.figure
    const value = figure?.value
    if (figure === undefined || value === undefined || figure.hidden) return {}
    const told = figure.denominator === 0 ? value : Math.round(value * 1000) / 10
    return { fields: { actual: told } }
  },
}
