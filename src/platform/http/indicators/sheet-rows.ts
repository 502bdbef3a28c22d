import type { Reference } from '../../../kernel/indicator.ts'
import type { SheetColumn, SheetRow } from '../../exchange/sheet.ts'
import type { coveredOf } from './covered.ts'
import type { Detail } from './detail.ts'
import type { FigureView } from './figure-view.ts'
import type { valuesOf } from './values.ts'

export function valueRows({ indicators }: Awaited<ReturnType<typeof valuesOf>>): SheetRow[] {
  return indicators.map((one) => ({
    part: one.groupLabel,
    label: one.label,
    name: one.periodName,
    ...(one.figure === undefined ? {} : cells(one.figure, one.unit)),
    note: [
      one.formula,
      ...one.references.map((reference) => referenceText(reference, one.unit)),
    ].join('；'),
  }))
}

export function detailRows(view: Detail): SheetRow[] {
  const span = `${view.from} 至 ${view.to}`
  return view.figures.flatMap((figure) => {
    const { label, unit, formula, children, trend = [], references } = figure
    const row = (part: string, name: string, one: FigureView): SheetRow => ({
      part,
      label,
      name,
      ...cells(one, unit),
    })
    return [
      { ...row('本地区', view.areaName, figure), note: `${span}：${formula}` },
      ...references.map((reference) => ({
        part: '参考值',
        label,
        name: `${reference.place} ${reference.asOf}`,
        value: valueText(reference.value, unit),
        note: reference.words,
      })),
      ...children.map((child) => row('下级地区', child.name, child)),
      ...trend.map((point) => row('走势', point.label, point)),
    ]
  })
}

export function coveredRows(view: Awaited<ReturnType<typeof coveredOf>>): {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
} {
  return {
    columns: [
      { key: 'name', label: view.things, width: 28 },
      { key: 'lies', label: '所在地', width: 28 },
      { key: 'has', label: '是否达到', width: 10 },
      ...view.wants.map((label, at) => ({ key: `held${at}`, label, width: 24 })),
      { key: 'lacking', label: '还缺', width: 40 },
    ],
    rows: view.rows.map(({ name, lies, has, held }) => ({
      name,
      lies,
      has,
      ...Object.fromEntries(
        held.map(({ count, of }, at) => [`held${at}`, of === undefined ? count : `${count}/${of}`]),
      ),
      lacking: held.flatMap(({ lacking = [] }) => lacking.map((one) => one.name)).join('、'),
    })),
  }
}

/** A share of few says too much as a percentage: its two numbers stand for it. */
function cells({ value, numerator, denominator, hidden }: FigureView, unit: string): SheetRow {
  return {
    value: hidden ? '基数小，不显示' : value === undefined ? undefined : valueText(value, unit),
    numerator,
    denominator: denominator === 0 ? undefined : denominator,
  }
}

function valueText(value: number, unit: string): string {
  return unit === '%' ? `${(value * 100).toFixed(1)}%` : String(Math.round(value * 100) / 100)
}

function referenceText({ place, asOf, value, about }: Reference, unit: string): string {
  const words = about === 'over' ? '超过' : about === 'nearly' ? '近' : ''
  return `参考值 ${place} ${asOf} ${words}${valueText(value, unit)}`
}
