import { Checkbox } from 'antd'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import type { Request } from './view.ts'

/** Cases that somebody asked to leave out: who, why, and to those who deal with it what the rate was before
 *  and after. Those that are not decided yet can be tried by who may see the case itself. */
export function Exclusions({
  requests,
  tried,
  set,
}: {
  readonly requests: readonly Request[]
  readonly tried: ReadonlySet<string>
  /** Missing where nothing is being tried. */
  readonly set?: ((ids: readonly string[]) => void) | undefined
}) {
  const toggle = (id: string, wanted: boolean) =>
    set?.(wanted ? [...tried, id] : [...tried].filter((one) => one !== id))
  return (
    <section className="sheet overview-part" aria-labelledby="score-exclusions">
      <div className="row spread">
        <h2 id="score-exclusions">剔除申请</h2>
        <span className="quiet small">
          同意剔除的真正不再计入基数，全部列在这里；您能查看的诉求才能试算剔除
        </span>
      </div>
      {requests.length === 0 ? <p className="quiet">这段时间没有剔除申请</p> : null}
      <ul className="score-requests">
        {requests.map((request) => (
          <li key={request.id}>
            <span className="score-request-name">
              {set !== undefined && request.is === 'working' && request.mayTry ? (
                <Checkbox
                  className="no-print"
                  checked={tried.has(request.id)}
                  onChange={(event) => toggle(request.id, event.target.checked)}
                >
                  试算剔除
                </Checkbox>
              ) : null}
              <GoLink to={`/r/${request.id}`}>{request.title}</GoLink>
              <span className="quiet small">{request.unitName}</span>
            </span>
            <span className="quiet">{request.ground}</span>
            <span className="small">
              {request.rates
                .map(({ label, before, after }) => `${label} ${before}% → ${after}%`)
                .join('；')}
            </span>
            <StateTag tone={stateTone(request)}>{request.stateLabel}</StateTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
