import { TrendBars } from '../overview/TrendBars.tsx'
import { axisLabel, heightOf } from './axis.ts'
import type { PartProps } from './part.ts'
import { PictureButton } from './PictureButton.tsx'
import { pictureOf } from './picture.ts'
import type { Part, TrendPoint } from './view.ts'
import { baseText, figureText, isSmall, referenceText, valueText } from './words.ts'

/** Period by period; each bar leads to its period, lines are what others published. */
export function Periods(props: PartProps) {
  const { part, reach, view } = props
  const { trend = [], references } = part
  if (trend.every(({ value }) => value === undefined)) return null
  const most = heightOf(
    [...trend, ...references].map(({ value }) => value ?? 0),
    part.unit,
  )
  const yearAt = Math.max(
    0,
    trend.findIndex((point) => axisLabel(point).endsWith('年')),
  )
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>走势</h2>
        <span className="trend-legend quiet small">
          {references.length === 0 ? null : <span className="key key-level">参考值</span>}
          {trend.some((point) => isSmall(point, part)) ? (
            <span className="key key-few">基数不足 5</span>
          ) : null}
          <span>顶端 {valueText(most, part.unit)}</span>
          <PictureButton picture={pictureOf(view, part)} name={`${part.label}-${view.areaName}`} />
        </span>
      </div>
      <TrendBars
        most={most}
        levels={references.map((reference) => ({
          value: reference.value,
          label: referenceText(reference, part.unit),
        }))}
        bars={trend.map((point, at) => ({
          key: point.from,
          axis: axisLabel(point),
          minor: at % 2 !== yearAt % 2,
          words: wordsOf(point, part),
          to: reach({ to: point.to === view.today ? undefined : point.to }),
          value: point.value ?? 0,
          few: isSmall(point, part),
        }))}
      />
      <ul className="sr-only">
        {trend.map((point) => (
          <li key={point.from}>{wordsOf(point, part)}</li>
        ))}
      </ul>
    </section>
  )
}

function wordsOf(point: TrendPoint, part: Part): string {
  const base = baseText(point, part)
  return `${point.label}：${figureText(point, part)}${base === undefined ? '' : `（${base}）`}`
}
