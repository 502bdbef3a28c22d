import { addDays, type Day, startOfDay } from '../../kernel/time.ts'

/**
 * The statutory holidays of a year that move with the moon or the sun: New Year's Eve to the
 * third day of the lunar year, Tomb-sweeping Day, Dragon Boat Festival, Mid-autumn.
 *
 * Regulation on public holidays as amended for 2025. Leap months repeat a number; a festival
 * belongs to the first of the two.
 */
export function expectedHolidays(year: number): readonly Day[] {
  const spring = findLunarDay(year, '1-1')
  const festivals = [findLunarDay(year, '5-5'), findLunarDay(year, '8-15')]
  const found = [
    ...(spring === undefined ? [] : [-1, 0, 1, 2].map((shift) => addDays(spring, shift))),
    tombSweepingDay(year),
    ...festivals.flatMap((day) => (day === undefined ? [] : [day])),
  ]
  return found.toSorted()
}

// The zone is fixed because the library of notices reads lunar days in the machine's own zone.
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Etc/GMT-8',
  month: 'numeric',
  day: 'numeric',
})

function findLunarDay(year: number, monthAndDay: string): Day | undefined {
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (lunarOf(day) === monthAndDay) return day
  }
  return undefined
}

/** '5-5'; leap months carry a suffix and match nothing. */
function lunarOf(day: Day): string {
  const parts = lunar.formatToParts(startOfDay(day))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('month')}-${part('day')}`
}

/** The sun's 清明 of the years 2000 to 2099, by the usual rule of the mean solar year. */
function tombSweepingDay(year: number): Day {
  const inCentury = year % 100
  const day = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)
  return `${year}-04-0${day}`
}
