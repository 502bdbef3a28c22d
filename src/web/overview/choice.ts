import { addDays, type Day, isDay } from '../../kernel/time.ts'
import type { Span } from './view.ts'

export type Preset = 'today' | '7' | '30' | 'month'

export const presets: readonly { readonly name: Preset; readonly label: string }[] = [
  { name: 'today', label: '今天' },
  { name: '7', label: '近 7 天' },
  { name: '30', label: '近 30 天' },
  { name: 'month', label: '本月' },
]

/** What the address asks for: a period that moves on with the days, or two days of one's own. */
export type Choice = { readonly preset: Preset | undefined; readonly span: Span }

export function choiceIn(values: Readonly<Record<string, string>>, today: Day): Choice {
  const { from, to, period } = values
  if (from !== undefined && to !== undefined && isDay(from) && isDay(to))
    return { preset: undefined, span: { from, to } }
  const preset = presets.find(({ name }) => name === period)?.name ?? '7'
  return { preset, span: { from: firstOf(preset, today), to: today } }
}

function firstOf(preset: Preset, today: Day): Day {
  switch (preset) {
    case 'today':
      return today
    case '7':
      return addDays(today, -6)
    case '30':
      return addDays(today, -29)
    case 'month':
      return `${today.slice(0, 7)}-01`
  }
}
