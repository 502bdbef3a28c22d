import { useId } from 'react'
import type { Flow } from './flow.ts'
import { type Box, type Line, pictureOf, type Point } from './flow-layout.ts'

/** A flow as a picture: what is worked on, rests or ends, and which command leads from one to the
 *  next. It scrolls sideways where the page is narrow. */
export function FlowPicture({ flow, title }: { readonly flow: Flow; readonly title: string }) {
  const { width, height, boxes, lines } = pictureOf(flow)
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="flow-scroll" tabIndex={0} role="group" aria-label={title}>
      <svg
        className="flow"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}：${inWords(flow)}`}
      >
        <defs>
          <marker
            id={`${id}-end`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 z" className="flow-head" />
          </marker>
        </defs>
        {lines.map((line, at) => (
          <Arrow key={at} line={line} head={`url(#${id}-end)`} />
        ))}
        {boxes.map((box) => (
          <StateBox key={box.name} box={box} />
        ))}
      </svg>
    </div>
  )
}

function Arrow({ line, head }: { readonly line: Line; readonly head: string }) {
  const [x, y] = line.labelAt
  return (
    <g className={`flow-arrow flow-by-${line.arrow.by}`}>
      <path d={pathOf(line.points)} className="flow-reach" />
      <path d={pathOf(line.points)} className="flow-line" markerEnd={head} />
      <text x={x} y={y} className="flow-label">
        {line.label}
      </text>
    </g>
  )
}

const signs: Readonly<Record<Box['is'], string>> = {
  begin: '',
  working: '●',
  resting: '‖',
  end: '✓',
  party: '◇',
}

function StateBox({ box }: { readonly box: Box }) {
  const { x, y, width, height, is, label } = box
  return (
    <g className={`flow-box flow-${is}`}>
      <rect x={x} y={y} width={width} height={height} rx={4} />
      <text x={x + width / 2} y={y + 17} textAnchor="middle">
        {signs[is]} {label}
      </text>
    </g>
  )
}

const bend = 4

/** Level and upright runs with rounded corners. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const parts = rest.flatMap((point, at) => {
    const before = at === 0 ? first : (rest[at - 1] ?? first)
    const after = rest[at + 1]
    if (after === undefined) return [`L${point.join(' ')}`]
    return [
      `L${towards(point, before).join(' ')}`,
      `Q${point.join(' ')} ${towards(point, after).join(' ')}`,
    ]
  })
  return [`M${first.join(' ')}`, ...parts].join(' ')
}

function towards([x, y]: Point, [ox, oy]: Point): Point {
  const length = Math.hypot(ox - x, oy - y)
  const share = length === 0 ? 0 : Math.min(bend, length / 2) / length
  return [x + (ox - x) * share, y + (oy - y) * share]
}

/** The same for whoever hears the page. */
function inWords({ states, arrows }: Flow): string {
  const label = (name: string | undefined) =>
    states.find((state) => state.name === name)?.label ?? '新建'
  return arrows.map(({ from, to, label: by }) => `${label(from)}经${by}到${label(to)}`).join('；')
}
