import { useNow } from '../../../../web/api/use-now.ts'
import { timeLeft } from '../../../../web/look/time-left.ts'
import { instantOf, durationText } from '../../../../kernel/time.ts'
import type { Cell } from './board.ts'
import { signs } from './Legend.tsx'

/** One unit in one whistle: how far it is, and the time it has left or has been there. */
export function StageCell({
  cell,
  named = false,
}: {
  readonly cell: Cell
  readonly named?: boolean
}) {
  const now = useNow()
  const left = timeLeft({ due: cell.due, late: cell.late }, now)
  const since = instantOf(cell.since)
  const called = since === undefined ? '' : `${durationText(now - since)}前吹哨`
  return (
    <span
      className={`stage stage-${cell.stage}${cell.late ? ' stage-late' : ''}`}
      title={[cell.unit.name, cell.label, left?.until, called].filter(Boolean).join(' · ')}
    >
      <span className="stage-word">
        <span aria-hidden="true">{cell.late ? '!' : signs[cell.stage]}</span>{' '}
        {named ? <b>{cell.unit.name} </b> : null}
        {cell.label}
      </span>
      {left === undefined ? null : <span className="stage-time">{left.short}</span>}
    </span>
  )
}
