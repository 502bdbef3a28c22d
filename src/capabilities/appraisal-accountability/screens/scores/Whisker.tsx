import { at, type Axis } from './axis.ts'

type Span = {
  readonly low: number
  readonly high: number
  readonly points: number | undefined
}

/** The points of a unit as a dot and what they may be as a line, on the axis that all units share.
 *  What they were before a trial stands above, hollow. The same stands in words beside it. */
export function Whisker({
  axis,
  span,
  before,
}: {
  readonly axis: Axis
  readonly span: Span
  readonly before?: Span | undefined
}) {
  return (
    <span className="whisker" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <i key={tick} className="whisker-tick" style={{ left: `${at(axis, tick)}%` }} />
      ))}
      {before === undefined ? null : <Bar axis={axis} span={before} name="whisker-before" />}
      <Bar axis={axis} span={span} name={before === undefined ? 'whisker-only' : 'whisker-after'} />
    </span>
  )
}

function Bar({ axis, span, name }: { axis: Axis; span: Span; name: string }) {
  const [left, right] = [at(axis, span.low), at(axis, span.high)]
  return (
    <span className={span.points === undefined ? `${name} whisker-untold` : name}>
      <i className="whisker-line" style={{ left: `${left}%`, width: `${right - left}%` }} />
      {span.points === undefined ? null : (
        <i className="whisker-dot" style={{ left: `${at(axis, span.points)}%` }} />
      )}
    </span>
  )
}

/** The numbers of the axis, once above all rows. */
export function AxisHead({ axis }: { readonly axis: Axis }) {
  return (
    <span className="whisker-axis" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <span key={tick} style={{ left: `${at(axis, tick)}%` }}>
          {tick}
        </span>
      ))}
    </span>
  )
}
