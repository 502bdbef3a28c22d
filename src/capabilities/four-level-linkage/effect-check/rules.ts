import { numberOf, textOf } from '../../../kernel/field.ts'
import type { FigureFact } from '../../../kernel/fact.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { onOwnSubordinates } from '../superior.ts'
import { basis } from './fields.ts'

/** The figure of the unit's area, up to the day on which it is looked at. */
export const measured: FigureFact = {
  figure: { field: 'indicator' },
  area: { field: 'area' },
  from: { field: 'from' },
  to: { own: 'today' },
}
export const known: FigureFact = {
  figure: { input: 'indicator' },
  area: { own: 'askerArea' },
  to: { own: 'today' },
}

export const rules: Readonly<Record<string, Rule>> = {
  onOwnSubordinates: onOwnSubordinates('unit'),
  unitHoldsMatter: {
    says: '选的单位没有承担这项任务',
    instead: '请选承担这项任务的单位',
    basis,
    input: true,
    facts: ['given'],
    holds: ({ input, facts }) =>
      facts['given']?.rows[0]?.fields['holder'] === numberOf(input, 'unit'),
  },
  figureIsKnown: {
    says: '系统没有这个指标编号',
    instead: '指标编号在“指标”页查',
    basis: '成效看系统自己的数，不由人填',
    input: true,
    facts: ['known'],
    holds: ({ facts }) => facts['known']?.figure !== undefined,
  },
  looksAhead: {
    says: '问效日期应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'checkOn') ?? '') > dayOf(at),
  },
  endsBeforeCheck: {
    says: '重新办理期限应在今天之后、下次问效日期之前',
    basis,
    input: true,
    holds: ({ input, at }) => {
      const due = textOf(input, 'dueOn') ?? ''
      return due > dayOf(at) && due <= (textOf(input, 'checkOn') ?? '')
    },
  },
  reachedTarget: {
    says: '实际值没有达到目标，不能判为见效',
    instead: '请判未见效，任务重新办理；目标定得不当的，写明情况后重新设定',
    basis,
    holds: ({ record: { fields } }) => {
      const [actual, target] = [numberOf(fields, 'actual'), numberOf(fields, 'target')]
      if (actual === undefined || target === undefined) return false
      return fields['goal'] === 'atMost' ? actual <= target : actual >= target
    },
  },
  failedRepeatedly: {
    says: '还没有多次未见效',
    basis,
    holds: (context) =>
      (numberOf(context.record.fields, 'failures') ?? 0) >= failuresUntilTalk(context),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  /** The figure is read where the unit is; the record lies with the superior. */
  looksAtUnit: ({ input, world }) => {
    const unit = numberOf(input, 'unit') ?? 0
    const area = world.directory.units.get(unit)?.area ?? null
    return { fields: { area, failures: 0 } }
  },
  takesActual: ({ facts }) => {
    const figure = facts['measured']?.figure
    const value = figure?.value
    if (figure === undefined || value === undefined || figure.hidden)
      return { fields: { actual: null } }
    const told = figure.denominator === 0 ? value : Math.round(value * 1000) / 10
    return { fields: { actual: told } }
  },
  isEffective: () => ({ fields: { verdict: 'effective' } }),
  isIneffective: ({ record }) => ({
    fields: {
      verdict: 'ineffective',
      actual: null,
      failures: (numberOf(record.fields, 'failures') ?? 0) + 1,
    },
  }),
  beginsAnew: () => ({ fields: { failures: 0 } }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  /** A task that is still open goes on as it is. */
  reopensMatter: ({ record, input, facts }) => {
    const ask = textOf(record.fields, 'matter')
    if (ask === undefined || facts['matter']?.rows[0]?.state !== 'done') return []
    const again = { dueOn: input['dueOn'] ?? null }
    return [{ ask, kind: 'level-task', command: 'reopen', input: again }]
  },
}

function failuresUntilTalk({ world, at }: Context): number {
  const value = parameterAt(world, 'effect.failures', at)?.value
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY
}
