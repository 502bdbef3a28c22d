import { addDays, type Day, startOfDay } from '../../kernel/time.ts'

/**
 * The statutory holidays of a year that move with the moon or the sun: New Year's Eve to the
 * third day of the lunar year, Tomb-sweeping Day, Dragon Boat Festival, Mid-autumn.
 *
 * Regulation on public holidays as amended for 2025. Leap months repeat a number; a festival
 * belongs to the first of the two.
 */
export function expectedHolidays(year: number): readonly Day[] {
  const spring = findLunarDay('1-1', `${year}-01-20`)
  const festivals = [findLunarDay('5-5', `${year}-05-25`), findLunarDay('8-15', `${year}-09-05`)]
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

/** The first such day from the earliest on which it can fall; a lunar day moves within a month. */
function findLunarDay(monthAndDay: string, earliest: Day): Day | undefined {
  const last = addDays(earliest, 40)
  for (let day = earliest; day <= last; day = addDays(day, 1)) {
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
