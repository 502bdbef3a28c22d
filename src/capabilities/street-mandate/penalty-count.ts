import { numberOf, textOf } from '../../kernel/field.ts'
import { type Command, defineKind } from '../../kernel/kind.ts'
import { dayOf } from '../../kernel/time.ts'
import { basis, countFields as fields } from './penalty-delegation/fields.ts'
import { actorUnit } from './reading.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const correct: Command = {
  label: '更正',
  by: ['holder'],
  input: { cases: fields.cases },
  records: 'CountCorrected',
  says: '更正为 {cases} 件',
  keeps: ['cases'],
}

/** How many cases a street's team had under one item in a month: a number, never a case. */
export const penaltyCount = defineKind({
  name: 'penalty-count',
  label: '处罚案件数',
  group: 'street-mandate',
  systems: ['penalty-delegation'],
  version: 1,
  about: '街道按月登记已承接处罚事项的案件数，只记数量，案件在执法系统里办。',
  fields,
  title: 'title',
  slots: { k1: 'handover', k2: 'month', n1: 'holder' },
  relations: {
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    holder: { label: '街道', roles: staff, is: { seat: 'holder' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { holder: { label: '街道', is: { field: 'holder' } } },
  responsible: 'holder',
  starts: {
    count: {
      label: '登记案件数',
      by: ['street'],
      input: { handover: fields.handover, month: fields.month, cases: fields.cases },
      requires: ['handoverIsInForce', 'monthHasBegun'],
      records: 'CasesCounted',
      says: '{month} {cases} 件',
      keeps: ['handover', 'month', 'cases'],
      sets: ['namesItem'],
      to: 'counted',
    },
  },
  states: {
    counted: { label: '已登记', is: 'resting', step: 1, commands: { correct } },
  },
  facts: {
    handover: {
      kind: 'penalty-delegation',
      where: { id: { input: 'handover' } },
      states: ['inForce'],
      want: 'first',
    },
  },
  rules: {
    handoverIsInForce: {
      id: 'R115',
      says: '这项处罚没有下放给本街道，或者还没有承接评估、已经收回，不能计案件',
      instead: '请由原执法部门登记',
      basis,
      input: true,
      facts: ['handover'],
      holds: (context) =>
        context.facts['handover']?.rows[0]?.fields['holder'] === actorUnit(context),
    },
    monthHasBegun: {
      says: '月份写成 2026-08，不能是以后的月份',
      basis,
      input: true,
      holds: ({ input, at }) => {
        const month = textOf(input, 'month') ?? ''
        return /^20\d\d-(0[1-9]|1[0-2])$/.test(month) && month <= dayOf(at).slice(0, 7)
      },
    },
  },
  setters: {
    namesItem: (context) => {
      const item = textOf(context.facts['handover']?.rows[0]?.fields ?? {}, 'item') ?? ''
      return {
        title: `${item} ${textOf(context.input, 'month') ?? ''}`,
        fields: { item, holder: actorUnit(context) ?? null },
      }
    },
  },
  claims: {
    month: { label: '同一事项同一月份', fields: ['handover', 'month'], while: 'always' },
  },
  counters: {
    cases: { label: '案件数', cohort: ({ fields: own }) => numberOf(own, 'cases') ?? 0 },
  },
})
