import {
  type Day,
  dayAt,
  dayNumberOf,
  hourMs,
  type Instant,
  isDay,
  minuteMs,
  startOfDay,
  yearOf,
} from '../../../kernel/time.ts'
import { readMoment } from '../../exchange/city-moment.ts'

/** A day as people write it in sheets: 2026-08-03, 2026/8/3, 2026.8.3, 2026年8月3日, 20260803, 8月3日
 *  (of this year), and the number a spreadsheet keeps a day as. */
export function readDay(cell: string | number, today: Day): Day | undefined {
  const text = String(cell).normalize('NFKC').replaceAll(/\s+/g, '')
  const [, serial] = /^(\d{5})(?:\.0*)?$/.exec(text) ?? []
  if (serial !== undefined) return ofSerial(Number(serial))
  const [, year, month = '', date = ''] =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号)?(?:T?00:00(?::00)?)?$/.exec(
      text,
    ) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    []
  if (year !== undefined) return dayIn(year, month, date)
  const [, ofMonth, on = ''] = /^(\d{1,2})月(\d{1,2})(?:日|号)?$/.exec(text) ?? []
  return ofMonth === undefined ? undefined : dayIn(String(yearOf(today)), ofMonth, on)
}

/** A moment likewise; a day alone is its beginning. */
export function readWhen(cell: string | number, today: Day): Instant | undefined {
  const text = String(cell).normalize('NFKC').trim()
  const [, serial, part = '0'] = /^(\d{5})(\.\d+)?$/.exec(text) ?? []
  const serialDay = serial === undefined ? undefined : ofSerial(Number(serial))
  if (serialDay !== undefined)
    return startOfDay(serialDay) + Math.round((Number(part) * 24 * hourMs) / minuteMs) * minuteMs
  const short = /^\d{1,2}月\d{1,2}/.test(text) ? `${yearOf(today)}年${text}` : text
  const day = readDay(short, today)
  return readMoment(short.replace('号', '日')) ?? (day === undefined ? undefined : startOfDay(day))
}

function dayIn(year: string, month: string, date: string): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** Spreadsheets count days from the end of 1899. Five digits are the years 1927 to 2173. */
function ofSerial(count: number): Day {
  return dayAt(dayNumberOf('1899-12-30') + count)
}
