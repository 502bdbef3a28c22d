import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { Score } from '../../../../kernel/fair/score.ts'
import { placeWords } from '../../../../kernel/fair/words.ts'
import type { Axis } from './axis.ts'
import type { ReadingsView } from './basis.ts'
import { ScoreLines } from './ScoreLines.tsx'
import type { Scored, ScoredUnit } from './scored.ts'
import type { Result } from './view.ts'
import { Whisker } from './Whisker.tsx'
import { changeText, pointsText, rangeText } from './words.ts'

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
        <Points score={score} was={before && pointsText(before.score)} />
        <Whisker axis={axis} span={score} before={before?.score} />
        <span className="number quiet score-range">{rangeText(score)}</span>
        <span className="score-place">
          <Changed words={placeWords(row, now)} was={before && old && placeWords(before, old)} />
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

function Points({ score, was }: { readonly score: Score; readonly was: string | undefined }) {
  const words = pointsText(score)
  return (
    <span className="number score-points">
      <b className={score.points === undefined ? 'score-untold' : undefined}>{words}</b>
      {was === undefined || was === words ? null : <span className="quiet small">原 {was}</span>}
    </span>
  )
}

function Changed({ words, was }: { readonly words: string; readonly was: string | undefined }) {
  return (
    <>
      {words}
      {was === undefined || was === words ? null : <span className="quiet small"> 原{was}</span>}
    </>
  )
}
