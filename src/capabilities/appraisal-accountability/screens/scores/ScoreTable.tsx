import { axisOf } from './axis.ts'
import type { ReadingsView } from './basis.ts'
import { ScoreRow } from './ScoreRow.tsx'
import type { Scored } from './scored.ts'
import type { Result } from './view.ts'
import { AxisHead } from './Whisker.tsx'

/** Units beside one another in the order of the division: dots and lines on one axis, and a place
 *  only as far as the lines come apart. */
export function ScoreTable({
  view,
  now,
  before,
  results,
  open,
  onOpen,
}: {
  readonly view: ReadingsView
  readonly now: Scored
  /** As it is, where something is tried. */
  readonly before?: Scored | undefined
  readonly results: readonly Result[]
  readonly open: number | undefined
  readonly onOpen: (unit: number | undefined) => void
}) {
  const all = [...now.rows, ...(before?.rows ?? [])].map(({ score }) => score)
  const axis = axisOf(all)
  const byUnit = new Map(before?.rows.map((row) => [row.told.unit, row]))
  return (
    <section className="sheet overview-part" aria-labelledby="scores-units">
      <div className="row spread">
        <h2 id="scores-units">得分和区间</h2>
        <span className="quiet small">按区划和单位顺序，不按分数排；区间为 95%</span>
      </div>
      <div className={before === undefined ? 'score-table' : 'score-table score-trial'}>
        <div className="score-head quiet small" aria-hidden="true">
          <span>单位</span>
          <span className="number">得分</span>
          <AxisHead axis={axis} />
          <span className="number">区间</span>
          <span>位次</span>
          {before === undefined ? null : <span className="number">变化</span>}
        </div>
        <ul>
          {now.rows.map((row) => (
            <ScoreRow
              key={row.told.unit}
              {...{ view, row, axis }}
              now={now}
              before={byUnit.get(row.told.unit)}
              old={before}
              result={results.find(({ unit }) => unit === row.told.unit)}
              open={open === row.told.unit}
              onOpen={(wanted) => onOpen(wanted ? row.told.unit : undefined)}
            />
          ))}
        </ul>
      </div>
    </section>
  )
}
