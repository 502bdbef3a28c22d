import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../superior.ts'

/** An item of a round is a figure of the platform: its number is never asked for. */
const item = (label: string) => ({ type: 'code', label, max: 40 }) as const

/** What the platform counted for one subordinate, in words. */
const told = (label: string) => ({ type: 'code', label, max: 60 }) as const

export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '调度主题', required: true, max: 60 },
  from: { type: 'day', label: '调度期起', required: true },
  to: { type: 'day', label: '调度期止', required: true },
  dueOn: { type: 'day', label: '填报期限', required: true },
  units: {
    type: 'units',
    label: '下级党组织',
    required: true,
    of: ['committee', 'street', 'community'],
    max: 60,
  },
  item1: {
    ...item('调度指标一'),
    required: true,
    help: '填指标编号；数由系统按各单位所在地区取，下级只补充文字',
  },
  item2: item('调度指标二'),
  item3: item('调度指标三'),
  ask: { type: 'long', label: '需要说明的问题', max: 500 },
  summary: { type: 'long', label: '通报', required: true, min: 4, max: 3000 },
  told1: told('指标一'),
  told2: told('指标二'),
  told3: told('指标三'),
  words: { type: 'long', label: '情况说明', max: 1000, help: '数已由系统取好，不用填' },
  replied: { type: 'number', label: '已填报单位数' },
  lapsed: { type: 'number', label: '逾期未报单位数' },
} as const satisfies Fields

export const items = ['item1', 'item2', 'item3'] as const

export const basis = '四项制度之一：调度通报'
