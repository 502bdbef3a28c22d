import { begin, columnsOf, type Flow, type FlowArrow, type FlowState } from './flow.ts'

export type Point = readonly [x: number, y: number]

export type Box = {
  readonly name: string
  readonly label: string
  readonly is: FlowState['is'] | 'begin'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Line = {
  readonly arrow: FlowArrow
  /** From the right side of its source to the left side of its target, in level and upright runs. */
  readonly points: readonly Point[]
  readonly label: string
  readonly labelAt: Point
}

export type Picture = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

const row = 24
const channel = 10
const letter = 12

/**
 * States in columns from left to right. What leads out of a state leaves its right side, each with
 * its words; all that leads into a state shares one line, so that no line has to be told from
 * another. What does not lead into the next column runs below all boxes. Level runs of sources lie
 * on whole rows and those of targets on half rows, so that none lies on another.
 */
export function pictureOf(flow: Flow): Picture {
  const columns = columnsOf(flow)
  const columnAt = new Map(columns.flatMap((names, at) => names.map((name) => [name, at] as const)))
  const exits = exitsOf(flow, columns)
  const nets = netsOf(exits, columnAt)
  const { boxes, gaps, width } = placed(flow, { columns, exits, nets })
  const bottom = Math.max(...[...boxes.values()].map((box) => box.y + box.height))
  const lanes = lanesOf(nets, gaps)
  const laneY = (name: string) => bottom + row / 2 + (lanes.get(name) ?? 0) * channel
  const lines = [...exits].flatMap(([from, arrows]) =>
    arrows.flatMap((arrow, at): readonly Line[] => {
      const source = boxes.get(from)
      const target = boxes.get(arrow.to)
      const out = columnAt.get(from) ?? 0
      const into = (columnAt.get(arrow.to) ?? 0) - 1
      if (source === undefined || target === undefined) return []
      const start: Point = [source.x + source.width, source.y + row * (at + 1)]
      const end: Point = [target.x, target.y + row / 2]
      const enters = gaps[into]?.channels.get(arrow.to) ?? end[0]
      const leaves = gaps[out]?.channels.get(arrow.to) ?? start[0]
      const points: readonly Point[] =
        out === into
          ? [start, [enters, start[1]], [enters, end[1]], end]
          : [
              start,
              [leaves, start[1]],
              [leaves, laneY(arrow.to)],
              [enters, laneY(arrow.to)],
              [enters, end[1]],
              end,
            ]
      return [{ arrow, points, label: wordsOf(arrow), labelAt: [start[0] + 6, start[1] - 4] }]
    }),
  )
  const depth = Math.max(-1, ...lanes.values()) + 1
  return {
    width,
    height: bottom + (depth === 0 ? 4 : row / 2 + depth * channel),
    boxes: [...boxes.values()],
    lines,
  }
}

const askers = { people: '', clock: '到时 ', effect: '联动 ', courier: '邻市 ' } as const

function wordsOf({ label, by, sometimes }: FlowArrow): string {
  return `${askers[by]}${label}${sometimes ? '（视情况）' : ''}`
}

type Exits = ReadonlyMap<string, readonly FlowArrow[]>

/** What leads out of each state, what ends nearest first. */
function exitsOf({ arrows }: Flow, columns: readonly (readonly string[])[]): Exits {
  const all = columns.flat()
  const isDrawn = new Set(all)
  return new Map(
    all.map((name) => {
      const own = arrows.filter(({ from = begin, to }) => from === name && isDrawn.has(to))
      const distinct = new Map(own.map((arrow) => [`${arrow.to}/${wordsOf(arrow)}`, arrow]))
      return [
        name,
        [...distinct.values()].toSorted((a, b) => all.indexOf(a.to) - all.indexOf(b.to)),
      ]
    }),
  )
}

/** All that leads into one state. */
type Net = {
  readonly to: string
  readonly into: number
  /** Columns that its lines leave from. */
  readonly out: ReadonlySet<number>
}

function netsOf(exits: Exits, columnAt: ReadonlyMap<string, number>): readonly Net[] {
  const sources = [...exits].flatMap(([from, arrows]) =>
    arrows.map(({ to }) => ({ to, out: columnAt.get(from) ?? 0 })),
  )
  return [...Map.groupBy(sources, ({ to }) => to)].map(([to, all]) => ({
    to,
    into: (columnAt.get(to) ?? 0) - 1,
    out: new Set(all.map(({ out }) => out)),
  }))
}

type Gap = { readonly channels: ReadonlyMap<string, number> }

function placed(
  { states }: Flow,
  {
    columns,
    exits,
    nets,
  }: {
    readonly columns: readonly (readonly string[])[]
    readonly exits: Exits
    readonly nets: readonly Net[]
  },
) {
  const byName = new Map(states.map((state) => [state.name, state]))
  const boxes = new Map<string, Box>()
  const gaps: Gap[] = []
  let x = 4
  for (const [at, names] of columns.entries()) {
    const labels = names.map((name) => byName.get(name)?.label ?? '新建')
    const width = Math.max(56, ...labels.map((label) => widthOf(label, 14) + 36))
    let y = 2
    for (const [index, name] of names.entries()) {
      const height = row * ((exits.get(name)?.length ?? 0) + 1)
      const is = byName.get(name)?.is ?? 'begin'
      boxes.set(name, { name, label: labels[index] ?? '', is, x, y, width, height })
      y += height + row
    }
    const words = names.flatMap((name) => (exits.get(name) ?? []).map(wordsOf))
    const away = nets.filter((net) => net.out.has(at) && net.into !== at)
    const here = nets.filter((net) => net.into === at)
    const first = x + width + Math.max(0, ...words.map((text) => widthOf(text, letter))) + 16
    gaps.push({
      channels: new Map(
        [...away, ...here].map(({ to }, index) => [to, first + index * channel] as const),
      ),
    })
    const isLast = at === columns.length - 1
    const lines = away.length + here.length
    x = isLast && lines === 0 ? x + width + 4 : first + lines * channel + 12
  }
  return { boxes, gaps, width: x }
}

/** Below the boxes each net that needs it has a lane; those that do not meet share one. */
function lanesOf(nets: readonly Net[], gaps: readonly Gap[]): ReadonlyMap<string, number> {
  const spans = nets.flatMap(({ to, into, out }) => {
    const away = [...out].filter((column) => column !== into)
    if (away.length === 0) return []
    const ends = [into, ...away].map((column) => gaps[column]?.channels.get(to) ?? 0)
    return [{ to, from: Math.min(...ends), until: Math.max(...ends) }]
  })
  const taken: { from: number; until: number }[][] = []
  const lanes = new Map<string, number>()
  for (const span of spans.toSorted((a, b) => a.until - a.from - (b.until - b.from))) {
    const free = taken.findIndex((lane) =>
      lane.every((other) => other.until < span.from || span.until < other.from),
    )
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), span]
    lanes.set(span.to, lane)
  }
  return lanes
}

/** Chinese letters are square, others about half as wide. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2000 ? 0.6 : 1) * size, 0)
}
