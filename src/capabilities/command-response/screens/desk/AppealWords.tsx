import type { RecordView } from '../../../../web/api/record-view.ts'
import { lastSaid, wordsOf } from './case.ts'

/** What was asked, in the person's words, and why it came back: read before anything is chosen. */
export function AppealWords({
  view,
  isAgain,
}: {
  readonly view: RecordView
  readonly isAgain: boolean
}) {
  const spot = wordsOf(view, 'spot')
  const returned = isAgain ? lastSaid(view, 'Returned') : undefined
  return (
    <div className="appeal-words">
      <p className="prose">{wordsOf(view, 'detail') ?? view.record.title}</p>
      <p className="quiet small">
        {view.record.place.path}
        {spot === undefined ? '' : ` · ${spot}`}
      </p>
      {returned === undefined ? null : <p className="note-box">{returned}</p>}
    </div>
  )
}
