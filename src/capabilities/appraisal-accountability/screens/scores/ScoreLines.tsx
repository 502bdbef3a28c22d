import type { Line } from '../../../../kernel/fair/score.ts'
import { whyText } from '../../../../kernel/fair/words.ts'
import { figureKey } from '../../../../kernel/figure-key.ts'
import { query } from '../../../../web/api/client.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { useListPaths } from '../../../../web/overview/use-list-path.ts'
import type { FigureMeaning, ReadingsView, UnitReadings } from './basis.ts'
import type { ScoredUnit } from './scored.ts'
import type { Result } from './view.ts'
import {
  basisText,
  lineValue,
  pointsText,
  populationText,
  rangeText,
  restsOn,
  reviewText,
  scaleText,
  valueText,
} from './words.ts'

/** A unit item by item: what was counted, what it is set against, what that gives, and the lists it
 *  is made of, of the same days and place. */
export function ScoreLines({
  view,
  row,
  before,
  result,
}: {
  readonly view: ReadingsView
  readonly row: ScoredUnit
  readonly before: ScoredUnit | undefined
  readonly result: Result | undefined
}) {
  const { told, score } = row
  const own = useMe().post.unit.id === told.unit
  return (
    <div className="score-lines">
      <div className="row spread">
        <p className="quiet small">
          {told.by === 'area' ? `${told.areaName}范围内的全部事项` : '由该单位负责的事项'}，
          {view.from} 至 {view.to}
          {told.population === undefined ? '' : `；${populationText(told.population)}`}
        </p>
        {result === undefined ? null : (
          <span className="row">
            <StateTag tone={stateTone(result)}>{result.stateLabel}</StateTag>
            <span className="quiet small">{reviewText(result)}</span>
            <GoLink to={`/r/${result.id}`}>{own ? '查看得分、申请复核' : '查看得分'}</GoLink>
          </span>
        )}
      </div>
      <ul>
        {score.lines.map((line, at) => (
          <LineView key={line.item.id} {...{ view, told, line }} before={before?.score.lines[at]} />
        ))}
      </ul>
    </div>
  )
}

function LineView({
  view,
  told,
  line,
  before,
}: {
  readonly view: ReadingsView
  readonly told: UnitReadings
  readonly line: Line
  readonly before: Line | undefined
}) {
  const { item, value, why } = line
  const figure = view.figures.find(({ key }) => key === figureKey(item.indicator, item.part))
  return (
    <li className="score-line">
      <div>
        <b>{item.label}</b> <span className="quiet small">{item.points} 分</span>
        <p className="quiet small">{figure?.formula}</p>
      </div>
      <div>
        <span>{lineValue(line)}</span> <span className="quiet">{restsOn(line)}</span>
        {value === undefined ? null : (
          <p className="quiet small">
            区间 {valueText(item, line.low)}–{valueText(item, line.high)}；{scaleText(item)}
          </p>
        )}
        <p className="quiet small">{basisText(item)}</p>
      </div>
      <div className="number">
        <b>{pointsText(line)}</b>
        {before === undefined || pointsText(before) === pointsText(line) ? null : (
          <span className="quiet small"> 原 {pointsText(before)}</span>
        )}
        <p className="quiet small">
          {why === undefined
            ? rangeText({ low: line.pointsLow, high: line.pointsHigh })
            : whyText(line, view.smallest)}
        </p>
      </div>
      <Behind view={view} told={told} figure={figure} />
    </li>
  )
}

function Behind({
  view,
  told,
  figure,
}: {
  readonly view: ReadingsView
  readonly told: UnitReadings
  readonly figure: FigureMeaning | undefined
}) {
  const listPath = useListPaths()
  if (figure === undefined) return null
  const terms = told.readings[figure.key]?.terms ?? []
  const label = (key: string) => figure.terms.find((term) => term.key === key)
  return (
    <p className="score-behind no-print">
      {terms.map(({ key, list }) => (
        <GoLink key={key} to={listPath(list.kind) + query(list.filters)}>
          {label(key)?.kindLabel}
          {label(key)?.label}
        </GoLink>
      ))}
      {told.by === 'area' ? (
        <GoLink
          to={`/indicators/${encodeURIComponent(figure.id)}${query({
            area: told.area,
            ...(view.to < view.today ? { to: view.to } : {}),
          })}`}
        >
          指标页
        </GoLink>
      ) : null}
    </p>
  )
}
