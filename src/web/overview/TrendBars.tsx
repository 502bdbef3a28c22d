import { GoLink } from '../look/GoLink.tsx'

export type Bar = {
  readonly key: string
  /** Below the bar; some stay empty where there is no room for all. */
  readonly axis: string
  /** Its words may go where bars are narrow. */
  readonly minor?: boolean
  /** Of so few that it says little. */
  readonly few?: boolean
  /** The whole of it in words, for the pointer and for who cannot see it. */
  readonly words: string
  readonly to: string
  readonly value: number
  readonly before?: number | undefined
  readonly late?: number | undefined
}

/** A line across all bars: something they stand beside. */
export type Level = { readonly value: number; readonly label: string }

/** Bars side by side, each of which leads somewhere. */
export function TrendBars({
  bars,
  most,
  levels = [],
}: {
  readonly bars: readonly Bar[]
  readonly most: number
  readonly levels?: readonly Level[]
}) {
  return (
    <div className="trend-frame">
      {levels.map(({ value, label }) => (
        <span
          key={label}
          className="trend-level"
          style={{ bottom: `calc(20px + (100% - 20px) * ${value / most})` }}
          aria-hidden="true"
        />
      ))}
      <ol className="trend">
        {bars.map(({ key, axis, minor = false, few = false, words, to, value, before, late }) => (
          <li key={key}>
            <GoLink to={to} title={words} aria-label={words}>
              <span className="trend-plot">
                {before === undefined ? null : (
                  <i className="trend-before" style={{ height: share(before, most) }} />
                )}
                <i
                  className={few ? 'trend-volume trend-few' : 'trend-volume'}
                  style={{ height: share(value, most) }}
                />
                {late === undefined ? null : (
                  <i className="trend-late" style={{ height: share(late, most) }} />
                )}
              </span>
            </GoLink>
            <span className={minor ? 'trend-day trend-minor' : 'trend-day'} aria-hidden="true">
              {axis}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function share(value: number, most: number): string {
  return `${(value / most) * 100}%`
}
