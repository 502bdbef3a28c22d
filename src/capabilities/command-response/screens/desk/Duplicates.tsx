import { Button } from 'antd'
import { Ago } from '../../../../web/look/Ago.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import type { DuplicateAdvice } from './advice.ts'
import { shortPlace } from '../short-place.ts'

/** Appeals nearby that may be the same matter. The first can be merged into with one key. */
export function Duplicates({
  duplicates,
  onMerge,
}: {
  readonly duplicates: readonly DuplicateAdvice[]
  readonly onMerge: ((duplicate: DuplicateAdvice) => void) | undefined
}) {
  if (duplicates.length === 0) return null
  return (
    <section className="advice-part">
      <h3>可能是同一件事</h3>
      <ul>
        {duplicates.slice(0, 3).map((duplicate, at) => (
          <li key={duplicate.id} className="advice-row">
            <div className="advice-body">
              <GoLink to={`/r/${duplicate.id}`} target="_blank">
                {duplicate.title}
              </GoLink>
              <div className="quiet small">
                {duplicate.number} · {duplicate.stateLabel} · <Ago at={duplicate.openedAt} />
              </div>
              <div className="quiet small">
                {shortPlace(duplicate.place)} · 相似 {Math.round(duplicate.likeness * 100)}%
              </div>
            </div>
            {onMerge === undefined ? null : (
              <Button size="small" onClick={() => onMerge(duplicate)}>
                并入 {at === 0 ? <kbd>Alt+M</kbd> : null}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
