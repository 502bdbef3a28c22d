import { weekdayOf } from '../../../../kernel/time.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { type BriefView, changeText, type Figure, filtersOf, linkTo } from './brief.ts'
import { Clusters } from './Clusters.tsx'
import { LateUnits } from './LateUnits.tsx'
import { Standing } from './Standing.tsx'
import { UnitTable } from './UnitTable.tsx'

/** The brief as one sheet, on the screen as on paper. */
export function BriefSheet({ brief }: { readonly brief: BriefView }) {
  const area = brief.area.code
  return (
    <article className="sheet brief">
      <p className="quiet">
        {brief.area.name} · {dateText(brief.date)}
      </p>
      <p className="brief-sentence">{brief.sentence}</p>
      <ul className="brief-figures">
        {brief.figures.map((figure) => (
          <FigureCell key={figure.name} figure={figure} date={brief.date} area={area} />
        ))}
      </ul>
      <div className="brief-columns">
        <div className="brief-column">
          <LateUnits late={brief.late} area={area} />
          <UnitTable units={brief.units} area={area} />
        </div>
        <div className="brief-column">
          <Clusters clusters={brief.clusters} date={brief.date} />
          <Standing brief={brief} />
        </div>
      </div>
    </article>
  )
}

function FigureCell({
  figure,
  date,
  area,
}: {
  readonly figure: Figure
  readonly date: string
  readonly area: number
}) {
  const { name, label, value, before } = figure
  const filters = filtersOf(name, date, area)
  const change = changeText(value, before)
  const isLate = name === 'late' && value > 0
  const words = <b className={isLate ? 'brief-value clock-late' : 'brief-value'}>{value}</b>
  return (
    <li className="brief-figure">
      <span className="quiet">{label}</span>
      <span>
        {filters === undefined ? words : <GoLink to={linkTo(filters)}>{words}</GoLink>}
        <span className="quiet"> 件</span>
      </span>
      {change === undefined ? null : <span className="quiet small">{change}</span>}
    </li>
  )
}

function dateText(day: string): string {
  const weekday = ['日', '一', '二', '三', '四', '五', '六'][weekdayOf(day)] ?? ''
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日 星期${weekday}`
}
