import { Popover } from 'antd'
import { useNow } from '../api/use-now.ts'
import { timeLeft, type Due } from './time-left.ts'

type Props = Due & {
  readonly label?: string | undefined
  /** The working-day reckoning, line by line. */
  readonly explain?: readonly string[] | undefined
  readonly basis?: string | undefined
  /** Only what is left; when it ends stands on the hover. */
  readonly brief?: boolean
}

/** A clock in words; how it was reckoned stands behind a click. */
export function ClockWords({ label, explain = [], basis, brief = false, ...clock }: Props) {
  const left = timeLeft(clock, useNow())
  if (left === undefined) return null
  const words = (
    <span className={`clock-${left.tone}`} title={brief ? left.until : undefined}>
      {left.short}
      {left.until === undefined || brief ? '' : `，${left.until}`}
    </span>
  )
  return (
    <span>
      {label === undefined ? '' : <span className="quiet">{label} </span>}
      {explain.length === 0 ? (
        words
      ) : (
        <Popover
          trigger="click"
          title="时限怎么算的"
          content={
            <div className="stack small" style={{ maxWidth: 360, gap: 4 }}>
              {explain.map((line) => (
                <div key={line}>{line}</div>
              ))}
              {basis === undefined ? null : <div className="quiet">依据：{basis}</div>}
            </div>
          }
        >
          <button type="button" className="linklike" style={{ color: 'inherit' }}>
            {words}
            <span className="quiet no-print"> ⓘ</span>
          </button>
        </Popover>
      )}
    </span>
  )
}

/** How much of the limit is used; without a limit there is no bar. */
export function TimeBar({
  share,
  late,
}: {
  readonly share?: number | undefined
  readonly late?: boolean | undefined
}) {
  if (share === undefined && late !== true) return null
  const used = late === true ? 1 : Math.min(1, Math.max(0.02, share ?? 0))
  const tone = late === true ? 'late' : used > 0.8 ? 'soon' : 'calm'
  return (
    <span className={`timebar timebar-${tone}`} aria-hidden="true">
      <i style={{ width: `${Math.round(used * 100)}%` }} />
    </span>
  )
}
