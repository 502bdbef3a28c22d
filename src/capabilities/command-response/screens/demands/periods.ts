import { addDays, type Day, firstOfMonth, monthNumberOf } from '../../../../kernel/time.ts'

export type Period = { readonly label: string; readonly from: Day; readonly to: Day }

/** The months and quarters that are over, the latest first: only whole ones may be compared. */
export function periodsBefore(today: Day): readonly Period[] {
  const months = Array.from({ length: 6 }, (_, back) => monthBack(today, back + 1))
  const quarters = [1, 2, 3, 4].map((back) => quarterBack(today, back))
  return [...months, ...quarters]
}

function monthBack(today: Day, back: number): Period {
  const from = firstOfMonth(monthNumberOf(today) - back)
  return { label: `${yearText(from, today)}${Number(from.slice(5, 7))} 月`, ...until(from, 1) }
}

function quarterBack(today: Day, back: number): Period {
  const from = firstOfMonth((Math.floor(monthNumberOf(today) / 3) - back) * 3)
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1
  return { label: `${yearText(from, today)}第 ${quarter} 季度`, ...until(from, 3) }
}

function until(from: Day, months: number) {
  return { from, to: addDays(firstOfMonth(monthNumberOf(from) + months), -1) }
}

function yearText(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)} 年 `
}
