import { z } from 'zod'
import { isWorkingDay } from '../../../kernel/calendar.ts'
import { addDays, isDay } from '../../../kernel/time.ts'
import { calendarDaysShape } from '../../world/calendar-days.ts'
import { readSettings, writeSetting } from '../../world/settings.ts'
import { invalid } from '../errors.ts'
import type { Section, SettingsAt } from './section.ts'

/** Working days and days off that the city entered itself, beside the built-in notices. */
export const calendar: Section = {
  name: 'calendar',
  label: '工作日历',
  fields: {
    day: { type: 'day', label: '日期', required: true },
    working: { type: 'flag', label: '上班', required: true },
  },
  columns: ['day', 'working'],
  cityOnly: true,
  key: 'day',
  rows: async (at) =>
    (await ownDays(at)).days.map(({ day, working }) => ({
      id: day,
      values: { day, working },
      text: { day, working: working ? '上班' : '休息' },
    })),
  write: async (at, { values }) => {
    const day = dayIn(values['day'])
    const working = values['working'] === true
    const { years, days } = await ownDays(at)
    const others = days.filter((one) => one.day !== day)
    await save(at, {
      years,
      days: [...others, { day, working }].toSorted((a, b) => a.day.localeCompare(b.day)),
    })
    return { id: day }
  },
}

/** Every day of a year as it counts now. */
export function yearView({ state }: SettingsAt, year: number) {
  const { calendar: own } = state.world
  const days = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    days.push({ day, ...isWorkingDay(own, day) })
  return { year, published: own.publishedYears.includes(year), years: own.publishedYears, days }
}

export const yearBody = z.object({
  year: z.number().int().min(2018).max(2100),
  published: z.literal(true),
})

/** Marks a year's notice complete: its due times are no longer provisional. */
export async function publishYear(at: SettingsAt, year: number): Promise<void> {
  const { years, days } = await ownDays(at)
  await save(at, { years: [...new Set([...years, year])], days })
}

async function ownDays(at: SettingsAt) {
  const settings = await readSettings(at.deps.db, at.state.city, 'calendar:')
  const read = calendarDaysShape.safeParse(settings.at(-1)?.value)
  return read.success ? read.data : { years: [], days: [] }
}

async function save(at: SettingsAt, value: z.infer<typeof calendarDaysShape>): Promise<void> {
  await writeSetting(at.deps.db, {
    city: at.state.city,
    name: 'calendar:days',
    version: at.deps.newId(),
    from: at.now,
    value,
    post: at.post.id,
    at: at.now,
  })
}

function dayIn(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw invalid('日期要写成 2026-08-03 这样')
  return value
}
