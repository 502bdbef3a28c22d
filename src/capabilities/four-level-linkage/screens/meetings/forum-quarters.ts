import type { Day } from '../../../../kernel/time.ts'

export type Quarter = {
  readonly from: Day
  /** The quarter's last day, or today while it runs. */
  readonly to: Day
  readonly label: string
  readonly value?: number | undefined
}

export type QuarterSaid = {
  readonly label: string
  readonly held: number
  readonly tone: 'end' | 'late' | 'wait'
  readonly says: '已召开' | '未召开' | '本季度还没有召开'
}

/** R029: once held is met; none after the quarter's end is 未召开, before it still may be held. */
export function saidOf({ from, label, value = 0 }: Quarter, today: Day): QuarterSaid {
  if (value >= 1) return { label, held: value, tone: 'end', says: '已召开' }
  const isOver = quarterOf(from) !== quarterOf(today)
  return isOver
    ? { label, held: 0, tone: 'late', says: '未召开' }
    : { label, held: 0, tone: 'wait', says: '本季度还没有召开' }
}

function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`
}
