import type { Field } from '../../kernel/field.ts'
import { dayText, isDay } from '../../kernel/time.ts'
import type { WebDirectory } from '../api/directory.ts'
import type { KindView } from '../api/types.ts'
import type { Lists } from '../api/use-directory.ts'
import type { FieldFilter, FilterName, Filters } from './filters.ts'

export type NamedField = { readonly filter: FieldFilter; readonly field: Field }

/** The fields by which a kind's list can be narrowed, in the order they are declared: those in slots,
 *  and the one by which it is counted. */
export function filterFields(kind: KindView): readonly NamedField[] {
  const known = new Set<string | undefined>([...Object.values(kind.slots), kind.countedBy])
  return Object.entries(kind.fields).flatMap(([name, field]) =>
    known.has(name) && field.seenBy === undefined && !unfit.has(field.type)
      ? [{ filter: `f.${name}` as const, field }]
      : [],
  )
}

/** A limit is compared by nobody; where records lie has a filter of its own. */
const unfit: ReadonlySet<Field['type']> = new Set(['limit', 'contact', 'files', 'text', 'long'])

/** '2026-08-01..2026-08-31', open to either side; nothing where neither end is given. */
export function spanText(from: string | undefined, to: string | undefined): string | undefined {
  return from === undefined && to === undefined ? undefined : `${from ?? ''}..${to ?? ''}`
}

export function spanOf(
  text: string | undefined,
): readonly [string | undefined, string | undefined] {
  if (text === undefined) return [undefined, undefined]
  const [from = '', to = from] = text.split('..')
  return [from === '' ? undefined : from, to === '' ? undefined : to]
}

type Known = { readonly lists: Lists; readonly directory: WebDirectory }

export type Chip = {
  readonly name: FilterName | FieldFilter
  readonly label: string
  readonly text: string
}

/** What a list is narrowed by, in words: shown above it, and on paper. */
export function chipsOf(kind: KindView, filters: Filters, known: Known): readonly Chip[] {
  const { directory } = known
  const own = filterFields(kind).flatMap(({ filter, field }) => {
    const value = filters[filter]
    if (value === undefined) return []
    return [{ name: filter, label: field.label, text: filterText(field, value, known) }]
  })
  const states = (text: string) =>
    text
      .split(',')
      .map((name) => kind.states[name]?.label ?? name)
      .join('、')
  const shared: readonly (readonly [FilterName, string, (text: string) => string])[] = [
    ['q', '关键词', (text) => text],
    ['number', '编号', (text) => text],
    ['phone', '电话', (text) => text],
    ['state', '状态', states],
    ['area', '地点', (text) => directory.path(Number(text))],
    ['unit', '责任单位', (text) => directory.unitName(Number(text))],
    ['party', '参与单位', (text) => directory.unitName(Number(text))],
    ['desk', '受理单位', (text) => directory.unitName(Number(text))],
    ['open', '', () => '未办结'],
    ['late', '', () => '超时'],
    ['archived', '', () => '含历史库'],
  ]
  const chips = shared.flatMap(([name, label, words]) => {
    const text = filters[name]
    return text === undefined ? [] : [{ name, label, text: words(text) }]
  })
  return [...chips, ...openedChip(filters), ...own]
}

function openedChip({ from, to, measure, at }: Filters): readonly Chip[] {
  if (measure !== undefined || at !== undefined) return []
  const text = spanText(from, to)
  return text === undefined ? [] : [{ name: 'from', label: '登记', text: daysText(text) }]
}

function filterText(field: Field, value: string, { lists, directory }: Known): string {
  const parts = value.split(',')
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const options =
        typeof field.options === 'string' ? (lists[field.options] ?? []) : (field.options ?? [])
      return parts.map((one) => options.find((o) => o.value === one)?.label ?? one).join('、')
    }
    case 'unit':
    case 'units':
      return parts.map((one) => directory.unitName(Number(one))).join('、')
    case 'area':
      return directory.path(Number(value))
    case 'flag':
      return value === '1' ? '是' : '否'
    case 'day':
    case 'moment':
      return daysText(value)
    case 'number':
      return numbersText(value)
    case 'record':
    case 'post':
      return '已选定'
    case 'code':
    case 'text':
    case 'long':
    case 'limit':
    case 'contact':
    case 'files':
      return value
  }
}

function daysText(text: string): string {
  const [from, to] = spanOf(text).map((day) =>
    day !== undefined && isDay(day) ? dayText(day) : day,
  )
  if (from === to && from !== undefined) return from
  if (from === undefined) return `到${to ?? ''}`
  return to === undefined ? `${from}起` : `${from}至${to}`
}

function numbersText(text: string): string {
  const [from, to] = spanOf(text)
  if (from === to && from !== undefined) return from
  if (from === undefined) return `不超过 ${to ?? ''}`
  return to === undefined ? `不少于 ${from}` : `${from} 到 ${to}`
}
