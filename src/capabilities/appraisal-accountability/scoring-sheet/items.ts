import type { ScoreItem } from '../../../kernel/fair/score.ts'
import { scoreItemOf, scoreItemsIn, scoreItemText } from '../../../kernel/fair/written.ts'
import { isGiven, listOf, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { basis, mostItems } from './fields.ts'

const figures = /^([A-Za-z][\w-]*)(?:#([\w-]+))?$/u

/** The lines of a sheet: added, changed and dropped one by one, each with a number of its own. */
export const itemRules: Readonly<Record<string, Rule>> = {
  hasItems: {
    says: '评分表里还没有评分项',
    instead: '请先逐项录入评分项',
    basis,
    holds: ({ record }) => scoreItemsIn(record.fields['items']).length > 0,
  },
  hasRoom: {
    says: `一张评分表最多 ${mostItems} 项`,
    instead: '请合并或删去评分项',
    basis: '评分项宜少而明，逐项能说清来源',
    holds: ({ record }) => listOf(record.fields, 'items').length < mostItems,
  },
  itemIsThere: {
    says: '评分表里没有这个序号',
    basis,
    input: true,
    holds: ({ record, input }) =>
      scoreItemsIn(record.fields['items']).some(({ id }) => id === input['item']),
  },
  boundsDiffer: {
    says: '得满分的值和得零分的值不能相同',
    basis,
    input: true,
    holds: ({ input }) => input['full'] !== input['zero'],
  },
  isFigure: {
    says: '平台没有这项指标',
    instead: '请打开“指标”页里的这项指标，照抄“怎么算”中的编号',
    basis: '每一分都要能追溯到平台的记录',
    facts: ['figure'],
    input: true,
    holds: ({ input, facts }) =>
      figures.test(textOf(input, 'indicator') ?? '') && facts['figure']?.figure !== undefined,
  },
  itemsAreSound: {
    says: '带来的评分项不完整、序号重复或者上下限相同',
    basis,
    input: true,
    holds: ({ input }) => {
      const items = listOf(input, 'items').map((one) =>
        typeof one === 'string' ? scoreItemOf(one) : undefined,
      )
      const ids = new Set(items.map((item) => item?.id))
      return ids.size === items.length && items.every((item) => item && item.full !== item.zero)
    },
  },
}

export const itemSetters: Readonly<Record<string, Setter>> = {
  addsItem: ({ record, input }) => {
    const items = scoreItemsIn(record.fields['items'])
    const last = Math.max(0, ...items.map(({ id }) => Number(id)))
    return kept([...items, itemIn(input, String(last + 1))])
  },
  changesItem: ({ record, input }) => {
    const id = textOf(input, 'item') ?? ''
    const items = scoreItemsIn(record.fields['items'])
    return kept(items.map((item) => (item.id === id ? itemIn(input, id) : item)))
  },
  dropsItem: ({ record, input }) =>
    kept(scoreItemsIn(record.fields['items']).filter(({ id }) => id !== input['item'])),
  /** What comes from a trial is kept as lines of the same shape. */
  takesItems: ({ input }) => (isGiven(input['items']) ? kept(scoreItemsIn(input['items'])) : {}),
}

function kept(items: readonly ScoreItem[]) {
  return { fields: { items: items.map(scoreItemText) } }
}

function itemIn(input: Values, id: string): ScoreItem {
  const [, indicator = '', part] = figures.exec(textOf(input, 'indicator') ?? '') ?? []
  const adjust = input['adjust']
  return {
    id,
    label: textOf(input, 'label') ?? '',
    indicator,
    ...(part && { part }),
    points: numberOf(input, 'points') ?? 0,
    full: numberOf(input, 'full') ?? 0,
    zero: numberOf(input, 'zero') ?? 0,
    adjust: adjust === 'population' || adjust === 'difficulty' ? adjust : 'none',
  }
}
