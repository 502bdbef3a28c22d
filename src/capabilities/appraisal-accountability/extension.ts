import { type Fields, textOf } from '../../kernel/field.ts'
import type { Command, Rule, Setter } from '../../kernel/kind.ts'

const asked = 'asked'

/** 延期: the owner asks for a later day with a reason, somebody above decides. */
export const extensionFields = {
  extension: { type: 'choice', label: '延期申请', options: [{ value: asked, label: '待批' }] },
  askedDay: { type: 'day', label: '申请延到' },
  askedWhy: { type: 'text', label: '延期理由', max: 300 },
} as const satisfies Fields

const basis = '节点延期由本人申请、上级批准'

export const extensionRules = {
  noneIsAsked: {
    says: '已经有一份延期申请等上级批',
    basis,
    holds: ({ record }) => textOf(record.fields, 'extension') === undefined,
  },
  oneIsAsked: {
    says: '没有待批的延期申请',
    basis,
    holds: ({ record }) => textOf(record.fields, 'extension') === asked,
  },
  asksForLater: {
    says: '延到的日期应晚于现在的期限',
    basis,
    input: true,
    holds: ({ input, record }) =>
      (textOf(input, 'askedDay') ?? '') > (textOf(record.fields, 'dueOn') ?? ''),
  },
} as const satisfies Record<string, Rule>

export const extensionSetters = {
  awaitsAnswer: () => ({ fields: { extension: asked } }),
  movesDueDay: ({ record }) => ({
    fields: { ...answered, dueOn: record.fields['askedDay'] ?? null, late: null },
  }),
  answersAsk: () => ({ fields: answered }),
} as const satisfies Record<string, Setter>

const answered = { extension: null, askedDay: null } as const

/** Commands of a state under way; `granted` starts the clock of the due day anew. */
export function extensionCommands(
  events: Readonly<Record<'asked' | 'granted' | 'refused', string>>,
): Readonly<Record<string, Command>> {
  return {
    askExtension: {
      label: '申请延期',
      by: ['unit'],
      input: {
        askedDay: { ...extensionFields.askedDay, required: true },
        askedWhy: { ...extensionFields.askedWhy, required: true },
      },
      requires: ['noneIsAsked', 'asksForLater'],
      records: events.asked,
      says: '申请延到 {askedDay}：{askedWhy}',
      keeps: ['askedDay', 'askedWhy'],
      sets: ['awaitsAnswer'],
      tells: ['office'],
    },
    grantExtension: {
      label: '同意延期',
      by: ['superior', 'office'],
      requires: ['oneIsAsked'],
      records: events.granted,
      says: '同意延期',
      sets: ['movesDueDay'],
      tells: ['unit'],
    },
    refuseExtension: {
      label: '不同意延期',
      by: ['superior', 'office'],
      input: { reason: { type: 'text', label: '理由', required: true, max: 300 } },
      requires: ['oneIsAsked'],
      records: events.refused,
      says: '不同意延期：{reason}',
      sets: ['answersAsk'],
      tells: ['unit'],
    },
  }
}
