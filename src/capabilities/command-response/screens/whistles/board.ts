import type { PartyCell, RecordRow } from '../../../../web/api/types.ts'

export type Stage = 'called' | 'signed' | 'arrived' | 'handling' | 'done' | 'disputed' | 'released'

export type Cell = {
  readonly unit: { readonly id: number; readonly name: string }
  readonly stage: Stage
  readonly label: string
  readonly late: boolean
  /** What the unit is given time for now; none when it has done its part. */
  readonly due: string | undefined
  readonly since: string
}

export type BoardColumn = {
  readonly id: number
  readonly name: string
  /** As much of the name as tells it from the other columns. */
  readonly short: string
  readonly late: number
}

/** How far a unit that was called is. One that has arrived handles once the street's plan stands. */
function cellOf(row: RecordRow, party: PartyCell): Cell {
  const isHandling = party.state === 'arrived' && row.state !== 'responding'
  const stage = isHandling ? 'handling' : (stages.find((one) => one === party.state) ?? 'called')
  return {
    unit: party.unit,
    stage,
    label: isHandling ? '处置中' : party.stateLabel,
    late: party.late,
    due: party.is === 'working' && row.closedAt === undefined ? party.due : undefined,
    since: party.joinedAt,
  }
}

const stages: readonly Stage[] = ['called', 'signed', 'arrived', 'done', 'disputed', 'released']

export function cellsOf(row: RecordRow): readonly Cell[] {
  return (row.parties ?? []).map((party) => cellOf(row, party))
}

/** A column for every unit called, those called most often first, so that the eye need not jump. */
export function columnsOf(rows: readonly RecordRow[]): readonly BoardColumn[] {
  const cells = rows.flatMap(cellsOf)
  const units = [...Map.groupBy(cells, ({ unit }) => unit.id).values()]
  const shorts = units.map(([first]) => shortUnit(first?.unit.name ?? ''))
  return units
    .map((own) => ({
      id: own[0]?.unit.id ?? 0,
      name: own[0]?.unit.name ?? '',
      late: own.filter(({ late }) => late).length,
      called: own.length,
    }))
    .toSorted((a, b) => b.called - a.called || a.id - b.id)
    .map(({ id, name, late }) => {
      const short = shortUnit(name)
      const isTaken = shorts.filter((one) => one === short).length > 1
      return { id, name, short: isTaken ? name : short, late }
    })
}

/** '在办 12 件，待报到 5 个单位，其中超时 2 个'. */
export function summaryOf(rows: readonly RecordRow[]): string {
  if (rows.length === 0) return '没有在办的哨件'
  const cells = rows.flatMap(cellsOf)
  const waited = cells.filter(({ stage }) => stage === 'called' || stage === 'signed')
  const late = waited.filter((cell) => cell.late).length
  const disputed = cells.filter(({ stage }) => stage === 'disputed').length
  return [
    `在办 ${rows.length} 件`,
    waited.length === 0 ? '应到的都已报到' : `待报到 ${waited.length} 个单位`,
    ...(late === 0 ? [] : [`其中超时 ${late} 个`]),
    ...(disputed === 0 ? [] : [`争议待裁 ${disputed} 个`]),
  ].join('，')
}

/** '城市管理局' stands better over a narrow column than '五华区城市管理局'. */
function shortUnit(name: string): string {
  return name
    .replace(/^(?:市(?!场)|.{1,5}?[区县]|[^城]{2}市)(?=.{3,})/u, '')
    .replace(/(?<=局).{2,3}(?:分局|大队)$/u, '')
}
