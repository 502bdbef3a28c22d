import { addDays, type Day } from '../../../../kernel/time.ts'

export type Period = { readonly label: string; readonly from: Day; readonly to: Day }

/** The months and quarters that are over, the latest first: only whole ones may be compared. */
export function periodsBefore(today: Day): readonly Period[] {
  const months = Array.from({ length: 6 }, (_, back) => monthBack(today, back + 1))
  const quarters = [1, 2, 3, 4].map((back) => quarterBack(today, back))
  return [...months, ...quarters]
}

function monthBack(today: Day, back: number): Period {
  const from = firstOfMonth(monthNumber(today) - back)
  return { label: `${yearText(from, today)}${Number(from.slice(5, 7))} 月`, ...until(from, 1) }
}

function quarterBack(today: Day, back: number): Period {
  const from = firstOfMonth((Math.floor(monthNumber(today) / 3) - back) * 3)
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1
  return { label: `${yearText(from, today)}第 ${quarter} 季度`, ...until(from, 3) }
}

function until(from: Day, months: number) {
  return { from, to: addDays(firstOfMonth(monthNumber(from) + months), -1) }
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function firstOfMonth(number: number): Day {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`
}

function yearText(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)} 年 `
}
