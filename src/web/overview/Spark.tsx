const width = 96
const height = 28

/** How a figure moved, without words: what it says stands beside it and in the chart below. */
export function Spark({
  values,
  late = false,
}: {
  readonly values: readonly number[]
  readonly late?: boolean
}) {
  if (values.length < 3) return null
  const most = Math.max(...values, 1)
  const least = Math.min(...values, 0)
  const step = width / (values.length - 1)
  const points = values.map(
    (value, at) =>
      `${(at * step).toFixed(1)},${(height - 2 - ((value - least) / (most - least)) * (height - 4)).toFixed(1)}`,
  )
  return (
    <svg
      className={late ? 'spark spark-late' : 'spark'}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <polyline points={points.join(' ')} />
    </svg>
  )
}
