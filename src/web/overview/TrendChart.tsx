import type { PartProps } from './part-props.ts'
import { TrendBars } from './TrendBars.tsx'
import type { Point } from './view.ts'
import { spanText } from './words.ts'

/** What came and what ran late, bar by bar; each bar leads to the list of its days. */
export function TrendChart({ view, behind, compares }: PartProps) {
  const { trend, measures, period, flows, cohorts } = view
  const { volume, late } = measures
  if (volume === undefined || trend.length < 2) return null
  const label = [...flows, ...cohorts].find(({ name }) => name === volume)?.label ?? ''
  const most = Math.max(
    1,
    ...trend.map((point) => Math.max(point.flows[volume] ?? 0, point.before ?? 0)),
  )
  const every = Math.ceil(trend.length / 8)
  const hasBefore = compares && period.by === 'day'
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>走势</h2>
        <span className="trend-legend quiet small">
          <span className="key key-volume">{label}</span>
          {hasBefore ? <span className="key key-before">上一个同期</span> : null}
          {late === undefined ? null : <span className="key key-late">新超时</span>}
          <span>最高 {most} 件</span>
        </span>
      </div>
      <TrendBars
        most={most}
        bars={trend.map((point, at) => ({
          key: point.from,
          axis: at % every === 0 ? axisText(point, period.by) : '',
          words: wordsOf(point, { label, volume, late }),
          to: behind.counted(volume, { span: point }),
          value: point.flows[volume] ?? 0,
          before: hasBefore ? point.before : undefined,
          late: late === undefined ? undefined : (point.flows[late] ?? 0),
        }))}
      />
    </section>
  )
}

function wordsOf(
  point: Point,
  of: { readonly label: string; readonly volume: string; readonly late: string | undefined },
): string {
  const late = of.late === undefined ? '' : `，新超时 ${point.flows[of.late] ?? 0} 件`
  const before = point.before === undefined ? '' : `，上一个同期 ${point.before} 件`
  return `${spanText(point)}：${of.label} ${point.flows[of.volume] ?? 0} 件${late}${before}，在办 ${point.open} 件`
}

function axisText({ from }: Point, by: 'day' | 'month'): string {
  return by === 'month'
    ? `${Number(from.slice(5, 7))}月`
    : `${Number(from.slice(5, 7))}/${Number(from.slice(8))}`
}
