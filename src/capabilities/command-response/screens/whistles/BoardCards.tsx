import type { RecordRow } from '../../../../web/api/types.ts'
import { ClockWords } from '../../../../web/look/ClockWords.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { shortPlace } from '../short-place.ts'
import { cellsOf } from './board.ts'
import { StageCell } from './StageCell.tsx'

/** On a phone each whistle is a card that names its units line by line. */
export function BoardCards({ rows }: { readonly rows: readonly RecordRow[] }) {
  return (
    <ul className="rows-narrow board-cards">
      {rows.map((row) => (
        <li key={row.id} className="sheet">
          <GoLink to={`/r/${row.id}`} className="row-card">
            <span className="row spread">
              <b>{row.title === '' ? '（无标题）' : row.title}</b>
              <StateTag tone={stateTone(row)}>{row.stateLabel}</StateTag>
            </span>
            <span className="quiet small">
              {row.categoryLabel} · {shortPlace(row.place)}{' '}
              <ClockWords due={row.due} late={row.late} brief />
            </span>
            {cellsOf(row).map((cell) => (
              <StageCell key={cell.unit.id} cell={cell} named />
            ))}
          </GoLink>
        </li>
      ))}
    </ul>
  )
}
