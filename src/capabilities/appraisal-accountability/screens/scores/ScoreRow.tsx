import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { Axis } from './axis.ts'
import type { ReadingsView } from './basis.ts'
import { ScoreLines } from './ScoreLines.tsx'
import type { Scored, ScoredUnit } from './scored.ts'
import type { Result } from './view.ts'
import { Whisker } from './Whisker.tsx'
import { changeText, placeWords, pointsText, rangeText } from './words.ts'

/** One unit in a line; opened, item by item with what stands behind each. */
export function ScoreRow({
  view,
  row,
  axis,
  now,
  before,
  old,
  result,
  open,
  onOpen,
}: {
  readonly view: ReadingsView
  readonly row: ScoredUnit
  readonly axis: Axis
  readonly now: Scored
  readonly before: ScoredUnit | undefined
  readonly old: Scored | undefined
  readonly result: Result | undefined
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const { told, score } = row
  const lines = `score-lines-${told.unit}`
  const words = placeWords(row, now)
  const was = before && old && placeWords(before, old)
  return (
    <li>
      <div className="score-row">
        <button
          type="button"
          className="linklike score-name"
          aria-expanded={open}
          aria-controls={lines}
          onClick={() => onOpen(!open)}
        >
          <span className="no-print">{open ? <DownOutlined /> : <RightOutlined />}</span>{' '}
          {told.name}
        </button>
        <span className="number score-points">
          <b className={score.points === undefined ? 'score-untold' : undefined}>
            {pointsText(score)}
          </b>
          {before === undefined || pointsText(before.score) === pointsText(score) ? null : (
            <span className="quiet small">原 {pointsText(before.score)}</span>
          )}
        </span>
        <Whisker axis={axis} span={score} before={before?.score} />
        <span className="number quiet score-range">{rangeText(score)}</span>
        <span className="score-place">
          {words}
          {was === undefined || was === words ? null : (
            <span className="quiet small"> 原{was}</span>
          )}
        </span>
        {before === undefined ? null : (
          <span className="number score-change">
            {changeText(before.score.points, score.points)}
          </span>
        )}
      </div>
      <div id={lines}>
        {open ? <ScoreLines view={view} row={row} before={before} result={result} /> : null}
      </div>
    </li>
  )
}
