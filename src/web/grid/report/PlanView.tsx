import type { MouseEvent } from 'react'
import { type Cell, cellAt, type Plan, placeOn, pointAt } from './plan.ts'

type Props = {
  readonly plan: Plan
  readonly grid?: number | undefined
  readonly point?: string | undefined
  readonly onPoint?: (cell: Cell, point: string) => void
}

/** The drawing of a community's grids. Whoever cannot tap it has the same grids as a list. */
export function PlanView({ plan, grid, point, onPoint }: Props) {
  const mark = placeOn(plan, point)
  const tap = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * plan.width
    const y = ((event.clientY - box.top) / box.height) * plan.height
    const cell = cellAt(plan, x, y)
    if (cell !== undefined) onPoint?.(cell, pointAt(plan, x, y))
  }
  return (
    <figure className="plan">
      <svg
        viewBox={`0 0 ${plan.width} ${plan.height}`}
        role="img"
        aria-label="网格示意图"
        onClick={tap}
        className={onPoint === undefined ? '' : 'taps'}
      >
        {plan.cells.map((cell) => (
          <g key={cell.code} className={cell.code === grid ? 'cell chosen' : 'cell'}>
            <rect
              x={cell.x + 1}
              y={cell.y + 1}
              width={cell.width - 2}
              height={cell.height - 2}
              rx="6"
            />
            <text x={cell.x + cell.width / 2} y={cell.y + cell.height / 2}>
              {shortName(cell.name)}
            </text>
          </g>
        ))}
        {mark !== undefined && <circle className="mark" cx={mark.x} cy={mark.y} r="9" />}
      </svg>
      <figcaption className="hint">
        示意图：只表示有哪几个网格，不是真实的边界和位置。
        {onPoint !== undefined && '点一下就选好。'}
      </figcaption>
    </figure>
  )
}

/** The community's name before the grid's own does not fit into a cell. */
function shortName(name: string): string {
  return /第?[\d一二三四五六七八九十]+网格$/.exec(name)?.[0] ?? name
}
