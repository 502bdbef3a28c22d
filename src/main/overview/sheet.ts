import type { SheetRow } from '../../platform/exchange/sheet.ts'
import type { OverviewView } from './view.ts'

export const columns = [
  { key: 'part', label: '部分', width: 14 },
  { key: 'name', label: '项目', width: 28 },
  { key: 'value', label: '数值', width: 12 },
  { key: 'base', label: '基数', width: 10 },
  { key: 'before', label: '上一个同期', width: 12 },
  { key: 'note', label: '说明', width: 40 },
]

/** The screen as a sheet: the same numbers in the same order, each with its base. */
export function sheetRows(view: OverviewView): readonly SheetRow[] {
  return [
    ...headRows(view),
    ...stockRows(view),
    ...countRows('期间发生', view.flows),
    ...countRows('期间受理的', view.cohorts),
    ...shareRows(view),
    ...categoryRows(view),
    ...childRows(view),
    ...trendRows(view),
  ]
}

function headRows({ area, period, sentence }: OverviewView): readonly SheetRow[] {
  const { from, to, before } = period
  return [
    { part: '一屏', name: area.name, note: sentence },
    { part: '期间', name: `${from} 至 ${to}`, note: `对比 ${before.from} 至 ${before.to}` },
  ]
}

function stockRows({ stock, period }: OverviewView): readonly SheetRow[] {
  const { open, before, late, states } = stock
  return [
    { part: '现状', name: '在办', value: open, before, note: `截至 ${period.to}` },
    ...(late === undefined ? [] : [{ part: '现状', name: '已超时', value: late, note: '导出时' }]),
    ...states.map(({ label, count }) => ({ part: '在办按状态', name: label, value: count })),
  ]
}

function countRows(part: string, counts: OverviewView['flows']): readonly SheetRow[] {
  return counts.map(({ label, value, before }) => ({ part, name: label, value, before }))
}

function shareRows({ shares }: OverviewView): readonly SheetRow[] {
  return shares.map((share) => ({
    part: '指标',
    name: share.label,
    value: percent(share),
    base: share.base,
    before: share.before === undefined ? undefined : percent(share.before),
    note: share.formula,
  }))
}

function childRows({ children }: OverviewView): readonly SheetRow[] {
  return children.map(({ name, came, base, before, open, late, lateNow, everLate }) => {
    const isLate = lateNow === undefined ? `期间新超时 ${late}` : `已超时 ${lateNow}`
    const note = `在办 ${open}，${isLate}，曾超时 ${everLate}`
    return { part: '下级地区', name, value: came, base, before, note }
  })
}

function trendRows({ trend, measures }: OverviewView): readonly SheetRow[] {
  return trend.map(({ from, to, flows, open }) => ({
    part: '走势',
    name: from === to ? from : `${from} 至 ${to}`,
    value: flows[measures.volume ?? ''] ?? 0,
    note: `在办 ${open}`,
  }))
}

function categoryRows({ categories }: OverviewView): readonly SheetRow[] {
  if (categories === undefined) return []
  const span = categories.months ? `按整月计：${categories.span.from} 至 ${categories.span.to}` : ''
  return categories.rows.map((row) => ({
    part: '类别',
    name: row.label,
    value: row.count,
    before: row.before,
    note: [`曾超时 ${row.everLate}`, span].filter((text) => text !== '').join('，'),
  }))
}

function percent({
  value,
  small,
}: {
  readonly value?: number | undefined
  readonly small: boolean
}) {
  if (small) return '基数小'
  return value === undefined ? undefined : `${(value * 100).toFixed(1)}%`
}
