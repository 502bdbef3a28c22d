import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { dayMs, hourMs, type Instant } from '../../kernel/time.ts'

export type Appointment = {
  readonly id: string
  /** Grows with every change, so that a calendar takes the newer of two files. */
  readonly version: number
  readonly title: string
  readonly start: Instant
  readonly end?: Instant | undefined
  readonly where?: string | undefined
  readonly words: readonly string[]
  readonly isOff: boolean
  readonly address?: string | undefined
  readonly now: Instant
}

/** One appointment as an iCalendar file. It keeps its identity however often it is fetched, so a
 *  moved one moves in the calendar and one called off is struck out there. */
export function calendarFile(given: Appointment): string {
  const { id, version, title, start, end = start + hourMs, where, words, address } = given
  const calendar = ical({
    prodId: { company: 'tongxin', product: 'appointments', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const event = calendar.createEvent({
    id: `${id}@tongxin`,
    sequence: version,
    stamp: new Date(given.now),
    start: new Date(start),
    end: new Date(end),
    summary: title,
    description: words.join('\n'),
    status: given.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(where === undefined ? {} : { location: where }),
    ...(address === undefined ? {} : { url: address }),
  })
  if (!given.isOff) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: dayMs / 1000 })
  return calendar.toString()
}
