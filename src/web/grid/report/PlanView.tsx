import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { type Cell, cellAt, type Plan, placeOn, pointAt } from './plan.ts'

type Shown = {
  readonly plan: Plan
  readonly grid?: number | undefined
  readonly point?: string | undefined
}
type Props = Shown & { readonly onPoint: (cell: Cell, point: string) => void }

/** The drawing of a community's grids, to be tapped, or walked over with the arrow keys. */
export function PlanChoice({ plan, grid, point, onPoint }: Props) {
  const [mark, setMark] = useState(point)
  const { x, y } = placeOn(plan, mark) ?? { x: plan.width / 2, y: plan.height / 2 }
  const choose = (at: { readonly x: number; readonly y: number }) => {
    const cell = cellAt(plan, at.x, at.y)
    if (cell !== undefined) onPoint(cell, pointAt(plan, at.x, at.y))
  }
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // The keyboard's click has no place of its own: it means the mark.
    if (event.detail === 0) {
      choose({ x, y })
      return
    }
    const box = event.currentTarget.getBoundingClientRect()
    choose({
      x: ((event.clientX - box.left) / box.width) * plan.width,
      y: ((event.clientY - box.top) / box.height) * plan.height,
    })
  }
  const walk = (event: KeyboardEvent) => {
    const step = steps.get(event.key)
    if (step === undefined) return
    event.preventDefault()
    setMark(pointAt(plan, x + step.x * stride, y + step.y * stride))
  }
  const under = mark === undefined ? undefined : cellAt(plan, x, y)
  return (
    <figure className="plan">
      <button type="button" onClick={press} onKeyDown={walk}>
        <span className="sr">在示意图上点出位置，可用方向键移动，回车选定</span>
        <Drawing plan={plan} grid={under?.code ?? grid} point={mark} isHidden />
      </button>
      <output className="sr">{under?.name}</output>
      <figcaption className="hint">{notice}点一下就选好。</figcaption>
    </figure>
  )
}

/** The same drawing with the place that was tapped. */
export function PlanPicture(shown: Shown) {
  return (
    <figure className="plan">
      <Drawing {...shown} />
      <figcaption className="hint">{notice}</figcaption>
    </figure>
  )
}

function Drawing({ plan, grid, point, isHidden = false }: Shown & { readonly isHidden?: boolean }) {
  const mark = placeOn(plan, point)
  return (
    <svg
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      {...(isHidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': '网格示意图' })}
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
  )
}

/** The community's name before the grid's own does not fit into a cell. */
function shortName(name: string): string {
  return /第?[\d一二三四五六七八九十]+网格$/.exec(name)?.[0] ?? name
}

const notice = '示意图：只表示有哪几个网格，不是真实的边界和位置。'
const stride = 15
const steps: ReadonlyMap<string, { readonly x: number; readonly y: number }> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
])
