/** Milliseconds since 1970-01-01T00:00Z. The kernel knows no other clock. */
export type Instant = number

/** A calendar day of the city, 'YYYY-MM-DD'. Cities keep +08:00 all year, so a day is always 24 hours. */
export type Day = string

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const cityOffset = 8 * hourMs
const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/
const isoShape =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

export function dayOf(instant: Instant): Day {
  return dayAt(dayNumberAt(instant))
}

export function startOfDay(day: Day): Instant {
  return startOfDayNumber(dayNumberOf(day))
}

export function addDays(day: Day, count: number): Day {
  return dayAt(dayNumberOf(day) + count)
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumberOf(day))
}

export function isDay(text: string): boolean {
  return findDayNumber(text) !== undefined
}

/** The time of day in the city, 'HH:mm'. */
export function clockOf(instant: Instant): string {
  const minutes = Math.floor((instant - startOfDayNumber(dayNumberAt(instant))) / minuteMs)
  return `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`
}

/** '8月3日 17:00'. Given the reader's year, a moment of another year says its own. */
export function momentText(instant: Instant, readersYear?: number): string {
  return `${dayText(dayOf(instant), readersYear)} ${clockOf(instant)}`
}

/** '8月3日', or '2027年1月4日' where the day lies outside the reader's year. */
export function dayText(day: Day, readersYear?: number): string {
  const year = yearOf(day)
  const short = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
  return readersYear === undefined || readersYear === year ? short : `${year}年${short}`
}

/** The size of a duration in its two largest units. Before or after is for the caller to say. */
export function durationText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return joined([days, '天'], [hours % 24, '小时'])
  if (hours > 0) return joined([hours, '小时'], [minutes % 60, '分钟'])
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟'
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function isoOf(instant: Instant): string {
  const number = Math.floor(instant / dayMs)
  const ms = Math.floor(instant - number * dayMs)
  const hours = padded(Math.floor(ms / hourMs), 2)
  const minutes = padded(Math.floor(ms / minuteMs) % 60, 2)
  const seconds = padded(Math.floor(ms / 1000) % 60, 2)
  return `${dayAt(number)}T${hours}:${minutes}:${seconds}.${padded(ms % 1000, 3)}Z`
}

/** Reads a date with a time and an offset; a text that leaves the offset to guesswork is not an instant. */
export function instantOf(iso: string): Instant | undefined {
  const [, day = '', hours, minutes, seconds = '0', fraction = '0', offset = ''] =
    isoShape.exec(iso) ?? []
  const number = findDayNumber(day)
  if (number === undefined) return undefined
  const wall = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * 1000
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3))
  return number * dayMs + wall + ms - offsetMs(offset)
}

/** Days since 1970-01-01: what calendars count with. Throws on a text that is no day. */
export function dayNumberOf(day: Day): number {
  const number = findDayNumber(day)
  if (number === undefined) throw new RangeError(`not a day: ${day}`)
  return number
}

/** Months since the year 0: what whole months, quarters and years are counted with. */
export function monthNumberOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

export function firstOfMonth(number: number): Day {
  return `${padded(Math.floor(number / 12), 4)}-${padded((number % 12) + 1, 2)}-01`
}

/** The last day of the month that a day lies in. */
export function lastOfMonth(day: Day): Day {
  return addDays(firstOfMonth(monthNumberOf(day) + 1), -1)
}

export function dayNumberAt(instant: Instant): number {
  return Math.floor((instant + cityOffset) / dayMs)
}

export function startOfDayNumber(number: number): Instant {
  return number * dayMs - cityOffset
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

/** The proleptic Gregorian day of a day number, by 400-year eras of years that begin in March. */
export function dayAt(number: number): Day {
  const sinceEra = number + 719_468
  const era = Math.floor(sinceEra / 146_097)
  const dayOfEra = sinceEra - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - daysBeforeYear(yearOfEra)
  const march = Math.floor((5 * dayOfYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day number out of range: ${number}`)
  const day = dayOfYear - daysBeforeMonth(march) + 1
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function findDayNumber(text: string): number | undefined {
  const parts = dayShape.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return undefined
  const shifted = month <= 2 ? year - 1 : year
  const march = month <= 2 ? month + 9 : month - 3
  return daysBeforeYear(shifted) + daysBeforeMonth(march) + day - 1 - 719_468
}

function daysBeforeYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

/** Days of the year before a month, March being month 0. */
function daysBeforeMonth(march: number): number {
  return Math.floor((153 * march + 2) / 5)
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0
  const size = Number(offset.slice(1, 3)) * hourMs + Number(offset.slice(4)) * minuteMs
  return offset.startsWith('-') ? -size : size
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([size, unit]) => (size > 0 ? [`${size} ${unit}`] : [])).join(' ')
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
