import { clockOf, dayOf, dayText, instantOf, weekdayOf } from '../../kernel/time.ts'
import type { TimelineEntry } from '../api/record-view.ts'

export type DayOfEvents = {
  readonly day: string
  readonly label: string
  readonly entries: readonly (TimelineEntry & { readonly clock: string })[]
}

/** The timeline by day, newest day first and within a day newest first. */
export function daysOf(timeline: readonly TimelineEntry[], today: string): readonly DayOfEvents[] {
  const entries = timeline
    .toSorted((one, other) => other.seq - one.seq)
    .map((entry) => {
      const at = instantOf(entry.at) ?? 0
      return { ...entry, clock: clockOf(at), day: dayOf(at) }
    })
  return [...Map.groupBy(entries, (entry) => entry.day)].map(([day, ofDay]) => ({
    day,
    label: dayLabel(day, today),
    entries: ofDay,
  }))
}

function dayLabel(day: string, today: string): string {
  const text = `${dayText(day, Number(today.slice(0, 4)))} 周${'日一二三四五六'[weekdayOf(day)] ?? ''}`
  return day === today ? `今天 ${text}` : text
}
