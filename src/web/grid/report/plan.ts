export type Cell = {
  readonly code: number
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Plan = {
  readonly width: number
  readonly height: number
  readonly cells: readonly Cell[]
}

type Grid = { readonly code: number; readonly name: string }

/**
 * A drawing of which grids a community has, in the order of their codes: nothing of their true
 * shape or place. The last row's cells share its whole width.
 */
export function planOf(grids: readonly Grid[]): Plan {
  const sorted = grids.toSorted((a, b) => a.code - b.code)
  const columns = Math.max(1, Math.ceil(Math.sqrt(sorted.length)))
  const rows = Math.max(1, Math.ceil(sorted.length / columns))
  const cells = sorted.map((grid, at) => {
    const row = Math.floor(at / columns)
    const inRow = Math.min(columns, sorted.length - row * columns)
    const width = planWidth / inRow
    const x = (at % columns) * width
    return { ...grid, x, y: row * rowHeight, width, height: rowHeight }
  })
  return { width: planWidth, height: rows * rowHeight, cells }
}

/** A place on the drawing, in percent from its left and top. It says that it is one of a drawing,
 *  so that nobody takes it for a coordinate. */
export function pointAt({ width, height }: Plan, x: number, y: number): string {
  const percent = (part: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, part / whole)) * 100)
  return `${prefix}${percent(x, width)},${percent(y, height)}`
}

/** Where on the drawing a point lies; nothing when it is no point of a drawing. */
export function placeOn(
  { width, height }: Plan,
  point: string | undefined,
): { readonly x: number; readonly y: number } | undefined {
  const [, left, top] = new RegExp(`^${prefix}(\\d{1,3}),(\\d{1,3})$`).exec(point ?? '') ?? []
  if (left === undefined || top === undefined) return undefined
  return { x: (Number(left) * width) / 100, y: (Number(top) * height) / 100 }
}

export function cellAt({ cells }: Plan, x: number, y: number): Cell | undefined {
  return cells.find(
    (cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height,
  )
}

const planWidth = 300
const rowHeight = 88
const prefix = '示意图:'
