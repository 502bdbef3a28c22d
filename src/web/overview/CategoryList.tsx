import { Button } from 'antd'
import { useState } from 'react'
import { GoLink } from '../look/GoLink.tsx'
import type { PartProps } from './part-props.ts'
import type { Categories } from './view.ts'
import { movedText, spanText } from './words.ts'

const shown = 12

/** What it is about. What is too small for an order stands below, and says so. */
export function CategoryList(part: PartProps) {
  const { categories, area } = part.view
  const [all, setAll] = useState(false)
  if (categories === undefined)
    return area.level === 'community' ? (
      <section className="sheet overview-part">
        <h2>类别</h2>
        <p className="quiet">社区的件数太少，分到类别会指向具体的人，只统计到街道。</p>
      </section>
    ) : null
  const { rows, span, months } = categories
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>类别</h2>
        <span className="quiet small">
          {[
            ...(months ? [`街道按整月计：${spanText(span)}`] : []),
            ...(part.view.measures.everLate === undefined ? [] : ['红段为曾超时']),
          ].join('；')}
        </span>
      </div>
      {rows.length === 0 ? <p className="quiet">这段时间还没有定下类别的件。</p> : null}
      <ul className="overview-bars categories">
        {(all ? rows : rows.slice(0, shown)).map((row) => (
          <CategoryRow key={row.category} {...part} {...{ row, most, categories }} />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button className="no-print" type="link" size="small" onClick={() => setAll(!all)}>
          {all ? '收起' : `其余 ${rows.length - shown} 类`}
        </Button>
      ) : null}
    </section>
  )
}

function CategoryRow({
  row,
  most,
  categories: { span, measure },
  view,
  behind,
  compares,
}: PartProps & {
  readonly row: Categories['rows'][number]
  readonly most: number
  readonly categories: Categories
}) {
  const { category, label, count, whole, before, everLate, small } = row
  const moved =
    compares && !view.period.runs && whole !== undefined && before !== undefined
      ? movedText({ whole, before })
      : undefined
  return (
    <li>
      <span className="category-row">
        <span>
          {label}
          {small ? <span className="quiet small"> 基数小</span> : null}
        </span>
        <span className="quiet small number">
          {[
            ...(everLate === 0 ? [] : [`曾超时 ${everLate}`]),
            ...(moved === undefined ? [] : [`较同期${moved}`]),
          ].join(' · ')}
        </span>
        <GoLink className="number" to={behind.counted(measure, { span, category })}>
          {count} 件
        </GoLink>
      </span>
      <span className="overview-bar" aria-hidden="true">
        <i className="bar-late" style={{ width: `${(everLate / most) * 100}%` }} />
        <i style={{ width: `${((count - everLate) / most) * 100}%` }} />
      </span>
    </li>
  )
}
