import { listOf, textOf } from '../../../kernel/field.ts'
import type { Figure } from '../../../kernel/indicator.ts'
import type { FigureFact } from '../../../kernel/fact.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { onOwnSubordinates } from '../superior.ts'
import { basis, items } from './fields.ts'

/** The figures of whoever replies, for the round's own period. */
export const figureFacts: Readonly<Record<string, FigureFact>> = Object.fromEntries(
  items.flatMap((item, index): (readonly [string, FigureFact])[] => [
    [
      `figure${index + 1}`,
      {
        figure: { field: item },
        area: { own: 'askerArea' },
        from: { field: 'from' },
        to: { field: 'to' },
      },
    ],
    [
      `known${index + 1}`,
      {
        figure: { input: item },
        area: { own: 'askerArea' },
        from: { input: 'from' },
        to: { input: 'to' },
      },
    ],
  ]),
)

export const rules: Readonly<Record<string, Rule>> = {
  onOwnSubordinates: onOwnSubordinates('units'),
  figuresAreKnown: {
    says: '调度事项里有系统没有的指标编号',
    instead: '指标编号在“指标”页查；系统没有的数不通过调度要下级填',
    basis: '已有数据的，不再要求下级填表',
    input: true,
    facts: ['known1', 'known2', 'known3'],
    holds: ({ input, facts }) =>
      items.every(
        (item, index) =>
          textOf(input, item) === undefined || facts[`known${index + 1}`]?.figure !== undefined,
      ),
  },
  daysAreInOrder: {
    says: '调度期应先起后止，填报期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) =>
      (textOf(input, 'from') ?? '') <= (textOf(input, 'to') ?? '') &&
      (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
  allHaveReplied: {
    says: '还有下级党组织没有填报，填报期限也没有到',
    instead: '等填报齐了或期限到了再汇总通报',
    basis,
    holds: (context) =>
      sides(context).every((party) => party.state !== 'asked' && party.state !== 'filling'),
  },
  isCollecting: {
    says: '已经汇总通报，不再填报',
    basis,
    holds: ({ record }) => record.state === 'collecting',
  },
  isPublished: {
    says: '还没有通报',
    basis,
    holds: ({ record }) => record.state === 'published',
  },
  everybodyRead: {
    says: '还有单位没有查收',
    basis,
    holds: (context) => sides(context).every((party) => party.state === 'read'),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  asksSubordinates: ({ input }) => ({
    join: listOf(input, 'units').flatMap((unit) =>
      typeof unit === 'number' ? [{ role: 'subordinate', unit }] : [],
    ),
  }),
  takesFigures: ({ record, facts }) => ({
    party: Object.fromEntries(
      items.flatMap((item, index) =>
        textOf(record.fields, item) === undefined
          ? []
          : [[`told${index + 1}`, figureWords(facts[`figure${index + 1}`]?.figure)]],
      ),
    ),
  }),
  keepsWords: ({ input }) => ({ party: { words: input['words'] ?? null } }),
  countsReplies: (context) => {
    const lapsed = sides(context).filter((party) => party.state === 'lapsed').length
    return { fields: { lapsed, replied: sides(context).length - lapsed } }
  },
}

/** A share with its base, a number as it is, and what is too small to be told not at all. */
function figureWords(figure: Figure | undefined): string {
  if (figure === undefined) return '没有数据'
  if (figure.hidden) return '样本过少，不显示'
  const { value, numerator, denominator } = figure
  if (value === undefined) return '没有数据'
  if (denominator === 0) return String(value)
  return `${(value * 100).toFixed(1)}%（${numerator ?? 0}/${denominator}）`
}

function sides({ record }: Context) {
  return record.parties.filter((party) => party.role === 'subordinate')
}
